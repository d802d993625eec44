import type { Search } from '../../../kit/nav.tsx'
import { figureUrl } from '../../metrics/screens/index.ts'
import type { Query } from '../domain.ts'
import type { PreviewFigure } from './documents.ts'

/** The first thing a figure of a document counts; a score counts nothing by itself. */
function firstQuery({ from, queries }: PreviewFigure): Query | undefined {
  if (queries) return queries.num[0]
  if (!from) return undefined
  if ('sum' in from) return from.sum[0]
  if ('rate' in from) return from.rate[0]
  return 'share' in from ? from.share : undefined
}

function projectOf({ from, score }: PreviewFigure): string | undefined {
  if (from && 'score' in from) return from.score
  if (from && 'grade' in from) return from.grade
  return (score as { project?: string } | undefined)?.project
}

/** Where the way back from a figure begins: its figure page, or the score it repeats. */
export function addressOf(figure: PreviewFigure, year: number): { to: string; search: Search } | undefined {
  const query = firstQuery(figure)
  if (query) {
    const where = Object.fromEntries(Object.entries(query.where ?? {}).map(([name, value]) => [`where.${name}`, value]))
    const named = query.where ? { named: figure.label } : {}
    return { to: figureUrl(query.metric), search: { period: String(year), ...where, ...named } }
  }
  const project = projectOf(figure)
  return project === undefined ? undefined : { to: `/evaluation/${encodeURIComponent(project)}`, search: {} }
}
