import { invalid } from '../../../platform/errors.ts'
import type { Actor } from '../domain.ts'
import { contextFor, getLedger, type LedgerRuntime } from '../runtime.ts'
import { recordsOfBatch } from '../store/handovers.ts'
import { type RowProblem, saveAll, type WholeRow } from './many.ts'

/** What the other authority says of one record. */
export interface ReceiptLine {
  row: number
  number: string
  accepted: boolean
  reason?: string
}

/** Takes in the answers to a batch: each line by the move it means, all of them or none. Gives how many were taken and came
 *  back. */
export async function takeReceipt(
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  { batch, lines }: { batch: string; lines: readonly ReceiptLine[] },
): Promise<{ accepted: number; refused: number }> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const handover = ledger.handover!
  const world = await runtime.world(actor.tenant)
  const now = runtime.clock.now()
  const context = contextFor(world, actor, now, now)
  const records = await runtime.database.inTenant(
    actor.tenant,
    (tx) => recordsOfBatch(tx, ledger.id, handover.batch, batch),
    { readOnly: true },
  )
  const byNumber = new Map(records.map((record) => [record.number, record]))
  const problems: RowProblem[] = []
  const rows = lines.flatMap(({ row, number, accepted, reason }): WholeRow[] => {
    const record = byNumber.get(number)
    if (!record) {
      problems.push({ row, column: '编号', sentence: `“${number}”不在${batch}这一批里` })
      return []
    }
    const attempt = {
      record: record.id,
      move: accepted ? handover.accept : handover.refuse,
      data: {},
      happenedAt: now,
      ...(reason ? { reason } : {}),
    }
    return [{ row, id: record.id, opens: false, attempt, context }]
  })
  if (problems.length)
    throw invalid('ledger.rows', `回执有${problems.length}行对不上，所以一行也没有登记；请按清单核对。`, {
      rows: problems,
    })
  await saveAll(runtime, actor, ledger, rows)
  const accepted = lines.filter((line) => line.accepted).length
  return { accepted, refused: lines.length - accepted }
}
