import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { type Fact, Facts } from '../../../kit/facts.tsx'
import { Go } from '../../../kit/nav.tsx'
import { StateTag, ToneShape } from '../../../kit/state-tag.tsx'
import { wan } from '../../../kit/text.ts'
import type { Tone } from '../../../kit/tone.ts'
import { recordUrl, useLedgers } from '../../ledger/screens/index.ts'
import { useMay } from '../../org/screens/index.ts'
import type { LastYearAnswer } from '../contract/last-year.ts'
import { lastOf, loweredBy } from '../domain/last-year.ts'
import './last-year.css'
import { lastYearQuery } from './last-year.ts'
import { type ScoreLine, scoreUrl } from './scores.ts'

interface Asked {
  ledger: string
  data: Record<string, unknown>
}
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
const isYear = (year: number) => Number.isInteger(year) && year >= 2000 && year <= 2100

/** What of the record or the form says which project and year it is about; nothing where the ledger evaluates nothing. */
function useAsked({ ledger, data }: Asked) {
  const { evaluates } = useLedgers().find(({ id }) => id === ledger) ?? {}
  const may = useMay()
  if (!evaluates || !may('evaluation.read')) return undefined
  const [project, year] = [text(data[evaluates.object]), Number(data[evaluates.year])]
  if (!project || !isYear(year)) return undefined
  const { name = '', measure = '' } = evaluates
  return { project, year, isLine: name !== '', name: text(data[name]), measure: text(data[measure]) }
}

/** What is typed is asked for when the typing pauses. */
function useLater(data: Asked['data']): Asked['data'] {
  const [later, setLater] = useState(data)
  useEffect(() => {
    const timer = setTimeout(() => setLater(data), 300)
    return () => clearTimeout(timer)
  }, [data])
  return later
}

/** Beside a record: what came of the year before, for a document to cite. */
export const RecordLastYear = ({ ledger, record }: { ledger: string; record: { data: Record<string, unknown> } }) => (
  <LastYearOf ledger={ledger} data={record.data} />
)
/** Beside a form, as soon as it says which project and year. */
export const FormLastYear = ({ ledger, data }: Asked) => <LastYearOf ledger={ledger} data={useLater(data)} />

function LastYearOf(props: Asked) {
  const asked = useAsked(props)
  const { data: last } = useQuery({
    ...lastYearQuery(asked?.project ?? '', asked?.year ?? 0),
    enabled: asked !== undefined,
  })
  if (!asked || !last) return null
  const { lastLine } = props.data
  const line = asked.isLine ? lastOf(last.lines, { ...asked, lastLine: text(lastLine) }) : undefined
  return (
    <section className="last-year">
      <h3>{last.year} 年的结果和应用</h3>
      {last.unknown ? (
        <p className="soft">{last.citation[0]}</p>
      ) : (
        <>
          {asked.isLine ? <Line line={line} year={last.year} /> : null}
          {line ? <Lowered data={props.data} line={line} /> : null}
          <Facts facts={factsOf(last, asked.project)} />
        </>
      )}
    </section>
  )
}

function Line({ line, year }: { line: LastYearAnswer['lines'][number] | undefined; year: number }) {
  if (!line) return <p className="soft">{year} 年没有同名同单位的指标。</p>
  const { id, name, targetText, actualText, points, weight } = line
  return (
    <p>
      上年的<Go to={recordUrl('indicator', id)}>“{name}”</Go>：目标 <strong>{targetText}</strong>，完成{' '}
      <strong>{actualText || '没有完成值'}</strong>，得 {points} 分（分值 {Number(weight)}）。
    </p>
  )
}

/** Said while the target is written, as it will be asked. */
function Lowered({ data, line }: { data: Asked['data']; line: LastYearAnswer['lines'][number] }) {
  const { direction, target, measure } = data
  if (typeof target !== 'number') return null
  const value = String(target / 1000)
  const sentence = loweredBy(
    {
      direction: direction as ScoreLine['direction'],
      target: value,
      targetText: `${value}${text(measure) ?? ''}`,
      measure: text(measure) ?? '',
    },
    line,
  )
  if (!sentence) return null
  return (
    <p>
      <ToneShape tone="soon" /> {sentence}
    </p>
  )
}

const List = ({ children }: { children: ReactNode }) => <ul className="last-year-list">{children}</ul>
const none = (what: string) => <span className="soft">{what}</span>

function scoreOf({ year, evaluation, computed }: LastYearAnswer, project: string): ReactNode {
  const counted = computed ? `按指标计算 ${computed.total} 分，${computed.grade}` : '没有绩效指标'
  return (
    <>
      {evaluation ? (
        <>
          <Go to={recordUrl('self-evaluation', evaluation.id)}>{evaluation.number ?? '自评组织'}</Go>{' '}
          {evaluation.score === undefined ? '还没有汇总' : `${evaluation.score} 分，${evaluation.grade}`}{' '}
          <StateTag tone={evaluation.tone as Tone}>{evaluation.state}</StateTag>{' '}
        </>
      ) : (
        none('没有登记自评组织 ')
      )}
      {computed ? (
        <Go to={scoreUrl(project)} search={{ year: String(year) }}>
          {counted}
        </Go>
      ) : (
        none(counted)
      )}
    </>
  )
}

function factsOf(last: LastYearAnswer, project: string): Fact[] {
  const lost = last.lines.filter((line) => Number(line.lost) > 0)
  const problems = [...lost.map(({ name, lost: points }) => `“${name}”扣 ${points} 分`), ...last.differences]
  return [
    { label: '得分和等级', value: scoreOf(last, project), wide: true },
    { label: '存在问题', value: problems.length ? problems.join('；') : none('没有扣分的指标和复核差异'), wide: true },
    { label: '整改', value: rectified(last), wide: true },
    { label: '结果应用', value: used(last), wide: true },
  ]
}

function rectified({ rectifications }: LastYearAnswer): ReactNode {
  if (!rectifications.length) return none('没有登记整改')
  return (
    <List>
      {rectifications.map(({ id, number, problem, state, tone, dueOn }) => (
        <li key={id}>
          <Go to={recordUrl('rectification', id)}>{number}</Go> {problem}{' '}
          <StateTag tone={tone as Tone}>{state}</StateTag> <span className="soft">期限 {dueOn}</span>
        </li>
      ))}
    </List>
  )
}

function used({ uses, more, less }: LastYearAnswer): ReactNode {
  if (!uses.length) return none('还没有登记应用')
  const sums = [more ? `预算倾斜 ${wan(more)} 万元` : '', less ? `预算压缩 ${wan(less)} 万元` : ''].filter(Boolean)
  return (
    <>
      {sums.length ? <p>与结果挂钩：{sums.join('，')}</p> : null}
      <List>
        {uses.map(({ id, number, form, amount, usedOn, paper, said }) => (
          <li key={id}>
            <Go to={recordUrl('result-use', id)}>{number}</Go> {form}
            {amount === undefined ? '' : ` ${wan(amount)} 万元`}：{said}{' '}
            <span className="soft">
              {usedOn}
              {paper ? ` ${paper}` : ''}
            </span>
          </li>
        ))}
      </List>
    </>
  )
}
