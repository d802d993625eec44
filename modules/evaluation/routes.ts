import { type Http, serve } from '../../platform/http.ts'
import type { LedgerRuntime } from '../ledger/index.ts'
import { aimedMoney } from './aims.ts'
import { bySchemes } from './compare.ts'
import { readLastYear } from './contract/last-year.ts'
import { listSurveys, readSurvey } from './contract/surveys.ts'
import {
  compareScores,
  listQuestions,
  listScores,
  readAims,
  readLibrary,
  readMonitoring,
  readScore,
} from './contract.ts'
import { citationOf } from './domain/last-year.ts'
import type { Scheme } from './domain.ts'
import { type LibraryIndicator, libraryWithPast } from './library.ts'
import { dayAsked, monitoring } from './monitored.ts'
import type { MonitoringRules } from './monitoring.ts'
import { lastYears } from './queries/last-year.ts'
import { surveyLines, surveyResults } from './queries/surveys.ts'
import { projectScore, projectScores } from './queries.ts'
import { questionsAbout, questionsOf } from './questions.ts'
import { registerAnnex } from './routes/annex.ts'
import { registerForms } from './routes/forms.ts'

/** What the catalog declares. */
interface Declared {
  schemes: readonly Scheme[]
  library: readonly LibraryIndicator[]
  rules: MonitoringRules
}

/** `settle` has the counts follow what was entered a moment ago. */
export function registerEvaluation(
  http: Http,
  runtime: Pick<LedgerRuntime, 'database' | 'ledgers' | 'clock' | 'world'>,
  { schemes, library, rules }: Declared,
  settle: (tenant: string) => Promise<void>,
): void {
  const { database, ledgers: catalog, clock, world } = runtime
  registerForms(http, runtime, schemes, settle)
  registerAnnex(http, runtime, schemes, settle)
  serve(http, listScores, async ({ request, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    return database.inTenant(tenant, async (tx) => {
      const sight = { catalog, schemes, year }
      const scores = await projectScores(tx, sight)
      const open = (await questionsAbout(tx, sight, scores)).filter(({ answer }) => !answer)
      return scores.map(({ project, name, lines, total, grade, execution, coverage }) => ({
        project,
        name,
        indicators: lines.length,
        total,
        grade,
        rate: execution.rate,
        entries: coverage.entries,
        questions: open.filter((one) => one.project === project).length,
      }))
    })
  })

  serve(http, readMonitoring, async ({ request, query: { year, until: asked } }) => {
    const { tenant } = request.actor
    const until = dayAsked(year, asked, clock.now())
    await settle(tenant)
    return database.inTenant(tenant, (tx) => monitoring(tx, { catalog, schemes, rules, year, until }))
  })

  serve(http, readScore, async ({ request, params, query: { year, asOf, scheme } }) => {
    const { tenant } = request.actor
    if (asOf === undefined) await settle(tenant)
    return database.inTenant(tenant, (tx) => projectScore(tx, { catalog, schemes, year, asOf, scheme }, params.id))
  })
  serve(http, readLastYear, async ({ request, params, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    const last = await database.inTenant(tenant, async (tx) =>
      (await lastYears(tx, { catalog, schemes, year }))(params.id),
    )
    return { ...last, citation: citationOf(last) }
  })
  serve(http, listQuestions, async ({ request, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    const org = await world(tenant)
    const questions = await database.inTenant(tenant, (tx) => questionsOf(tx, { catalog, schemes, year }))
    return questions.map(({ answer, ...question }) => ({
      ...question,
      ...(answer ? { answer: { ...answer, by: org.personName(answer.by) } } : {}),
    }))
  })

  serve(http, readAims, async ({ request, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    return database.inTenant(tenant, (tx) => aimedMoney(tx, { catalog, schemes, year }))
  })

  serve(http, readLibrary, async ({ request, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    return database.inTenant(tenant, (tx) => libraryWithPast(tx, { catalog, schemes, year }, library))
  })

  serve(http, compareScores, async ({ request, params, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    return database.inTenant(tenant, (tx) => bySchemes(tx, { catalog, schemes, year }, params.id))
  })

  serve(http, listSurveys, async ({ request, query: { year } }) => {
    const { tenant } = request.actor
    await settle(tenant)
    return database.inTenant(tenant, (tx) => surveyLines(tx, catalog, year))
  })

  serve(http, readSurvey, ({ request, params: { code } }) =>
    database.inTenant(request.actor.tenant, (tx) => surveyResults(tx, catalog, code), { readOnly: true }),
  )
}
