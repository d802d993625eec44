import { Icon } from '../../../kit/icon.tsx'
import { MenuButton, type MenuItem } from '../../../kit/menu-button.tsx'
import type { FormId } from '../contract.ts'
import { annexUrl, formUrl, isWhole } from './scores.ts'

const kinds = { xlsx: 'Excel', docx: 'Word' } as const

/** One form, as a file of either kind. */
const itemsOf = (label: string, form: FormId | 'all', asked: Omit<Parameters<typeof formUrl>[1], 'as'>): MenuItem[] =>
  (['xlsx', 'docx'] as const).map((as) => ({
    key: `${form}-${as}`,
    label: `${label}（${kinds[as]}）`,
    href: formUrl(form, { ...asked, as }),
  }))

/** 佐证材料, read in the browser or kept as a file. */
const annexItems = (asked: Omit<Parameters<typeof annexUrl>[0], 'as'>): MenuItem[] => [
  { key: 'annex-page', label: '佐证材料（查看）', href: annexUrl({ ...asked, as: 'page' }), opens: true },
  { key: 'annex-docx', label: '佐证材料（Word）', href: annexUrl({ ...asked, as: 'docx' }) },
]

interface ProjectFilesProps {
  project: string
  year: number
  asOf: string | undefined
}
/** The forms of one project; of the department as a whole there is its own. */
export function ProjectFiles({ project, year, asOf }: ProjectFilesProps) {
  const asked = { project, year, asOf }
  const items = isWhole(project)
    ? itemsOf('部门整体自评表', 'whole', asked)
    : [
        ...itemsOf('自评表', 'self', asked),
        ...itemsOf('目标申报表', 'targets', asked),
        ...itemsOf('1—7月监控表', 'monitoring', asked),
      ]
  return (
    <MenuButton items={[...items, ...annexItems(asked)]}>
      <Icon name="download" size={16} /> 下载表格和佐证
    </MenuButton>
  )
}

/** The forms of all projects of the year, each kind in one file. */
export function YearFiles({ year, whole }: { year: number; whole: boolean }) {
  const asked = { year }
  const items = [
    ...itemsOf('全部项目自评表', 'self', asked),
    ...(whole ? itemsOf('部门整体自评表', 'whole', asked) : []),
    ...itemsOf('全部目标申报表', 'targets', asked),
    ...itemsOf('全部1—7月监控表', 'monitoring', asked),
    ...itemsOf('以上各表合在一起', 'all', asked),
    ...annexItems(asked),
  ]
  return (
    <MenuButton items={items}>
      <Icon name="download" size={16} /> 下载表格和佐证
    </MenuButton>
  )
}
