import { Decimal } from 'decimal.js'
import type { Tx } from '../../platform/db.ts'
import { execution } from '../budget/index.ts'
import { indicatorsOf } from './rows.ts'
import type { ScoreSight } from './sight.ts'

/** How much of the projects' money has a target to be held against, of one budget. Amounts in 分. */
export interface AimedMoney {
  budgetType: string
  label: string
  spent: number
  aimed: number
  /** Percent with two decimals; null when nothing was spent. */
  share: string | null
  without: string | null
}
const percent = (part: number, whole: number) =>
  whole === 0 ? null : new Decimal(part).times(100).div(whole).toFixed(2, Decimal.ROUND_HALF_UP)

/** 目标覆盖: what the projects that have indicators spent, of what all projects spent (rules B-21). */
export async function aimedMoney(tx: Tx, sight: ScoreSight): Promise<AimedMoney[]> {
  const aimed = new Set((await indicatorsOf(tx, sight)).map(({ project }) => project))
  const { lines } = await execution(tx, sight.catalog, sight.year, sight.asOf)
  const basic = new Set(['people', 'public'])
  const ofProjects = lines.filter(({ project }) => !basic.has(project))
  return [...new Map(ofProjects.map((line) => [line.budgetType, line.budgetTypeLabel]))].map(([budgetType, label]) => {
    const own = ofProjects.filter((line) => line.budgetType === budgetType)
    const sum = (of: typeof own) => of.reduce((all, { paid }) => all + paid, 0)
    const [spent, covered] = [sum(own), sum(own.filter(({ project }) => aimed.has(project)))]
    return {
      budgetType,
      label,
      spent,
      aimed: covered,
      share: percent(covered, spent),
      without: percent(spent - covered, spent),
    }
  })
}
