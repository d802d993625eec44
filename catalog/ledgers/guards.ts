import { dayOf, type Sight } from '../../modules/ledger/index.ts'

/** What several ledgers refuse, and how they hide a name. */
export { maskName } from '../../modules/ledger/index.ts'

/** Refuses a move that was made before. */
export const once =
  (move: string, sentence: string) =>
  ({ found }: Pick<Sight, 'found'>) =>
    found?.by[move] ? sentence : undefined

/** Refuses a day of publication that is still to come, or lies before what is published was made by one of these moves. */
export const notAhead =
  (label: string, field: string, ...moves: readonly string[]) =>
  ({ data, found, day }: Pick<Sight, 'data' | 'found' | 'day'>) => {
    const on = String(data[field])
    const made = moves.flatMap((move) => found?.by[move]?.at ?? []).at(0)
    return on > day || on < dayOf(made!) ? `${label}应在作出决定之后，且不晚于今天；请核对。` : undefined
  }
