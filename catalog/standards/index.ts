import { componentClasses, components } from './components.ts'
import { eventClasses, events } from './events.ts'
import type { ClassGroup, Condition, Standard } from './standard.ts'

export { parseLimit } from '../../modules/org/index.ts'
export { type ClassGroup, type Condition, type Standard, type StandardKind, type Trade, trades } from './standard.ts'

/**
 * Components and events of urban management by the numbering of GB/T 30428.2 (部件 5 classes, 事件 6 classes).
 * The numbers and names are the standard's; the conditions are written for this bureau and are its own to change.
 */
export const classes: ClassGroup[] = [...componentClasses, ...eventClasses]
export const standards: Standard[] = [...components, ...events]

/** By subclass code: `E0112`. */
export const standardByCode: ReadonlyMap<string, Standard> = new Map(standards.map((one) => [one.code, one]))

/** By condition id: `E0112-1`. */
export const conditionById: ReadonlyMap<string, Condition & { standard: Standard }> = new Map(
  standards.flatMap((standard) => standard.conditions.map((one) => [one.id, { ...one, standard }])),
)

/** The subclasses of a class; class codes count from 01 in each kind. */
export const standardsOf = ({ kind, code }: Pick<ClassGroup, 'kind' | 'code'>): Standard[] =>
  standards.filter((standard) => standard.kind === kind && standard.classCode === code)
