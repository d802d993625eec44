export { documents } from '../../catalog/documents/index.ts'
export { schemes } from '../../catalog/schemes/index.ts'
export { demoFigures } from '../../server/demo/figures.ts'

import { type LedgerRuntime, type Life, replay, SYSTEM } from '../../modules/ledger/index.ts'
import { addDays, type Instant } from '../../platform/clock.ts'
import type { BureauFigures } from '../../server/demo/figures.ts'
import { crewDays } from '../../server/demo/spread.ts'
import { answerData, answersFor, surveyData, surveyedIn } from '../../server/demo/surveys.ts'
import { photo } from './casework.ts'

const noon = (on: string): Instant => `${on}T04:00:00.000Z`
const life = (move: string, on: string, data: Record<string, unknown>, person = 'p-performance'): Life => ({
  steps: [{ move, data, person, at: noon(on) }],
})

/** A bureau's whole reported year as entries of the small bureau: money, works, indicators and typed values. */
export async function enterFigures(runtime: LedgerRuntime, tenant: string, figures: BureauFigures): Promise<void> {
  const { year, projects, basic, works, indicators } = figures
  const first = `${year}-01-02`
  const days = Array.from({ length: 350 }, (_, i) => addDays(first, i))
  const enter = (ledger: string, lives: readonly Life[]) => replay(runtime, tenant, ledger, lives)
  const unit = 'u-bureau'
  await enter(
    'project',
    projects.map(({ code, name, kind, goal }) =>
      life('open', first, { code, name, kind, unit, startOn: first, ...(goal ? { goal } : {}) }),
    ),
  )
  await enter(
    'fund',
    projects.flatMap(({ code, budgetType, initial }) =>
      initial
        ? [
            life('approve', initial.on, {
              year,
              kind: 'project',
              project: code,
              budgetType,
              amount: initial.amount,
              unit,
              approvedOn: initial.on,
            }),
          ]
        : [],
    ),
  )
  await enter(
    'fund',
    basic.flatMap(({ kind, initial }) =>
      initial
        ? [
            life('approve', initial.on, {
              year,
              kind,
              budgetType: 'general',
              amount: initial.amount,
              unit,
              approvedOn: initial.on,
            }),
          ]
        : [],
    ),
  )
  await enter(
    'payment',
    projects.flatMap(({ code, budgetType, payments, payeeKind, use }) =>
      payments.map(({ on, amount }) =>
        life('pay', on, { project: code, budgetType, amount, paidOn: on, payeeKind, use, unit }),
      ),
    ),
  )
  await enter(
    'basic-spending',
    basic.flatMap(({ kind, use, payments }) =>
      payments.map(({ on, amount }) => life('pay', on, { kind, use, amount, paidOn: on, unit })),
    ),
  )
  await enter(
    'work',
    works.flatMap((work) =>
      crewDays(work, days).map(({ on, quantity }) =>
        life('record', on, {
          kind: work.kind,
          campaign: work.campaign,
          quantity,
          doneOn: on,
          place: '芝山路',
          street: '芝山路',
          unit,
        }),
      ),
    ),
  )
  const surveyed = surveyedIn(indicators)
  const surveys = await enter(
    'survey',
    surveyed.map((one) => ({
      steps: [
        ...life('draft', `${year}-11-10`, surveyData(one, year, unit)).steps,
        ...life('open', `${year}-11-15`, {}).steps,
        ...life('end', `${year}-12-11`, {}, SYSTEM).steps,
      ],
    })),
  )
  await enter(
    'survey-answer',
    surveyed.flatMap(({ value }, at) =>
      answersFor(value).map((answer, i) =>
        life('enter', `${year}-12-02`, answerData(surveys[at]!.id, answer, year, i)),
      ),
    ),
  )
  const set = await enter(
    'indicator',
    indicators.map(({ typed: _, stated: __, surveyed: ___, ...indicator }) =>
      life('set', first, { year, ...indicator, setOn: first }),
    ),
  )
  await enter(
    'typed-value',
    indicators.flatMap(({ project, typed }, at) =>
      typed
        ? [
            life('give', `${year}-12-20`, {
              indicator: set[at]!.id,
              project,
              valueOn: `${year}-12-20`,
              files: [photo],
              ...typed,
            }),
          ]
        : [],
    ),
  )
}
