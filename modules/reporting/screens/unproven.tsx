import { Panel } from '../../../kit/panel.tsx'
import type { UnprovenNumber } from './documents.ts'

/** The numbers of the prose that nobody counted, where they stand; nothing when there are none. */
export function UnprovenNumbers({ numbers }: { numbers: readonly UnprovenNumber[] }) {
  if (!numbers.length) return null
  return (
    <Panel title={`未证实的数字 ${numbers.length}`} flush className="document-figures">
      <ul>
        {numbers.map(({ heading, digits, before, after }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand there twice
          <li key={i} className="unproven-line">
            <span>
              {before}
              <b className="paper-unproven">{digits}</b>
              {after}
            </span>
            <span className="soft">{heading}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
