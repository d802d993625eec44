import type { Tx } from '../../platform/db.ts'
import { execution, projectNames } from '../budget/index.ts'
import { drillRows } from '../metrics/index.ts'
import type { ScoreAnswer } from './contract.ts'
import { type LastYear, uncited } from './domain/last-year.ts'
import { WHOLE } from './evidence.ts'
import { lastYears } from './queries/last-year.ts'
import { projectScores } from './queries.ts'
import { review } from './review.ts'
import { type ScoreSight, seen } from './sight.ts'

/** Something a reader of the year would ask: where it comes from, and what was said to it. */
export interface Question {
  /** Stays the same while the matter does: `B-22 DJ02 1-03`. */
  about: string
  project: string
  name: string
  sentence: string
  answer?: { text: string; on: string; record: string; by: string }
}
type Open = Omit<Question, 'answer'>

const aboutOf = (...words: readonly (string | undefined)[]) => words.filter(Boolean).join(' ')

function ofScore(score: ScoreAnswer, last: LastYear): Open[] {
  const { project, name, lines, execution: row, faults } = score
  const said = (rule: string, sentence: string, code?: string): Open => ({
    about: aboutOf(rule, project, code),
    project,
    name,
    sentence,
  })
  return [
    ...faults.map((fault, i) => said(`S-00.${i + 1}`, fault)),
    ...(row.question ? [said('S-01', `预算执行率：${row.question}`)] : []),
    ...review({ lines, money: row, last: last.lines }).map(({ rule, line, sentence }) =>
      said(rule, sentence, line.code),
    ),
    ...uncited(last, lines).map((sentence, i) => said(`T-07.${i + 1}`, sentence)),
    ...lines.flatMap(({ code, name: indicator, missing, because, question }) => {
      if (missing) return [said('S-02', because, code)]
      return question ? [said('S-03', `“${indicator}”${question}`, code)] : []
    }),
  ]
}

async function ofMoney(tx: Tx, { catalog, year, asOf }: ScoreSight, scored: ReadonlySet<string>): Promise<Open[]> {
  const { lines, identities } = await execution(tx, catalog, year, asOf)
  const broken = identities
    .filter(({ holds }) => !holds)
    .map(({ id, label, sentence }) => ({ about: aboutOf(id, WHOLE, label), project: WHOLE, name: label, sentence }))
  const rates = lines.flatMap(({ project, name, budgetType, question }) =>
    question ? [{ about: aboutOf('B-09', project, budgetType), project, name, sentence: question }] : [],
  )
  const basic = new Set(['people', 'public'])
  const aimless = lines
    .filter(({ project, full, paid }) => !basic.has(project) && (full > 0 || paid > 0) && !scored.has(project))
    .map(({ project, name }) => ({
      about: aboutOf('B-21', project),
      project,
      name,
      sentence: `${name}有资金而没有绩效目标；请设定指标，或说明不设的原因。`,
    }))
  const known = await projectNames(tx, catalog, { year, asOf })
  const strange = [...scored]
    .filter((project) => project !== WHOLE && !known.has(project))
    .map((project) => ({
      about: aboutOf('T-05', project),
      project,
      name: project,
      sentence: `项目编码“${project}”没有入库，是否写错？请改用入库项目的编码，或先办理项目入库。`,
    }))
  const spent = lines.some(({ paid }) => paid > 0) || identities.length > 0
  const bare = { about: aboutOf('M-01', WHOLE), project: WHOLE, name: '部门整体支出' }
  const nothing =
    spent && !scored.size
      ? [{ ...bare, sentence: '本年度没有绩效指标，自评报告会缺少项目自评表、自评得分和等级；请设定指标。' }]
      : []
  return [...broken, ...rates, ...aimless, ...strange, ...nothing]
}

const round2 = (value: string | number) => Number(value).toFixed(2)

/** What somebody concluded, beside what the lines come to: a score nobody can reach, a grade of another band. */
async function ofConclusions(tx: Tx, sight: ScoreSight, scores: readonly ScoreAnswer[]): Promise<Open[]> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'self-evaluation.concluded',
    from: `${sight.year}-01-01`,
    to: `${sight.year + 1}-12-31`,
    limit: 1000,
    ...seen(sight),
  })
  return rows
    .filter(({ data }) => data.year === sight.year)
    .flatMap(({ data }) => {
      const found = scores.find(({ project }) => project === data.object)
      if (!found || typeof data.score !== 'number') return []
      const { project, name, total, grade } = found
      const said = round2(data.score / 1000)
      const parts = `预算执行${found.execution.points}分，各项指标${round2(Number(total) - Number(found.execution.points))}分`
      const wrongScore =
        said === total
          ? []
          : [
              `汇总登记得分${said}分，按各项计算为${total}分（${parts}）；${Number(said) > Number(total) ? '各项相加到不了登记的得分，' : ''}请核对。`,
            ]
      const wrongGrade = String(data.grade).startsWith(grade)
        ? []
        : [`汇总登记等级“${String(data.grade)}”，按“${found.scheme.title}”的等级应为“${grade}”；请核对。`]
      return [
        ...wrongScore.map((sentence) => ({ about: aboutOf('S-04', project), project, name, sentence })),
        ...wrongGrade.map((sentence) => ({ about: aboutOf('S-05', project), project, name, sentence })),
      ]
    })
}

/** An answer is to the question as it was asked: when the figures have moved on it is asked anew. */
const keyOf = ({ about, sentence }: Pick<Open, 'about' | 'sentence'>) => `${about}\n${sentence}`

async function answersIn(tx: Tx, sight: ScoreSight): Promise<Map<string, Question['answer']>> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'question-answer.answered',
    from: `${sight.year - 1}-01-01`,
    to: `${sight.year + 2}-12-31`,
    limit: 10_000,
    ...seen(sight),
  })
  return new Map(
    rows
      .filter(({ data }) => data.year === sight.year)
      .reverse()
      .map(({ record, data }) => [
        keyOf({ about: String(data.about), sentence: String(data.question) }),
        { text: String(data.answer), on: String(data.answeredOn), record, by: String(data.answeredBy) },
      ]),
  )
}

/** Everything about a year's targets, money and scores that a reader would ask, with what was answered. */
export const questionsOf = async (tx: Tx, sight: ScoreSight): Promise<Question[]> =>
  questionsAbout(tx, sight, await projectScores(tx, sight))

/** The same, where the scores are at hand. */
export async function questionsAbout(tx: Tx, sight: ScoreSight, scores: readonly ScoreAnswer[]): Promise<Question[]> {
  const scored = new Set(scores.map(({ project }) => project))
  const last = await lastYears(tx, sight)
  const open = [
    ...scores.flatMap((score) => ofScore(score, last(score.project))),
    ...(await ofConclusions(tx, sight, scores)),
    ...(await ofMoney(tx, sight, scored)),
  ]
  const answers = await answersIn(tx, sight)
  return open.map((one) => {
    const answer = answers.get(keyOf(one))
    return answer ? { ...one, answer } : one
  })
}
