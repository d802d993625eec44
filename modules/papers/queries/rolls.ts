import type { FastifyRequest } from 'fastify'
import { dayOf } from '../../../platform/clock.ts'
import { notFound } from '../../../platform/errors.ts'
import { bureauTitle } from '../../../platform/tenants.ts'
import type { ListQuery } from '../../ledger/contract.ts'
import {
  type Ledger,
  type LedgerRuntime,
  namesForData,
  readerOf,
  standingRecords,
  withFacets,
} from '../../ledger/index.ts'
import { dayInWords, type Roll, type Written, writeRoll } from '../domain.ts'

export interface RollsRuntime extends Pick<LedgerRuntime, 'database' | 'ledgers' | 'world' | 'clock' | 'roleLabel'> {
  rolls: readonly Roll[]
}
/** More are no paper anybody reads. */
const mostLines = 500

const periodOf = ({ year, from, to }: ListQuery): string => {
  if (from || to) return `${from ?? ''}至${to ?? ''}`
  return year === undefined ? '' : `${year}年度`
}

/** A ledger as one document, of the records this reader's list would show. Errors: no such roll (404), too many (422). */
export async function getRoll(
  runtime: RollsRuntime,
  request: FastifyRequest<{ Querystring: ListQuery }>,
  ledger: Ledger,
  id: string,
): Promise<Written> {
  const roll = runtime.rolls.find((one) => one.ledger === ledger.id && one.id === id)
  if (!roll) throw notFound('paper.no-roll', `${ledger.title}没有这种文件；可以在列表的“导出导入”里选择。`)
  const reader = await readerOf(runtime, request)
  const { tenant } = reader.actor
  const query = withFacets(request.query, request)
  const bureau = await bureauTitle(runtime.database, tenant)
  const { records, codes } = await runtime.database.inTenant(
    tenant,
    async (tx) => {
      const found = await standingRecords(tx, ledger, reader, query, mostLines)
      const said = found.map(({ record }) => record.data)
      return { records: found, codes: await namesForData(tx, runtime.ledgers, ledger, said) }
    },
    { readOnly: true },
  )
  const on = dayInWords(dayOf(runtime.clock.now()))
  const { unitName, personName } = reader.world
  const names = { unitName, personName, codes }
  return writeRoll(roll, records, { ledger, bureau, names, period: periodOf(query), on })
}
