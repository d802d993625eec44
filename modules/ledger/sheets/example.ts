import type { OrgView } from '../../org/index.ts'
import type { Data, Field, Ledger } from '../domain.ts'
import { idNamed, readCell } from './cells.ts'
import { importOf } from './columns.ts'

/** How the row begins that shows how to fill in the others; the import passes over it. */
export const exampleMark = '示例：'

const usual: Partial<Record<Field['kind'], string>> = {
  date: '2022-03-01',
  money: '12.50',
  quantity: '12.5',
  yes: '是',
  point: '111.62,26.22',
  limit: '4小时',
  ref: '',
  key: '',
  metric: '',
  range: '',
  formula: '',
}

function exampleFor(field: Field, data: Data, world: OrgView): string {
  switch (field.kind) {
    case 'choice':
      return field.options?.find(({ parent }) => !field.within || parent === data[field.within])?.label ?? ''
    case 'integer':
      return String(field.min ?? 1)
    case 'unit':
      return world.units.find(({ name }) => idNamed(world.units, name))?.name ?? ''
    case 'person':
      return world.people.find(({ name }) => idNamed(world.people, name))?.name ?? ''
    default:
      return usual[field.kind] ?? `（${field.label}）`
  }
}

/** A row as it might be filled in, column by column. */
export function exampleOf(ledger: Ledger, world: OrgView): string[] {
  const data: Data = {}
  return importOf(ledger).names.map((name) => {
    const field = ledger.fields[name]!
    const word = field.example ?? exampleFor(field, data, world)
    data[name] = readCell(field, word, data, world)
    return word
  })
}
