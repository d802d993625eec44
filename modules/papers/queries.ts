import type { Instant } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { openFile, type PrintedPicture, printedPicture } from '../../platform/files.ts'
import { bureauTitle } from '../../platform/tenants.ts'
import { type Actor, getLedger, type LedgerRuntime, momentsOf, namesForData } from '../ledger/index.ts'
import { momentOf, type Paper, picturesIn, type Written, write } from './domain.ts'

/** What papers are given when the program starts. */
export interface PapersRuntime extends Pick<LedgerRuntime, 'ledgers' | 'world'> {
  database: Database
  papers: readonly Paper[]
  dataDir: string
}
/** Of which record, and who asks. */
export interface Asked {
  actor: Actor
  ledger: string
  id: string
}
export interface FoundPaper {
  paper: Paper
  at: Instant
  written: Written
}

/** The papers of a record that are there, the oldest first, as this reader may see them. */
export async function papersOf(runtime: PapersRuntime, { actor, ledger: name, id }: Asked): Promise<FoundPaper[]> {
  const { database, ledgers } = runtime
  const ledger = getLedger(ledgers, name)
  const world = await runtime.world(actor.tenant)
  const bureau = await bureauTitle(database, actor.tenant)
  const { moments, codes } = await database.inTenant(
    actor.tenant,
    async (tx) => {
      const found = await momentsOf(tx, ledger, actor, id)
      const said = found.map(({ data }) => data)
      return { moments: found, codes: await namesForData(tx, ledgers, ledger, said) }
    },
    { readOnly: true },
  )
  const { unitName, personName } = world
  const names = { unitName, personName, codes }
  return runtime.papers
    .filter((paper) => paper.ledger === name)
    .flatMap((paper) => {
      const moment = momentOf(paper, moments)
      return moment ? [{ paper, at: moment.at, written: write(paper, { ledger, moment, bureau, names }) }] : []
    })
    .sort((a, b) => a.at.localeCompare(b.at))
}

export async function getPaper(runtime: PapersRuntime, asked: Asked, paper: string): Promise<Written> {
  const found = (await papersOf(runtime, asked)).find((one) => one.paper.id === paper)
  if (!found) throw notFound('paper.not-there', '这条记录没有这份文书：它还没有形成，或者已经撤销。')
  return found.written
}

/** The pictures a paper shows, by their hashes. */
export async function picturesOf(
  { database, dataDir }: PapersRuntime,
  { tenant }: Actor,
  written: Written,
): Promise<Map<string, PrintedPicture>> {
  const hashes = [...new Set(picturesIn(written).map(({ hash }) => hash))]
  const files = await database.inTenant(
    tenant,
    (tx) => Promise.all(hashes.map((hash) => openFile(tx, dataDir, hash))),
    { readOnly: true },
  )
  const pictures = new Map<string, PrintedPicture>()
  for (const file of files) {
    const picture = await printedPicture(file)
    if (picture) pictures.set(file.hash, picture)
  }
  return pictures
}
