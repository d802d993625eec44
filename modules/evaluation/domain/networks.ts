import { type Answered, percentOf, satisfaction } from './surveys.ts'

/** An answer of the public page: its points, and the mark of the network it came from. */
export type FromNetwork = Answered & { network: string }

export interface Network {
  mark: string
  answers: number
  /** Of all answers with a mark, in per cent with one decimal. */
  percent: string
  /** Of these answers alone, in per cent. */
  satisfaction?: string
  /** Somebody should look at them. */
  many: boolean
}
export interface Networks {
  /** How many answers have a mark; those of before it was kept, on paper and by telephone have none. */
  answers: number
  networks: number
  /** Those with more than one answer, the largest first. */
  largest: Network[]
}

/** From so many answers of one network on, and more than this part of all: ours, no paper that we have read says. A family has
 *  fewer; an office or a street's wireless may well have more, so it is a question and no verdict. */
export const MANY = 5
const MANY_PART = 0.1
const SHOWN = 5

/** How many answers came from each network. */
export function networksOf(answers: readonly FromNetwork[]): Networks {
  const by = new Map<string, FromNetwork[]>()
  for (const answer of answers) by.set(answer.network, [...(by.get(answer.network) ?? []), answer])
  const largest = [...by]
    .filter(([, of]) => of.length > 1)
    .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
    .slice(0, SHOWN)
  return {
    answers: answers.length,
    networks: by.size,
    largest: largest.map(([mark, of]) => {
      const value = satisfaction(of)?.value
      return {
        mark,
        answers: of.length,
        percent: percentOf(of.length, answers.length),
        ...(value === undefined ? {} : { satisfaction: value }),
        many: of.length >= MANY && of.length > answers.length * MANY_PART,
      }
    }),
  }
}
