import { dayOf, type Sight } from '../../modules/ledger/index.ts'

/** What several ledgers refuse, and how they hide a name. */
export { maskName } from '../../modules/ledger/index.ts'

/** Refuses a move that was made before. */
export const once =
  (move: string, sentence: string) =>
  ({ found }: Pick<Sight, 'found'>) =>
    found?.by[move] ? sentence : undefined

/** Refuses a day of publication that is still to come, or lies before what is published was made by this move. */
export const notAhead =
  (field: string, move: string) =>
  ({ data, found, day }: Pick<Sight, 'data' | 'found' | 'day'>) => {
    const on = String(data[field])
    return on > day || on < dayOf(found!.by[move]!.at) ? '公开日期应在作出决定之后，且不晚于今天；请核对。' : undefined
  }
