import { Go } from '../../../kit/nav.tsx'
import { ToneShape } from '../../../kit/state-tag.tsx'
import { wan } from '../../../kit/text.ts'
import { figureUrl } from '../../metrics/screens/index.ts'
import type { LastLine } from '../domain/last-year.ts'
import { lineAnchor, lostSome, type Score, type ScoreLine } from './scores.ts'

const evidences: Record<ScoreLine['evidence'], string> = {
  ledger: '台账',
  payment: '支付',
  survey: '调查',
  computed: '计算',
  typed: '手填',
}

const trimmed = (points: string) => String(Number(points))
export const Lost = ({ lost }: { lost: string }) => (
  <td className={lostSome(lost) ? 'num score-lost' : 'num'} data-label="扣分">
    {lostSome(lost) ? `−${trimmed(lost)}` : '0'}
  </td>
)

/** The actual value; what a ledger counted leads to its figure. */
function Actual({ line, year, asOf }: { line: ScoreLine; year: number; asOf: number | null }) {
  if (line.missing) return <span className="score-lost">未填</span>
  if (!line.metric) return <>{line.actualText}</>
  const where = Object.fromEntries(Object.entries(line.where ?? {}).map(([name, value]) => [`where.${name}`, value]))
  const named = line.where ? { named: line.name } : {}
  return (
    <Go
      to={figureUrl(line.metric)}
      search={{ period: String(year), ...where, ...named, ...(asOf === null ? {} : { asOf: String(asOf) }) }}
      title="看这个数是怎么数出来的"
    >
      {line.actualText}
    </Go>
  )
}

const Asked = ({ children }: { children: string }) => (
  <p className="score-question">
    <ToneShape tone="soon" /> {children}
  </p>
)

/** What was aimed at and reached the year before. */
const Before = ({ last: { targetText, actualText } }: { last: LastLine }) => (
  <p className="score-because">
    上年目标 {targetText}，完成 {actualText || '没有填'}
  </p>
)

/** What was judged in words rests on a person, whatever ledger the judgement leans on. */
function Source({ line: { evidence, direction } }: { line: ScoreLine }) {
  if (direction !== 'qualitative') return <span className={`evidence evidence-${evidence}`}>{evidences[evidence]}</span>
  const beside = evidence === 'typed' ? '' : `，参考${evidences[evidence]}`
  return <span className="evidence evidence-judged">由人评定{beside}</span>
}

interface ScoreRowProps {
  line: ScoreLine
  year: number
  asOf: number | null
  last: LastLine | undefined
}

export function ScoreRow({ line, year, asOf, last }: ScoreRowProps) {
  return (
    <tr id={lineAnchor(line.id)}>
      <td className="score-name">
        <span className="score-level2">{line.level2Label}</span>
        <span>{line.name}</span>
        <p className="score-because">{line.because}</p>
        {last ? <Before last={last} /> : null}
        {line.question ? <Asked>{line.question}</Asked> : null}
      </td>
      <td className="num" data-label="目标" data-wide>
        {line.targetText}
      </td>
      <td className="num" data-label="完成" data-wide>
        <Actual line={line} year={year} asOf={asOf} />
      </td>
      <td data-label="依据">
        <Source line={line} />
      </td>
      <td className="num" data-label="分值">
        {trimmed(line.weight)}
      </td>
      <td className="num" data-label="得分">
        {trimmed(line.points)}
      </td>
      <Lost lost={line.lost} />
    </tr>
  )
}

/** 预算执行率 stands first in every scheme; it is no indicator of the project but of its money. */
export function ExecutionRow({ score: { execution } }: { score: Score }) {
  return (
    <tr>
      <td className="score-name">
        <strong>预算执行率</strong>
        <p className="score-because">{execution.because}</p>
        {execution.question ? <Asked>{execution.question}</Asked> : null}
      </td>
      <td className="num" data-label="目标" data-wide>
        {wan(execution.full)}万元
      </td>
      <td className="num" data-label="完成" data-wide>
        <Go to="/budget">{wan(execution.paid)}万元</Go>
      </td>
      <td data-label="依据">
        <span className="evidence evidence-payment">支付</span>
      </td>
      <td className="num" data-label="分值">
        {trimmed(execution.weight)}
      </td>
      <td className="num" data-label="得分">
        {trimmed(execution.points)}
      </td>
      <Lost lost={execution.lost} />
    </tr>
  )
}
