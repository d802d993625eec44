import type { Tx } from '../../platform/db.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { drillRows } from '../metrics/index.ts'
import { type Band, doesScore, type Scheme, type Subject, schemeFor } from './domain.ts'
import { type Row, text } from './rows.ts'
import { type ScoreSight, seen } from './sight.ts'

const number = (value: unknown) => (typeof value === 'number' ? value / 1000 : undefined)

/** The bands of a scheme with the bounds a bureau's paper sets; the last one always begins at nothing. */
const bandsOf = (bands: readonly Band[], { best, good, fair }: Row): Band[] =>
  bands.map((band, i) => ({ ...band, from: [number(best), number(good), number(fair)][i] ?? band.from }))

const levelNames = ['output', 'cost', 'benefit', 'satisfaction'] as const
function levelsOf(base: Scheme, data: Row): Scheme['levels'] {
  const set = levelNames.flatMap((name) => {
    const weight = number(data[name])
    return weight === undefined ? [] : [[name, weight] as const]
  })
  return set.length ? Object.fromEntries(set) : base.levels
}

/** What a paper says it scores; `both` and nothing more is any. */
const subjects: Readonly<Record<string, Subject>> = { project: 'project', whole: 'whole' }

/** A scheme as a bureau registered it: a known one, with what its own paper says otherwise. */
function registered(base: Scheme, record: string, data: Row): Scheme {
  const [rateBelow, most] = [number(data.capBelow), number(data.capMost)]
  const explainBelow = number(data.explainBelow)
  const { scores: known, ...rest } = base
  const scores = data.scores === undefined ? known : subjects[String(data.scores)]
  return {
    ...rest,
    ...(scores ? { scores } : {}),
    id: String(data.code),
    version: record,
    title: String(data.title),
    issuer: String(data.issuer),
    source: { document: String(data.document), certainty: 'read', note: `以“${base.title}”为基础，由本单位登记。` },
    execution: number(data.execution) ?? base.execution,
    levels: levelsOf(base, data),
    reverseRule: (text(data.reverse) as Scheme['reverseRule'] | undefined) ?? base.reverseRule,
    overAchieved: number(data.over) ?? base.overAchieved,
    bands: bandsOf(base.bands, data),
    ...(explainBelow === undefined ? {} : { explainBelow }),
    ...(rateBelow === undefined || most === undefined ? {} : { caps: [{ rateBelow, most }] }),
  }
}

/** What a bureau registered for a year: what holds since the latest year first, of several that registered last. */
async function registeredIn(tx: Tx, sight: ScoreSight): Promise<Scheme[]> {
  const { rows } = await drillRows(tx, sight.catalog, {
    metric: 'scoring-scheme.registered',
    from: '2000-01-01',
    to: `${sight.year + 1}-12-31`,
    limit: 100,
    ...seen(sight),
  })
  return rows
    .filter(({ data }) => Number(data.since) <= sight.year)
    .sort((a, b) => Number(b.data.since) - Number(a.data.since))
    .flatMap(({ record, data }) => {
      const base = sight.schemes.find(({ id }) => id === data.base)
      return base ? [registered(base, record, data)] : []
    })
}

/** The schemes of a bureau in a year. */
export interface Schemes {
  /** Those it may score such a subject by, that which applies first. Errors: none applies (404). */
  of(subject: Subject): Scheme[]
  /** The one that was asked for, whatever it scores. */
  asked?: Scheme
}

const called: Record<Subject, string> = { project: '项目支出', whole: '部门整体支出' }
const idsOf = (schemes: readonly Scheme[]) => schemes.map(({ id }) => id).join('、')

function askedOf(all: readonly Scheme[], name: string): Scheme {
  const found = all.find(({ id }) => id.toUpperCase() === name.toUpperCase())
  if (!found) throw notFound('evaluation.scheme-unknown', `没有“${name}”这个评分办法；可以：${idsOf(all)}。`)
  return found
}

/** Whoever asks for one score by one scheme is told (422) when that does not score such a subject. */
export function refuseElsewhere({ asked, of }: Schemes, subject: Subject): void {
  if (!asked || doesScore(asked, subject)) return
  throw invalid(
    'evaluation.scheme-elsewhere',
    `“${asked.title}”只评${called[asked.scores!]}，不评${called[subject]}；可以：${idsOf(of(subject))}。`,
  )
}

/** Errors: no scheme is called as the one that was asked for (404). */
export async function schemesIn(tx: Tx, sight: ScoreSight): Promise<Schemes> {
  const own = await registeredIn(tx, sight)
  const asked = sight.scheme === undefined ? undefined : askedOf([...own, ...sight.schemes], sight.scheme)
  return {
    ...(asked ? { asked } : {}),
    of(subject) {
      const given = schemeFor(sight.schemes, tx.tenant, sight.year, subject)
      const mine = own.filter((one) => doesScore(one, subject))
      const first = [...(asked && doesScore(asked, subject) ? [asked] : []), ...mine, ...(given ? [given] : [])]
      if (!first.length)
        throw notFound(
          'evaluation.no-scheme',
          `没有适用于${sight.year}年${called[subject]}的评分办法；请先在“评分办法”中登记财政部门的文件。`,
        )
      return [...new Set([...first, ...sight.schemes.filter((one) => doesScore(one, subject))])]
    },
  }
}
