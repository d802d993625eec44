import type { Tx } from '../../../platform/db.ts'
import { invalid } from '../../../platform/errors.ts'
import { type Actor, type LedgerRecord, recordMoveIn, recordsOf, sharedLock } from '../../ledger/index.ts'
import { type Edits, editableAt, keepsFigures } from '../domain/edits.ts'
import { getDocument, type ReportingRuntime } from '../runtime.ts'

const TEXTS = 'report-text'

/** A paragraph in other words; without a text it is as declared again. */
export interface Writing {
  document: string
  year: number
  place: string
  text?: string | undefined
}

const standing = async (tx: Tx, document: string, year: number): Promise<LedgerRecord[]> =>
  (await recordsOf(tx, TEXTS, { class: document, states: ['written'] })).filter(({ data }) => data.year === year)

/** The paragraphs of a document that a bureau has rewritten for a year. */
export const editsOf = async (tx: Tx, document: string, year: number): Promise<Edits> =>
  new Map((await standing(tx, document, year)).map(({ data }) => [String(data.place), String(data.text)]))

/** Rewrites a paragraph. Errors: it is none that may be (422), or a figure was left out or added (422). */
export async function writeText(runtime: ReportingRuntime, actor: Actor, asked: Writing): Promise<void> {
  const { document: id, year, place, text } = asked
  const document = getDocument(runtime, actor.tenant, id, year)
  const original = editableAt(document, place)
  if (original === undefined)
    throw invalid('report.not-editable', '这一段是标题、表格或随数字变化的文字，不能改写；可以改写其他段落。')
  if (text !== undefined && !keepsFigures(original, text))
    throw invalid('report.figures-kept', '改写后的文字应保留原段的全部数字，不多也不少；数字只能从台账来。')
  await runtime.database.inTenant(
    actor.tenant,
    async (tx) => {
      const found = (await standing(tx, id, year)).find(({ data }) => data.place === place)
      const record = found ? { record: found.id } : {}
      if (text === undefined) {
        if (found) await recordMoveIn(tx, runtime, actor, TEXTS, { ...record, move: 'restore' })
        return
      }
      const data = found ? { text } : { document: id, year, place, original, text }
      await recordMoveIn(tx, runtime, actor, TEXTS, { ...record, move: found ? 'rewrite' : 'write', data })
    },
    { prelude: sharedLock(actor.tenant) },
  )
  runtime.poke(actor.tenant)
}
