import type { Search } from '../../../kit/nav.tsx'
import { figureUrl } from '../../metrics/screens/index.ts'
import type { Figure } from './documents.ts'

/**
 * Where the way back from a figure begins: its figure page, or the score it repeats. Of a figure that adds up several
 * counts it is the first; the others stand in its formula.
 */
export function addressOf(figure: Figure, year: number): { to: string; search: Search } | undefined {
  const query = figure.queries.num[0]
  if (query) {
    const where = Object.fromEntries(Object.entries(query.where ?? {}).map(([name, value]) => [`where.${name}`, value]))
    const named = query.where ? { named: figure.label } : {}
    return { to: figureUrl(query.metric), search: { period: String(year), ...where, ...named } }
  }
  if (!figure.score) return undefined
  return { to: `/evaluation/${encodeURIComponent(figure.score.project)}`, search: {} }
}
