import { segmentsOf } from '../domain/digits.ts'

/** Words of the paper, with the numbers underlined that no ledger gave. */
export function Prose({ text, opens = true }: { text: string; opens?: boolean }) {
  return segmentsOf(text, opens).map(({ text: words, unproven }, i) =>
    unproven ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a printed line
      <span key={i} className="paper-unproven" title="未证实的数字：不是从台账数出的">
        {words}
      </span>
    ) : (
      words
    ),
  )
}
