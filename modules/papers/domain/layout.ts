/** GB/T 9704-2012 in millimetres and points: 22 lines of 28 characters on A4. */
export const page = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const
export const sizes = { body: 16, title: 22, number: 14, table: 12, wide: 10.5 } as const
/** Between the lines of a table. */
export const tablePitch = 20
/** What the columns of a form take of its width: a label less than its value. */
export const formColumns = [0.18, 0.32, 0.18, 0.32] as const
/** 22 lines of 29 points would be 0.2 points more than the 225 mm there are. */
export const pitch = 28.95
/** 28 characters of 16 points are 6 points more than the 156 mm there are. */
export const tightening = 0.25

/** The office's fonts first; then what has the same look and comes with other systems. */
export const fonts = {
  body: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'FandolFang R', 'Noto Serif CJK SC'],
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '小标宋', 'STZhongsong', 'Songti SC', 'Noto Serif CJK SC', 'SimSun'],
  heading: ['黑体', 'SimHei', 'Heiti SC', 'Noto Sans CJK SC'],
  subheading: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti', 'FandolKai', 'Noto Serif CJK SC'],
  number: ['宋体', 'SimSun', 'Songti SC', 'Noto Serif CJK SC'],
} as const

/** In characters; figures and Latin letters are half as wide as one. */
export const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.5 : 1), 0)

/** Characters left free at the right: four beside the day, the bureau's name stands in the middle above it. */
export function signingIndents(bureau: string, on: string): { bureau: number; on: number } {
  const over = (widthOf(bureau) - widthOf(on)) / 2
  return over <= 4 ? { bureau: 4 - over, on: 4 } : { bureau: 0, on: over }
}
