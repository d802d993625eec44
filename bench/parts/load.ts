import pg from 'pg'
import { draftLife } from '../../modules/ledger/commands.ts'
import { type Draft, type Given, type Issuer, numberText, takingsOf } from '../../modules/ledger/domain.ts'
import { getLedger, type Ledger, type LedgerRuntime } from '../../modules/ledger/index.ts'
import type { Day } from '../../platform/clock.ts'
import { DAY, msOf } from '../../server/demo/times.ts'
import { addLife, copyTexts, emptyTexts } from './copy.ts'
import { cases } from './of/cases.ts'
import type { Share, Subject } from './subject.ts'
import { lastDay, type Town, tenant } from './town.ts'

export interface Loaded {
  entries: number
  /** The last number given, by series and year. */
  last: Map<string, number>
}

/** So many records split by years, each year getting what its days are worth. */
export function sharesOf(firstDay: Day, count: number, toDay: Day = lastDay): Share[] {
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(toDay.slice(0, 4))]
  const spans = Array.from({ length: last - first + 1 }, (_, i) => ({
    fromDay: i === 0 ? firstDay : `${first + i}-01-01`,
    toDay: i === last - first ? toDay : `${first + i}-12-31`,
  }))
  const days = (span: { fromDay: Day; toDay: Day }) => (msOf(span.toDay) - msOf(span.fromDay)) / DAY + 1
  const all = spans.reduce((sum, span) => sum + days(span), 0)
  return spans.map((span) => ({ ...span, count: Math.round((count * days(span)) / all) }))
}

/** The numbers a draft takes, each the next of its series. A life's numbers are all of the year it begins in. */
function numbersFor(ledger: Ledger, issuer: Issuer, draft: Draft, last: Map<string, number>): Given {
  const given: { number?: string; papers: Record<string, string> } = { papers: {} }
  for (const { series, pattern, year, field } of takingsOf(ledger, draft)) {
    const key = `${series} ${year}`
    const seq = (last.get(key) ?? 0) + 1
    last.set(key, seq)
    const number = numberText(pattern, issuer, year, seq)
    if (field) given.papers[field] = number
    else given.number = number
  }
  return given
}

const batch = 250
/** Decides every life and copies it in, a batch at a time. */
export async function loadShares(
  engine: LedgerRuntime,
  ownerUrl: string,
  town: Town,
  shares: readonly Share[],
  subject: Subject = cases,
): Promise<Loaded> {
  const ledger = getLedger(engine.ledgers, subject.ledger)
  const world = await engine.world(tenant)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const loaded: Loaded = { entries: 0, last: new Map() }
  let texts = emptyTexts()
  let copying = Promise.resolve()
  for (const share of shares)
    for (const life of subject.lives(town, share)) {
      const draft = draftLife(ledger, world, life)
      loaded.entries += addLife(texts, ledger, draft, numbersFor(ledger, world, draft, loaded.last))
      if (texts.record.length < batch) continue
      // While the database takes in one batch, the next is decided.
      await copying
      copying = copyTexts(owner, texts)
      texts = emptyTexts()
    }
  await copying
  await copyTexts(owner, texts)
  await owner.end()
  return loaded
}

export async function setCounters(ownerUrl: string, last: Iterable<[string, number]>): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const given = [...last].map(([key, seq]) => [...key.split(' '), seq])
  await owner.query(
    `insert into ledger.counter (tenant, series, year, last)
     select $1, t.* from unnest($2::text[], $3::int[], $4::int[]) as t(series, year, last)`,
    [tenant, ...[0, 1, 2].map((i) => given.map((row) => row[i]))],
  )
  await owner.end()
}
