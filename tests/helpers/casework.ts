import {
  type LedgerRecord,
  type LedgerRuntime,
  type MoveRequest,
  recordMove,
  type Telling,
} from '../../modules/ledger/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { uploadedPhoto } from './bureau.ts'

export const photo = { hash: uploadedPhoto }
/** What a street report says, and what each later step of the full path adds. */
export const reportData = {
  channel: 'hotline',
  description: '雨水井盖破损，行人易绊倒',
  address: '芝山路菜市场北门',
  place: { lng: 111.605, lat: 26.205 },
  subclass: 'P0103',
  reporter: '王先生',
  phone: '19900001234',
}
/** What two officers of the squad write down of an offence in the street. */
export const offence = {
  clause: 'road-42',
  partyKind: 'person',
  party: '陈某',
  place: '芝山路12号门前',
  unit: 'u-squad',
  lead: 'p-officer',
  second: 'p-partner',
  licences: '湘M0012、湘M0013',
  facts: '占用人行道堆放建材，面积约6平方米',
}
type Step = [move: string, person: string, data?: Record<string, unknown>]
export const fullPath: readonly Step[] = [
  ['file', 'p-receiver', { subclass: 'P0103', condition: 'P0103-1' }],
  ['dispatch', 'p-dispatcher', { unit: 'u-sanitation' }],
  ['assign', 'p-sanitation', { handler: 'p-handler' }],
  ['submit', 'p-handler', { result: '已更换井盖', afterPhotos: [photo] }],
  ['confirm', 'p-sanitation'],
  ['forward', 'p-dispatcher'],
  ['check', 'p-collector', { fixed: true }],
  ['close', 'p-receiver', { closing: 'P0103-1' }],
]

/** Makes one move as a person of the small bureau. */
export async function as(
  engine: LedgerRuntime,
  person: string,
  request: MoveRequest,
  ledger = 'case',
  tenant = '431102',
): Promise<LedgerRecord> {
  const actor = (await engine.world(tenant)).actorOf(person, dayOf(engine.clock.now()))
  return recordMove(engine, actor!, ledger, request, asRecord)
}
/** A move's outcome as the record it makes. */
export const asRecord: Telling<LedgerRecord> = { needs: [], tell: ({ after }) => after }

/** Walks a new case up to and including a move of the full path; `none` only receives it. */
export async function walkTo(
  engine: LedgerRuntime,
  upTo: string,
  more: Record<string, unknown> = {},
  tenant = '431102',
): Promise<LedgerRecord> {
  let record = await as(engine, 'p-receiver', { move: 'receive', data: { ...reportData, ...more } }, 'case', tenant)
  if (upTo === 'receive') return record
  for (const [move, person, data] of fullPath) {
    record = await as(
      engine,
      person,
      { record: record.id, version: record.version, move, ...(data ? { data } : {}) },
      'case',
      tenant,
    )
    if (move === upTo) break
  }
  return record
}
