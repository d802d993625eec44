import { isDay } from '../../../platform/clock.ts'
import { type Limit, likelyLimit, limitText, type OrgView, parseLimit } from '../../org/index.ts'
import { type Data, type Field, keyText } from '../domain.ts'

export type Cell = unknown

export const textOf = (cell: Cell) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim()
const scaled = (cell: Cell, places: number): number | undefined => {
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(textOf(cell).replace(/[,，\s]/g, ''))
  if (!match) return undefined
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  if (decimals.length > places) return undefined
  return Number(`${match[1]}${match[2]}${decimals.padEnd(places, '0')}`)
}
const dayOfCell = (cell: Cell) => {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(textOf(cell).slice(0, 11).trim())
  const day = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : ''
  return isDay(day) ? day : undefined
}
const pointOfCell = (cell: Cell) => {
  const [lng, lat] = textOf(cell)
    .split(/[,，\s]+/)
    .map(Number)
  return Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : undefined
}
export const idNamed = (things: readonly { id: string; name: string }[], cell: Cell) => {
  const named = things.filter(({ id, name }) => name === textOf(cell) || id === textOf(cell))
  return named.length === 1 ? named[0]!.id : undefined
}

/** What a cell says, or undefined when it does not say it. */
export function readCell(field: Field, cell: Cell, data: Data, world: OrgView): unknown {
  switch (field.kind) {
    case 'choice':
      return field.options?.find(
        ({ value, label, parent }) =>
          (label === textOf(cell) || value === textOf(cell)) && (!field.within || parent === data[field.within]),
      )?.value
    case 'date':
      return dayOfCell(cell)
    case 'integer':
      return scaled(cell, 0)
    case 'money':
      return scaled(cell, 2)
    case 'quantity':
      return scaled(cell, 3)
    case 'yes':
      return ({ 是: true, 否: false } as Record<string, boolean>)[textOf(cell)]
    case 'point':
      return pointOfCell(cell)
    case 'unit':
      return idNamed(world.units, cell)
    case 'person':
      return idNamed(world.people, cell)
    case 'limit':
      return parseLimit(textOf(cell))
    default:
      return textOf(cell)
  }
}
export const expected: Partial<Record<Field['kind'], string>> = {
  choice: '请从模板列出的选项中选择',
  date: '请写成2022-12-31',
  integer: '请填整数',
  money: '请填以元为单位、最多两位小数的金额',
  quantity: '请填最多三位小数的数量',
  yes: '请填“是”或“否”',
  point: '请填“经度,纬度”，例如111.62,26.22',
  unit: '没有这个单位，或有重名',
  person: '没有这个人员，或有重名',
  key: '请填编码或名称，两个相同的名称填编码',
  metric: '请填统计指标的名称，例如 工作记录·工作量',
  range: '请写成 工作种类：路灯维修，多项用分号隔开',
  limit: '请写成4小时、2紧急工作时、5工作日这样的时限',
}

/** What was probably meant by a cell that cannot be read; only for a person to accept or not. */
export function proposalFor(field: Field, cell: Cell): string | undefined {
  const likely = field.kind === 'limit' ? likelyLimit(textOf(cell)) : undefined
  return likely && limitText(likely)
}

export function shown(
  field: Field,
  value: unknown,
  world: OrgView,
  names: Readonly<Record<string, string>> = {},
): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'money') return ((value as number) / 100).toFixed(2)
  if (field.kind === 'quantity') return String((value as number) / 1000)
  if (field.kind === 'choice') return field.options?.find((option) => option.value === value)?.label ?? String(value)
  if (field.kind === 'unit') return world.unitName(String(value))
  if (field.kind === 'person') return world.personName(String(value))
  if (field.kind === 'key') return keyText(String(value), names[String(value)] ?? String(value))
  if (['metric', 'range', 'formula', 'ref'].includes(field.kind)) return names[String(value)] ?? String(value)
  if (field.kind === 'limit') return limitText(value as Limit)
  if (field.kind === 'yes') return value ? '是' : '否'
  return typeof value === 'object' ? '' : String(value)
}
