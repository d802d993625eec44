import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import { everyNode, type ScoreList, scoresOf } from '../../understand/scores.ts'
import { nameKey, sameName } from '../names.ts'
import { equalPoints, points } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** Work reported late costs points, or the report says why it does not. */
export const scoreLate: Rule = {
  id: 'score-model.late',
  kind: 'score-model',
  title: '写明滞后、未完成的，得分中应有扣分',
  source: '财预〔2020〕10号：未完成的绩效指标按比例扣分，并说明原因',
  fails:
    '除智慧城管因招标延迟滞后1个月外，其余项目均按期完成。\n项目名称|执行率|得分\n智慧城管|90%|99\n市政维护|100%|100',
  holds:
    '除智慧城管因招标延迟滞后1个月外，其余项目均按期完成。\n项目名称|执行率|得分\n智慧城管|90%|97.5\n市政维护|100%|100',
  *check(doc) {
    const rates = ratesOf(doc)
    for (const list of scoresOf(doc).lists)
      for (const row of list.rows) {
        const rate = rates.find(({ name }) => name === row.name) ?? rates.find(({ name }) => sameName(name, row.name))
        const explained = explainedBy(row.score.value, rate?.value)
        const late = lateOf(doc, row.name)
        if (late && (explained || row.score.value === 100)) yield wrong(row, late, explained)
        else if (explained) yield { verdict: 'consistent', formula: explained, places: [row.place] }
      }
    yield* untouched(doc)
  },
}

interface Rate {
  name: string
  value: number
}

/** Rates of execution of named projects, from tables. */
function ratesOf({ tables }: Understanding): Rate[] {
  return tables.flatMap(({ columns, rows, headingRows }) => {
    const at = columns.findIndex((words) => /执行率/.test(words))
    const nameAt = columns.findIndex((words) => /项目|名称|任务/.test(words))
    if (at < 0 || nameAt < 0) return []
    return rows.slice(headingRows).flatMap((row) => {
      const value = row[at]?.quantity?.value
      const name = row[nameAt]?.text ?? ''
      return value === undefined || nameKey(name).length < 2 ? [] : [{ name, value: value > 1.5 ? value : value * 100 }]
    })
  })
}

/** All points lost are those of execution, of one or two items of ten points: nothing else was deducted. */
function explainedBy(score: number, rate: number | undefined): string | undefined {
  if (rate === undefined || rate >= 100) return undefined
  const item = Math.round(rate * 10) / 100
  const exact = Math.round(rate * 10 + 1e-9) / 100
  for (const times of [1, 2])
    if (equalPoints(100 - times * (10 - item), score) || equalPoints(100 - times * (10 - exact), score))
      return `100 − ${times > 1 ? `${times} × ` : ''}(10 − ${points(item)}) = ${points(score)}`
  return undefined
}

const lateWords = /滞后|延迟|逾期|未按(?:期|时|计划)|推迟|延期/

/** Where the named thing is said to be late. */
function lateOf(doc: Understanding, name: string): Span | undefined {
  const key = nameKey(name)
  if (key.length < 2) return undefined
  for (const { text, start } of doc.sentences) {
    const at = text.search(lateWords)
    if (at < 0 || !text.includes(key)) continue
    const from = Math.max(...[...'；;，,'].map((stop) => text.lastIndexOf(stop, at))) + 1
    const clause = text.slice(from, at)
    if (!clause.includes(key) || /通过|加快|优化|防止|避免|整改/.test(clause)) continue
    if (!/\d|个月|天|日/.test(text.slice(at, at + 12)) && !/时效|完成/.test(text)) continue
    const rest = text.slice(at).search(/[，,；;]/)
    return { start: start + from, end: start + (rest < 0 ? text.length : at + rest) }
  }
  return undefined
}

function wrong(row: ScoreList['rows'][number], late: Span, explained: string | undefined): Outcome {
  const why = explained ? `所扣分数正好都是预算执行率的扣分（${explained}）` : '得了满分'
  return {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.62,
    message: `“${row.name}”写明有滞后，但得分${points(row.score.value)}分，${why}，时效没有扣分；请核对或说明。`,
    ...(explained ? { formula: explained } : {}),
    claimed: points(row.score.value),
    places: [late, row.place],
  }
}

/** A row that gives a reason for missing its target and has all its points. */
function* untouched(doc: Understanding): Generator<Outcome> {
  const { sheets } = scoresOf(doc)
  const rows = [...everyNode({ tops: [], sheets, totals: [], lists: [] })].filter(
    ({ weight, got, cells, target, actual }) =>
      weight &&
      got &&
      weight.value === got.value &&
      weight.value > 0 &&
      !(target && actual) &&
      /未完成|未达到|未达标|滞后|未按期|延期/.test(`${cells?.reason ?? ''}${cells?.actual ?? ''}`),
  )
  const [first] = rows
  if (!first?.got) return
  yield {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.7,
    message: `自评表中“${first.name}”${rows.length > 1 ? `等${rows.length}项` : ''}写明未完成或滞后，却得满分${points(first.got.value)}分。`,
    claimed: points(first.got.value),
    places: rows.map(({ place, got }) => ({ start: place.start, end: Math.max(place.end, got?.end ?? 0) })),
  }
}
