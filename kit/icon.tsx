/** Drawn on a 20 × 20 sheet with one stroke, so that they sit together. */
const paths = {
  home: 'M3 9.5 10 3.5l7 6M5 8.5V16h10V8.5M8.5 16v-4h3v4',
  case: 'M4 3.5h8l4 4v9H4zM12 3.5v4h4M7 11h6M7 13.8h4',
  ledger: 'M4.5 3.5h11v13h-11zM7.5 3.5v13M10 7.5h3M10 10.5h3',
  map: 'M3 5.5 7.5 4l5 2L17 4.5v10L12.5 16l-5-2L3 15.500zM7.5 4v10M12.5 6v10',
  money: 'M3 5.500h14v9H3zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 8v4M14.5 8v4',
  target: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 10h.01',
  document: 'M5 3h7l3.5 3.500V17H5zM8 9h5M8 11.500h5M8 14h3',
  proof: 'M15.5 9V6.5L12 3H5v14h5M8 8h4M8 11h2.5M11.5 14.5l2 2 4-4.5',
  chart: 'M3.5 3.500v13h13M7 13.500V10M10.5 13.500V6.500M14 13.500V8.5',
  gear: 'M10 12.700a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400zM10 2.800v2.400M10 14.800v2.400M2.8 10h2.400M14.8 10h2.400M4.9 4.900l1.7 1.700M13.4 13.400l1.7 1.700M15.1 4.900l-1.7 1.700M6.6 13.400l-1.7 1.7',
  task: 'M4 4.500h12v12H4zM7.5 3v3M12.5 3v3M7 11l2.2 2.200L13.2 9',
  plus: 'M10 4.500v11M4.5 10h11',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  down: 'M5 8l5 5 5-5',
  close: 'M5 5l10 10M15 5 5 15',
  camera: 'M3 6.500h3.500L8 4.500h4l1.5 2H17v9.500H3zM10 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  pin: 'M10 17.500s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9zM10 10.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  locate: 'M10 14.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10 2v3.500M10 14.500V18M2 10h3.500M14.5 10H18',
  link: 'M8.5 11.5 12 8M7 9.5 5 11.500a2.8 2.8 0 0 0 4 4l2-2M13 10.500l2-2a2.8 2.8 0 0 0-4-4l-2 2',
  filter: 'M3.5 5h13M6 10h8M8.5 15h3',
  download: 'M10 3.500v9M6.5 9.5 10 13l3.5-3.500M4 16.500h12',
  upload: 'M10 13V4M6.5 7 10 3.5 13.5 7M4 16.500h12',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 16.500c.6-3 2.8-4.5 5.5-4.500s4.9 1.5 5.5 4.5',
  out: 'M8 4H4.500v12H8M12 6.500l3.5 3.5-3.5 3.500M15.5 10H8',
  fold: 'M4 5h12M9 10h7M4 15h12M6.5 8 4.5 10l2 2',
  expand: 'M12 4h4v4M16 4l-5 5M8 16H4v-4M4 16l5-5',
  columns: 'M3.5 4.500h13v11h-13zM8 4.500v11M12.5 4.500v11',
  seal: 'M6 9V6.500a4 4 0 0 1 8 0V9M4.5 9h11v7.500h-11zM10 12v1.8',
  photo: 'M3.5 4.500h13v11h-13zM3.5 13l4-4 3.5 3.5 2-2 3.5 3.500M13 8h.01',
  code: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2h-2zM16.5 11.500v5h-5',
  edit: 'M4 16l.7-3.200L13 4.500l2.5 2.5-8.3 8.300z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
