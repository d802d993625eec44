import { memo } from 'react'
import { StateTag } from '../../../kit/state-tag.tsx'
import type { Tone } from '../../../kit/tone.ts'
import { type Marking, type Standing, standings } from '../domain/markings.ts'
import { sidesOf } from '../domain/meant.ts'
import { placeWords, quoteWords, severityLabel, sureness } from '../domain/words.ts'
import { type Finding, kinds } from '../domain.ts'
import { findingId, type Here, tones } from './checks.ts'
import { MarkingField } from './marking-field.tsx'

const standingTones: Record<Standing, Tone> = { open: 'todo', done: 'done', explained: 'doing', wrong: 'void' }

interface FindingCardProps {
  finding: Finding
  number: number
  isHere: boolean
  marking: Marking
  onHere: (here: Here) => void
  onMark: (finding: Finding, marking: Marking) => void
}

/** One finding: what stands there, what it should be, how sure that is, and what somebody says to it. */
export const FindingCard = memo(({ finding, number, isHere, marking, onHere, onMark }: FindingCardProps) => {
  const { kind, severity, certainty, message, places } = finding
  const { standing } = marking
  return (
    <article
      id={findingId(number)}
      tabIndex={-1}
      className={`finding-card${isHere ? ' finding-card-here' : ''}${standing === 'open' ? '' : ' finding-card-dealt'}`}
      aria-label={`第${number + 1}处`}
    >
      <header className="finding-head">
        <b className="finding-number">{number + 1}</b>
        <StateTag tone={tones[severity]}>{severityLabel(severity)}</StateTag>
        <span>{kinds[kind]}</span>
        <span className="soft">把握：{sureness(certainty)}</span>
        {standing === 'open' ? null : (
          <span className="finding-standing">
            <StateTag tone={standingTones[standing]}>{standings[standing]}</StateTag>
          </span>
        )}
      </header>
      <p>{message}</p>
      <Numbers finding={finding} />
      {places.length ? (
        <ul className="finding-places">
          {places.map((place, at) => (
            <li key={`${place.start}-${place.end}`}>
              <button
                type="button"
                className="finding-place"
                onClick={() => onHere({ finding: number, place: at, at: 'document' })}
                title="看它在文件的什么地方"
              >
                “{quoteWords(place)}”<span className="soft">{placeWords(place)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">说的是整份文件，没有单独的一处。</p>
      )}
      <MarkingField number={number} marking={marking} onMark={(next) => onMark(finding, next)} />
    </article>
  )
})

/** The relation with its numbers, and the two that differ side by side. */
function Numbers({ finding }: { finding: Finding }) {
  const said = sidesOf(finding)
  if (!said.length) return null
  return (
    <dl className="finding-numbers">
      {said.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
