import type { Life } from '../../modules/ledger/index.ts'
import type { BureauFigures, DemoIndicator } from './figures.ts'
import { enteringBy } from './money.ts'
import type { Roster } from './roster.ts'

const basisOf = ({ stated }: DemoIndicator) =>
  stated === 'both' ? '报告载明目标值和完成值' : '报告只载明完成值，演示中以完成值作目标值'

/** Indicators as set at the beginning of the year, in the order of the figures. */
export function planIndicators({ tenant, year, indicators }: BureauFigures, roster: Roster): Life[] {
  const enter = enteringBy(roster.of('performance'), roster, `${tenant} indicators`)
  const setOn = `${year}-01-22`
  return indicators.map((indicator) => {
    const { project, code, level1, level2, name, direction, target, targetText, measure, weight, evidence } = indicator
    const goal = { direction, target, targetText, measure, weight, setOn, basis: basisOf(indicator) }
    const source = { evidence, metric: indicator.metric, where: indicator.where }
    return enter('set', setOn, given({ year, project, code, level1, level2, name, ...goal, ...source }))
  })
}

/** What was answered to the questions about the targets, a few days after they were set. */
export function planAnswers({ tenant, year, answers = [] }: BureauFigures, roster: Roster): Life[] {
  const enter = enteringBy(roster.of('performance'), roster, `${tenant} answered`)
  const answeredOn = `${year}-01-25`
  return answers.map((answer) => enter('answer', answeredOn, { year, ...answer, answeredOn }))
}

/** What no ledger could give, typed when the year was over and shown by a picture; `ids` are those of the indicators, in their
 *  order. */
export function planTypedValues(
  { tenant, year, indicators }: BureauFigures,
  roster: Roster,
  ids: readonly string[],
  proof: string,
): Life[] {
  const enter = enteringBy(roster.of('performance'), roster, `${tenant} typed`)
  const valueOn = `${year}-12-31`
  return indicators.flatMap(({ project, typed }, i) => {
    if (!typed) return []
    const { value, tier, points, cause } = typed
    return [
      enter(
        'give',
        valueOn,
        given({ indicator: ids[i], project, value, tier, points, cause, valueOn, files: [{ hash: proof }] }),
      ),
    ]
  })
}

const given = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
