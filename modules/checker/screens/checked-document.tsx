import { memo, type ReactNode, useMemo } from 'react'
import { ToneShape } from '../../../kit/state-tag.tsx'
import { type Anchor, type Segment, type ShownBlock, type ShownCell, shownBlocks } from '../domain/shown.ts'
import { severityLabel } from '../domain/words.ts'
import type { Finding } from '../domain.ts'
import { type Checked, findingHere, findingId, type Here, markId, soughtClass, tones } from './checks.ts'

interface CheckedDocumentProps {
  checked: Checked
  /** Findings the filter leaves; the others are not marked. */
  shown: ReadonlySet<number>
  here: Here | undefined
  onHere: (here: Here) => void
}
interface Told extends Omit<CheckedDocumentProps, 'checked'> {
  findings: readonly Finding[]
}

/** The document itself, its findings marked by colour, line and number. */
export const CheckedDocument = memo(({ checked, ...more }: CheckedDocumentProps) => {
  const { content, findings } = checked
  const sought = more.here?.at === 'held' ? checked.checked[more.here.held]?.places : undefined
  const blocks = useMemo(() => shownBlocks(content, findings, sought), [content, findings, sought])
  const told: Told = { ...more, findings }
  return (
    <article className="paper checked-document" aria-label="文件内容">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a document have no name and never move
        <Block key={at} block={block} told={told} />
      ))}
    </article>
  )
})

function Block({ block, told }: { block: ShownBlock; told: Told }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Segments segments={block.segments} told={told} />
      </p>
    )
  return (
    <div className="paper-table">
      <table>
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a printed table
                <Cell key={column} cell={cell} told={told} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isNumber = (segments: readonly Segment[]) =>
  /^-?[\d,.]+%?$/.test(
    segments
      .map(({ text }) => text)
      .join('')
      .trim(),
  )

const Cell = ({ cell: { segments, columns, rows }, told }: { cell: ShownCell; told: Told }) => (
  <td colSpan={columns} rowSpan={rows} className={isNumber(segments) ? 'num' : undefined}>
    <Segments segments={segments} told={told} />
  </td>
)

function Segments({ segments, told }: { segments: readonly Segment[]; told: Told }) {
  return segments.map((segment, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a printed line
    <Piece key={at} segment={segment} told={told} />
  ))
}

function Piece({ segment, told }: { segment: Segment; told: Told }) {
  const { findings, sought } = segment
  const gravest = findings.find((one) => told.shown.has(one))
  const words = gravest === undefined ? segment.text : <Marked segment={segment} gravest={gravest} told={told} />
  if (!sought) return words
  return (
    <mark className={soughtClass} tabIndex={-1}>
      {words}
    </mark>
  )
}

interface MarkedProps {
  segment: Segment
  gravest: number
  told: Told
}
function Marked({ segment: { text, findings, begins }, gravest, told }: MarkedProps) {
  const { severity } = told.findings[gravest] as Finding
  const isHere = findings.includes(findingHere(told.here) ?? -1)
  const numbered = begins.filter(({ finding }) => told.shown.has(finding))
  return (
    <>
      {numbered.map((anchor) => (
        <Label key={`${anchor.finding}-${anchor.place}`} anchor={anchor} told={told} />
      ))}
      <ToFinding
        finding={gravest}
        told={told}
        className={`check-mark check-mark-${severity}${isHere ? ' check-mark-here' : ''}`}
        silent
      >
        {text}
      </ToFinding>
    </>
  )
}

/** The number of a finding where it stands in the text: reached by keyboard, said aloud, seen without colour. */
function Label({ anchor, told }: { anchor: Anchor; told: Told }) {
  const { severity, message } = told.findings[anchor.finding] as Finding
  return (
    <ToFinding
      finding={anchor.finding}
      place={anchor.place}
      told={told}
      id={markId(anchor.finding, anchor.place)}
      className={`check-number check-number-${severity}`}
      label={`第${anchor.finding + 1}处，${severityLabel(severity)}：${message}`}
    >
      <ToneShape tone={tones[severity]} />
      {anchor.finding + 1}
    </ToFinding>
  )
}

interface ToFindingProps {
  finding: number
  place?: number
  told: Told
  className: string
  children: ReactNode
  id?: string
  label?: string
  /** The number beside it is what the keyboard stops at. */
  silent?: boolean
}

const ToFinding = ({ finding, place = 0, told, silent, label, ...more }: ToFindingProps) => (
  <a
    {...more}
    href={`#${findingId(finding)}`}
    aria-label={label}
    tabIndex={silent ? -1 : undefined}
    onClick={(event) => {
      event.preventDefault()
      told.onHere({ finding, place, at: 'findings' })
    }}
  />
)
