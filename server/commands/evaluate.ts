import { parseArgs } from 'node:util'
import { Decimal } from 'decimal.js'
import { schemes } from '../../catalog/schemes/index.ts'
import { execution } from '../../modules/budget/index.ts'
import { aimedMoney, projectScores, questionsOf, type ScoreAnswer, WHOLE } from '../../modules/evaluation/index.ts'
import type { Config } from '../../platform/config.ts'
import { invalid } from '../../platform/errors.ts'
import { withParts } from '../with-parts.ts'

const usage = '用法：npx chengji evaluate 单位代码 年度 [--scheme 评分办法] [--json]'

/** 万元, as the forms have it. */
const wan = (fen: number) => new Decimal(fen).div(1_000_000).toNumber()
const evidence = {
  ledger: 'entries',
  computed: 'entries',
  payment: 'payments',
  survey: 'survey',
  typed: 'typed',
} as const

const lineOf = (line: ScoreAnswer['lines'][number]) => ({
  indicator: line.name,
  target: line.targetText,
  actual: line.actualText || null,
  weight: Number(line.weight),
  score: Number(line.points),
  evidence: line.direction === 'qualitative' ? 'judged' : evidence[line.evidence],
  reason: line.because,
  ...(line.question ? { question: line.question } : {}),
})
const projectOf = ({ project, name, scheme, execution, total, grade, coverage, lines, faults }: ScoreAnswer) => ({
  code: project,
  name,
  scheme: scheme.id,
  budget: wan(execution.full),
  executed: wan(execution.paid),
  rate: execution.rate === null ? null : Number(execution.rate),
  score: Number(total),
  grade,
  execution: { weight: Number(execution.weight), score: Number(execution.points), reason: execution.because },
  coverage: {
    entries: Number(coverage.entries),
    judged: Number(coverage.judged),
    typed: Number(coverage.typed),
    missing: Number(coverage.missing),
  },
  lines: lines.map(lineOf),
  faults,
})

const meanOf = (scores: readonly ScoreAnswer[]) =>
  scores.length
    ? Decimal.sum(...scores.map(({ total }) => total))
        .div(scores.length)
        .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
        .toNumber()
    : null

/** Prints a year's scores, money in 万元: `{scheme, projects, bureau}` with `--json`, a table without. */
export async function evaluateCommand(config: Config, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { scheme: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [tenant, year] = positionals
  if (!tenant || !year || !/^20\d\d$/.test(year)) throw invalid('cli.evaluate', usage)
  const found = await withParts(config, async ({ parts: { runtime }, settled, getTenant }) => {
    const { title } = await getTenant(tenant)
    await settled(tenant)
    return runtime.database.inTenant(tenant, async (tx) => {
      const sight = { catalog: runtime.ledgers, schemes, year: Number(year), scheme: values.scheme }
      return {
        title,
        scores: await projectScores(tx, sight),
        money: await execution(tx, runtime.ledgers, sight.year),
        aims: await aimedMoney(tx, sight),
        questions: await questionsOf(tx, sight),
      }
    })
  })
  const projects = found.scores.filter(({ project }) => project !== WHOLE)
  const whole = found.scores.find(({ project }) => project === WHOLE)
  const { totals, identities } = found.money
  const scheme = found.scores[0]?.scheme
  const bureau = {
    tenant,
    title: found.title,
    year: Number(year),
    budget: wan(totals.full),
    executed: wan(totals.paid),
    rate: totals.rate === null ? null : Number(totals.rate),
    mean: meanOf(projects),
    ...(whole ? projectOf(whole) : { score: null, grade: null, lines: [] }),
    aims: found.aims.map(({ label, spent, aimed, share, without }) => ({
      label,
      spent: wan(spent),
      aimed: wan(aimed),
      share: share === null ? null : Number(share),
      without: without === null ? null : Number(without),
    })),
    questions: found.questions.map(({ about, name, sentence, answer }) => ({
      about,
      name,
      sentence,
      answered: answer !== undefined,
    })),
    identities: identities.map(({ id, label, holds, sentence }) => ({ id, label, holds, sentence })),
  }
  if (values.json) {
    const { id, version, title, document } = scheme ?? {}
    console.log(
      JSON.stringify({
        scheme: scheme ? { id, version, title, document } : null,
        projects: projects.map(projectOf),
        bureau,
      }),
    )
    return 0
  }
  if (!scheme) {
    console.log(`${found.title}（${tenant}）${year}年没有绩效指标；请先设定指标。`)
    return 0
  }
  console.log(`${found.title}（${tenant}）${year}年，${scheme.title}（${scheme.id}）`)
  for (const { name, execution: row, total, grade, scheme: by } of found.scores)
    console.log(
      `  ${total.padStart(6)} ${grade}  ${name}，执行${wan(row.paid)}÷${wan(row.full)}万元${row.rate ? `，${row.rate}%` : ''}${by.id === scheme.id ? '' : `，按${by.title}（${by.id}）`}`,
    )
  if (bureau.mean !== null) console.log(`  平均 ${bureau.mean.toFixed(2)} 分`)
  return 0
}
