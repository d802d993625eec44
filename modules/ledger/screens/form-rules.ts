import type { FieldView } from '../../../kit/fields/field.ts'
import { type Field, isEmpty, isFiled, problemWith } from '../domain/fields.ts'
import type { LedgerView } from './catalog.ts'

export interface Asked {
  id: string
  label: string
  needs: readonly string[]
  may: readonly string[]
  reason?: string
}
export interface Group {
  title: string
  fields: string[]
}
export type Mistakes = Record<string, string>

/** The fields a move asks for, in the groups of the form. In the street the photo comes first, then the place. */
export function groupsFor(ledger: LedgerView, asked: Asked, street: boolean): Group[] {
  const wanted = new Set([...asked.needs, ...asked.may])
  const first = (name: string) => street && ['photos', 'point'].includes(ledger.fields[name]?.kind ?? '')
  const scene = [...wanted].filter(first).sort((a, b) => rank(ledger.fields[a]) - rank(ledger.fields[b]))
  const groups = Object.entries(ledger.form)
    .map(([title, names]) => ({ title, fields: names.filter((name) => wanted.has(name) && !first(name)) }))
    .filter(({ fields }) => fields.length > 0)
  return scene.length ? [{ title: '现场', fields: scene }, ...groups] : groups
}

const rank = (field: FieldView | undefined) => (field?.kind === 'photos' ? 0 : 1)

/** What is missing or cannot be right, field by field, before it is sent. The server asks the same again. */
export function mistakesIn(
  ledger: LedgerView,
  asked: Asked,
  data: Record<string, unknown>,
  reason: string | undefined,
): Mistakes {
  const found: Mistakes = {}
  for (const name of [...asked.needs, ...asked.may]) {
    const field = ledger.fields[name]
    if (!field) continue
    const value = data[name]
    if (isEmpty(value)) {
      if (asked.needs.includes(name)) found[name] = `还差“${field.label}”`
      continue
    }
    if (isFiled(field.kind)) continue
    const problem = problemWith(field as Field, value, data)
    if (problem) found[name] = `${field.label}${problem}`
  }
  if (asked.reason && !reason?.trim()) found.reason = `请填写${asked.reason}`
  return found
}

/** The data after one answer: answers that no longer fit it are taken back. */
export function answered(
  ledger: LedgerView,
  data: Record<string, unknown>,
  name: string,
  value: unknown,
): Record<string, unknown> {
  const next: Record<string, unknown> = { ...data, [name]: value }
  for (const [other, field] of Object.entries(ledger.fields)) {
    if (field.within !== name || next[other] === undefined) continue
    if (field.kind === 'range' && data[name] !== value) return answered(ledger, next, other, undefined)
    const chosen = field.options?.find((option) => option.value === next[other])
    if (chosen?.parent !== undefined && chosen.parent !== value) return answered(ledger, next, other, undefined)
  }
  return next
}

/** What was filled in and is not so already. */
export const changed = (data: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => !isEmpty(value) && JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  )
