import { dayOf, type Sight } from '../../modules/ledger/index.ts'

/** What several ledgers refuse, and how they hide a name. */
export { maskName } from '../../modules/ledger/index.ts'

/** Refuses a move that was made before. */
export const once =
  (move: string, sentence: string) =>
  ({ found }: Pick<Sight, 'found'>) =>
    found?.by[move] ? sentence : undefined

type Seen = Pick<Sight, 'data' | 'found' | 'day' | 'context'>
/** Refuses with the sentence of the first rule that does not hold. */
export const firstNot =
  (...rules: readonly (readonly [holds: (sight: Seen) => boolean, sentence: string])[]) =>
  (sight: Seen) =>
    rules.find(([holds]) => !holds(sight))?.[1]

/** Refuses a day until which there is to be time when it has passed. */
export const notPast = (field: string, sentence: string) =>
  firstNot([({ data, context }) => !data[field] || String(data[field]) >= dayOf(context.now), sentence])

/** Refuses a day of publication that is still to come, or lies before what is published was made by one of these moves. */
export const notAhead =
  (label: string, field: string, ...moves: readonly string[]) =>
  ({ data, found, day }: Pick<Sight, 'data' | 'found' | 'day'>) => {
    const on = String(data[field])
    const made = moves.flatMap((move) => found?.by[move]?.at ?? []).at(0)
    return on > day || on < dayOf(made!) ? `${label}应在作出决定之后，且不晚于今天；请核对。` : undefined
  }
