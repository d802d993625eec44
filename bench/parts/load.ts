import pg from 'pg'
import { draftLife } from '../../modules/ledger/commands.ts'
import { numberText } from '../../modules/ledger/domain.ts'
import { getLedger, type LedgerRuntime } from '../../modules/ledger/index.ts'
import { yearOf } from '../../platform/clock.ts'
import { random } from '../../server/demo/random.ts'
import { instant, msOf } from '../../server/demo/times.ts'
import { addLife, copyTexts, emptyTexts } from './copy.ts'
import { lifeOf, momentsOf } from './lives.ts'
import { lastDay, morning, type Town, tenant } from './town.ts'

/** A year's cases, or what of the year lies within the bench's days. Numbers run within the year. */
export interface Share {
  fromDay: string
  toDay: string
  count: number
}
export interface Loaded {
  entries: number
  /** The last number given, by year. */
  last: Map<number, number>
}

/** So many cases split by years, each year getting what its days are worth. */
export function sharesOf(firstDay: string, count: number): Share[] {
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))]
  const spans = Array.from({ length: last - first + 1 }, (_, i) => ({
    fromDay: i === 0 ? firstDay : `${first + i}-01-01`,
    toDay: i === last - first ? lastDay : `${first + i}-12-31`,
  }))
  const days = ({ fromDay, toDay }: { fromDay: string; toDay: string }) =>
    (msOf(toDay) - msOf(fromDay)) / 86_400_000 + 1
  const all = spans.reduce((sum, span) => sum + days(span), 0)
  return spans.map((span) => ({ ...span, count: Math.round((count * days(span)) / all) }))
}

const batch = 250
/** Decides every life and copies it in, a batch at a time. */
export async function loadShares(
  engine: LedgerRuntime,
  ownerUrl: string,
  town: Town,
  shares: readonly Share[],
): Promise<Loaded> {
  const ledger = getLedger(engine.ledgers, 'case')
  const world = await engine.world(tenant)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const loaded: Loaded = { entries: 0, last: new Map() }
  for (const { fromDay, toDay, count } of shares) {
    const drawn = random(`bench ${fromDay}`)
    const untilMs = Date.parse(morning)
    let texts = emptyTexts()
    let copying = Promise.resolve()
    for (const atMs of momentsOf(msOf(fromDay), msOf(toDay) + 86_400_000, count)) {
      const year = yearOf(instant(atMs))
      const seq = (loaded.last.get(year) ?? 0) + 1
      loaded.last.set(year, seq)
      const draft = draftLife(ledger, world, lifeOf(town, atMs, untilMs, drawn))
      loaded.entries += addLife(texts, ledger, draft, numberText(ledger.number!, world, year, seq))
      if (texts.record.length < batch) continue
      // While the database takes in one batch, the next is decided.
      await copying
      copying = copyTexts(owner, texts)
      texts = emptyTexts()
    }
    await copying
    await copyTexts(owner, texts)
  }
  await owner.end()
  return loaded
}

export async function setCounters(ownerUrl: string, last: ReadonlyMap<number, number>): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(
    `insert into ledger.counter (tenant, series, year, last) select $1, 'case', t.year, t.last from unnest($2::int[], $3::int[]) as t(year, last)`,
    [tenant, [...last.keys()], [...last.values()]],
  )
  await owner.end()
}
