import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { openSigner, type Signer } from '../../platform/keys.ts'
import { addSmallBureau, uploadedPhoto } from '../../tests/helpers/bureau.ts'
import { as, walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { checkSeals, count as counting, finishSeals, sealNow, stock, verifyLedger } from '../ledger/index.ts'
import { drillRows, figure, figureBy, figuresOf, onRecords, readPeriod, sumsOf } from './index.ts'
import { markDirty } from './store.ts'

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
let signer: Signer
beforeAll(() => {
  signer = openSigner(mkdtempSync(join(tmpdir(), 'keys-')))
})
beforeEach(async () => {
  clock.set('2022-03-01T01:00:00.000Z')
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
  return async () => engine.database.close()
})
afterAll(() => {})

const year = readPeriod('2022')
/** What the consumer of the outbox does, done at once. */
const settle = () =>
  engine.database.inTenant('431102', async (tx) => {
    const rows = await tx.query<{ body: { record: string } }>(
      "delete from platform.outbox where tenant = '431102' returning body",
    )
    await onRecords(
      tx,
      rows.map((row) => row.body.record),
    )
  })
const count = async (metric: string, more: object = {}) => {
  await settle()
  return engine.database.inTenant('431102', (tx) => figure(tx, engine.ledgers, { metric, ...year, ...more }))
}
const asOwner = async (work: (owner: pg.Client) => Promise<unknown>) => {
  const owner = new pg.Client(engine.ownerUrl)
  await owner.connect()
  await work(owner)
  await owner.end()
}

test('received, filed, void and closed are counted from the moves, and a rate keeps its parts', async () => {
  await walkTo(engine, 'close')
  await walkTo(engine, 'close')
  await walkTo(engine, 'file')
  const voided = await walkTo(engine, 'receive')
  await as(engine, 'p-receiver', { record: voided.id, move: 'void', reason: '不属实' })
  expect((await count('case.received')).value).toBe('4')
  expect((await count('case.filed')).value).toBe('3')
  expect((await count('case.voided')).value).toBe('1')
  expect(await count('case.closing-rate')).toMatchObject({ num: 2, den: 3, value: '66.67' })
  expect(await count('case.filing-rate')).toMatchObject({ num: 3, den: 4, value: '75.00' })
})

test('a case filed on 30 December and closed on 4 January belongs to the year it was filed in', async () => {
  clock.set('2021-12-30T02:00:00.000Z')
  const filed = await walkTo(engine, 'check')
  expect(await count('case.closing-rate', readPeriod('2021'))).toMatchObject({ num: 0, den: 1 })
  clock.set('2022-01-04T02:00:00.000Z')
  await as(engine, 'p-receiver', { record: filed.id, move: 'close', data: { closing: 'P0103-1' } })
  expect(await count('case.closing-rate', readPeriod('2021'))).toMatchObject({ num: 1, den: 1, value: '100.00' })
  expect(await count('case.closing-rate', readPeriod('2022'))).toMatchObject({ num: 0, den: 0, value: '—' })
  expect((await count('case.closed', readPeriod('2021'))).value).toBe('0')
  expect((await count('case.closed', readPeriod('2022'))).value).toBe('1')
})

test('a reopened case is closed no more, but as of the seal before it still was', async () => {
  const closed = await walkTo(engine, 'close')
  await walkTo(engine, 'close')
  const seal = await sealNow(engine.database, signer, '431102', clock.now())
  clock.advance({ days: 3 })
  await as(engine, 'p-lead', { record: closed.id, move: 'reopen', reason: '市民反映又坏了' })
  expect((await count('case.closed')).value).toBe('1')
  expect((await count('case.closing-rate')).num).toBe(1)
  expect((await count('case.closed', { asOf: seal.n })).value).toBe('2')
  expect((await count('case.closing-rate', { asOf: seal.n })).value).toBe('100.00')
  const page = await engine.database.inTenant('431102', (tx) =>
    drillRows(tx, engine.ledgers, { metric: 'case.closed', ...year, asOf: seal.n }),
  )
  expect(page.rows.map((row) => row.number).sort()).toEqual(['431102202200001', '431102202200002'])
})

test('the list as of a seal still says when a case was closed that was reopened later', async () => {
  const closed = await walkTo(engine, 'close')
  const kept = await walkTo(engine, 'close')
  const seal = await sealNow(engine.database, signer, '431102', clock.now())
  clock.advance({ days: 3 })
  await as(engine, 'p-lead', { record: closed.id, move: 'reopen', reason: '市民反映又坏了' })
  const received = (more: object) =>
    engine.database.inTenant('431102', async (tx) => {
      const { rows } = await drillRows(tx, engine.ledgers, { metric: 'case.received', ...year, ...more })
      return new Map(rows.map((row) => [row.record, row]))
    })
  const [then, now] = [await received({ asOf: seal.n }), await received({})]
  expect(then.get(closed.id)).toMatchObject({ closedAt: closed.closedAt, number: closed.number, title: closed.title })
  expect(now.get(closed.id)!.closedAt).toBeNull()
  expect(then.get(kept.id)).toEqual(now.get(kept.id))
})

test('by unit, class and month the parts add up to the figure, and agree with a count straight from the entries', async () => {
  await walkTo(engine, 'close')
  await walkTo(engine, 'close', { channel: 'patrol' })
  clock.advance({ days: 40 })
  await walkTo(engine, 'confirm', { channel: 'patrol' })
  await settle()
  for (const by of ['day', 'month', 'unit', 'grid', 'class', 'channel'] as const)
    for (const metric of ['case.received', 'case.closing-rate', 'case.handled-in-time', 'case.handling-time']) {
      const seal = await sealNow(engine.database, signer, '431102', clock.now())
      const [kept, counted] = await engine.database.inTenant('431102', async (tx) => [
        await figureBy(tx, engine.ledgers, { metric, ...year }, by),
        await figureBy(tx, engine.ledgers, { metric, ...year, asOf: seal.n }, by),
      ])
      expect(kept, `${metric} by ${by}`).toEqual(counted)
    }
  const byChannel = await engine.database.inTenant('431102', (tx) =>
    figureBy(tx, engine.ledgers, { metric: 'case.received', ...year }, 'channel'),
  )
  expect(byChannel.map(({ key, num }) => [key, num])).toEqual([
    ['hotline', 1],
    ['patrol', 2],
  ]) // prettier-ignore
})

test('all figures of a ledger asked at once say what each says when asked by itself', async () => {
  await walkTo(engine, 'close')
  await walkTo(engine, 'confirm', { channel: 'patrol' })
  clock.advance({ days: 40 })
  await walkTo(engine, 'close', { channel: 'patrol' })
  await settle()
  const cases = engine.ledgers.get('case')!
  const told = { label: '来源种数', unit: '种', formula: '期内受理的案件有几种来源' }
  const more = {
    ways: { kind: 'distinct', at: 'receive', field: 'channel', ...told },
    standing: stock({ enters: ['file'], leaves: ['close'] }, '未结案', '期末已立案、未结案的'),
    unranked: counting('file', '立案', '期内立案的', { notScored: '某法' }),
  } as const
  const ledgers = new Map(engine.ledgers).set('case', { ...cases, metrics: { ...cases.metrics, ...more } })
  for (const by of [undefined, 'month', 'unit', 'class', 'channel'] as const)
    await engine.database.inTenant('431102', async (tx) => {
      const together = await figuresOf(tx, ledgers, 'case', year, by)
      expect(together.length).toBe(Object.keys(cases.metrics).length + 3)
      for (const { rows, ...value } of together) {
        const query = { metric: value.metric, ...year }
        expect(value).toEqual(await figure(tx, ledgers, query))
        if (by === 'unit' && value.metric === 'case.unranked') expect(rows).toBeUndefined()
        else expect(rows, `${value.metric} by ${by}`).toEqual(by && (await figureBy(tx, ledgers, query, by)))
      }
    })
})

test('several figures asked for together say what each says by itself, whatever they are filtered by and seen from', async () => {
  await walkTo(engine, 'close')
  await walkTo(engine, 'confirm', { channel: 'patrol' })
  clock.advance({ days: 40 })
  await walkTo(engine, 'close', { channel: 'patrol' })
  const seal = await sealNow(engine.database, signer, '431102', clock.now())
  await walkTo(engine, 'close', { channel: 'patrol' })
  await settle()
  const cases = engine.ledgers.get('case')!
  const told = { label: '来源种数', unit: '种', formula: '期内受理的案件有几种来源' }
  const more = {
    ways: { kind: 'distinct', at: 'receive', field: 'channel', ...told },
    standing: stock({ enters: ['file'], leaves: ['close'] }, '未结案', '期末已立案、未结案的'),
  } as const
  const ledgers = new Map(engine.ledgers).set('case', { ...cases, metrics: { ...cases.metrics, ...more } })
  const queries = Object.keys({ ...cases.metrics, ...more }).flatMap((name) =>
    [
      {},
      { channel: 'patrol' },
      { channel: 'nobody' },
      { unit: 'u-lamps' },
      { channel: 'patrol', unit: 'u-lamps' },
    ].flatMap((where) =>
      [year, readPeriod('2022-03')].flatMap((period) =>
        [{}, { asOf: seal.n }].map((seen) => ({ metric: `case.${name}`, ...period, where, ...seen })),
      ),
    ),
  )
  await engine.database.inTenant('431102', async (tx) => {
    const together = await sumsOf(tx, ledgers, queries)
    expect(together.length).toBe(queries.length)
    for (const [i, query] of queries.entries()) {
      const { num, den } = await figure(tx, ledgers, query)
      expect(together[i], JSON.stringify(query)).toMatchObject({ num, den })
    }
    expect(together.filter(({ num }) => num > 0).length).toBeGreaterThan(50)
  })
})

/** Where each kept count of the year lies: a row that is written again lies elsewhere. */
const lying = () =>
  engine.database.inTenant('431102', (tx) =>
    tx.query<{ at: string; what: string; says: string }>(
      "select ctid::text as at, concat_ws(' ', metric, dim, key, day) as what, num || '/' || den as says from metrics.day_by where tenant = '431102'",
    ),
  )

test('a day that is counted again is written where it says something else, and nowhere else', async () => {
  await walkTo(engine, 'close')
  const voided = await walkTo(engine, 'receive', { channel: 'patrol' })
  await count('case.received')
  const before = new Map((await lying()).map((row) => [row.what, row]))
  await as(engine, 'p-receiver', { record: voided.id, move: 'void', reason: '不属实' })
  await walkTo(engine, 'receive')
  expect((await count('case.received')).num).toBe(3)
  expect((await count('case.voided')).num).toBe(1)
  expect(await count('case.filing-rate')).toMatchObject({ num: 1, den: 3 })
  const after = await lying()
  const kept = after.filter(({ what, at }) => before.get(what)?.at === at)
  expect(kept.length).toBeGreaterThan(40)
  expect(kept.filter(({ what, says }) => before.get(what)!.says !== says)).toEqual([])
  expect(after.filter(({ what, says, at }) => before.get(what)?.says === says && before.get(what)!.at !== at)).toEqual(
    [],
  )
})

test('what is undone leaves no count behind', async () => {
  const closed = await walkTo(engine, 'close')
  expect((await count('case.closed')).num).toBe(1)
  clock.advance({ days: 1 })
  await as(engine, 'p-lead', { record: closed.id, move: 'reopen', reason: '市民反映又坏了' })
  expect((await count('case.closed')).num).toBe(0)
  expect((await lying()).filter(({ what }) => what.startsWith('case.closed '))).toEqual([])
})

test('who asks while another is counting waits for what that counts', async () => {
  await walkTo(engine, 'receive')
  await settle()
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked = { metric: 'case.received', ...year }
  const first = engine.database.inTenant('431102', async (tx) => {
    const { num } = await figure(tx, engine.ledgers, asked)
    await gate
    return num
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const second = engine.database.inTenant('431102', async (tx) => (await figure(tx, engine.ledgers, asked)).num)
  const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))])
  release()
  expect([early, await first, await second]).toEqual(['waits', 1, 1])
})

test('two who ask for the figures of two ledgers in another order both get them', async () => {
  await engine.database.inTenant('431102', async (tx) => {
    for (const ledger of ['case', 'notice']) await markDirty(tx, ledger, ['2022-03-01'])
  })
  const received = { metric: 'case.received', ...year }
  const issued = { metric: `notice.${Object.keys(engine.ledgers.get('notice')!.metrics)[0]}`, ...year }
  const ask = (...queries: (typeof received)[]) =>
    engine.database.inTenant('431102', async (tx) => {
      for (const query of queries) {
        await figure(tx, engine.ledgers, query)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      return 'told'
    })
  expect(await Promise.all([ask(received, issued), ask(issued, received)])).toEqual(['told', 'told'])
})

test('what a slow writer commits after a seal is not in the seal, however early it began', async () => {
  let release: () => void = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const { recordMoveIn, sharedLock } = await import('../ledger/index.ts')
  const { reportData } = await import('../../tests/helpers/casework.ts')
  const actor = (await engine.world('431102')).actorOf('p-receiver', '2022-03-01')!
  const slow = engine.database.inTenant(
    '431102',
    async (tx) => {
      await recordMoveIn(tx, engine, actor, 'case', { move: 'receive', data: { ...reportData } })
      await gate
    },
    { prelude: sharedLock('431102') },
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  const sealing = sealNow(engine.database, signer, '431102', clock.now())
  await new Promise((resolve) => setTimeout(resolve, 100))
  release()
  const [, seal] = await Promise.all([slow, sealing])
  const before = await count('case.received', { asOf: seal.n })
  await walkTo(engine, 'receive')
  expect(before.value).toBe('1')
  expect((await count('case.received', { asOf: seal.n })).value).toBe('1')
  expect((await count('case.received')).value).toBe('2')
})

test('a seal that was cut off is finished at the next start', async () => {
  await walkTo(engine, 'receive')
  await engine.database.inTenant('431102', (tx) =>
    tx.query("insert into ledger.epoch (tenant, n) values ('431102', 2)"),
  )
  await expect(count('case.received', { asOf: 1 })).rejects.toMatchObject({ status: 404 })
  expect(await finishSeals(engine.database, signer, '431102', clock.now())).toMatchObject([{ n: 1, entries: 1 }])
  expect((await count('case.received', { asOf: 1 })).value).toBe('1')
  expect((await checkSeals(engine.database, signer, '431102')).faults).toEqual([])
})

test('an altered entry, a deleted record and a sealed entry altered with its chain recomputed are all found', async () => {
  const { brokenAt, hashOf } = await import('../ledger/domain.ts')
  const { entriesUntil } = await import('../ledger/store/records.ts')
  const [first, second, third] = [
    await walkTo(engine, 'close'),
    await walkTo(engine, 'close'),
    await walkTo(engine, 'close'),
  ]
  await sealNow(engine.database, signer, '431102', clock.now())
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([])
  await asOwner(async (owner) => {
    await owner.query(`update ledger.entry set data = data || '{"address": "别处"}' where record = $1 and seq = 1`, [
      first.id,
    ])
    await owner.query('delete from ledger.entry where record = $1', [second.id])
    await owner.query('delete from ledger.record where id = $1', [second.id])
  })
  // The third is altered with care: entry, all later hashes and the record itself, so that its chain and sum still hold.
  const entries = await engine.database.inTenant('431102', (tx) => entriesUntil(tx, [third.id], 9))
  const altered = entries.map((entry) => (entry.move === 'confirm' ? { ...entry, actor: 'p-lamps' } : entry))
  let head = ''
  const chained = altered.map(({ hash: _, epoch: __, ...entry }) => {
    head = hashOf(head, entry)
    return { ...entry, hash: head }
  })
  expect(brokenAt(chained)).toBeUndefined()
  await asOwner(async (owner) => {
    for (const entry of chained)
      await owner.query("update ledger.entry set actor = $3, hash = decode($4, 'hex') where record = $1 and seq = $2", [
        third.id,
        entry.seq,
        entry.actor,
        entry.hash,
      ])
    await owner.query(
      `update ledger.record set head = decode($2, 'hex'), by = jsonb_set(by, '{confirm,person}', '"p-lamps"') where id = $1`,
      [third.id, head],
    )
  })
  const { faults } = await verifyLedger(engine.database, engine.ledgers, '431102')
  expect(faults.some((fault) => fault.record === first.id && fault.sentence.includes('受理'))).toBe(true)
  expect(faults.some((fault) => fault.sentence.includes('1条连同经过被删除'))).toBe(true)
  expect(faults.some((fault) => fault.record === third.id)).toBe(false)
  expect((await checkSeals(engine.database, signer, '431102')).faults).not.toEqual([])
})

test('a seal whose time or key was changed is found', async () => {
  await walkTo(engine, 'receive')
  const { n } = await sealNow(engine.database, signer, '431102', clock.now())
  const check = async () => (await checkSeals(engine.database, signer, '431102')).faults
  expect(await check()).toEqual([])
  const altered = { n, sentence: '第1号封账的内容在封账后被改动' }
  await asOwner((owner) => owner.query("update ledger.seal set at = at - interval '40 days'"))
  expect(await check()).toEqual([altered])
  await asOwner((owner) => owner.query("update ledger.seal set at = at + interval '40 days', key_id = 'another'"))
  expect(await check()).toEqual([altered, { n, sentence: expect.stringContaining('another') }])
})

test('a telephone number that was erased with a reason is in order, one that was simply deleted is found', async () => {
  const erased = await walkTo(engine, 'close')
  const deleted = await walkTo(engine, 'close')
  await as(engine, 'p-lead', { record: erased.id, move: 'erase-reporter', reason: '保存期满' })
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([])
  await asOwner((owner) => owner.query("delete from ledger.secret where record = $1 and field = 'phone'", [deleted.id]))
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([
    { record: deleted.id, number: deleted.number, sentence: '保密字段“联系电话”的内容被删除，没有清除记录' },
  ])
})

test('a sealed entry altered with its chain recomputed is found by the seal alone', async () => {
  const { hashOf } = await import('../ledger/domain.ts')
  const { entriesUntil } = await import('../ledger/store/records.ts')
  const only = await walkTo(engine, 'receive')
  await sealNow(engine.database, signer, '431102', clock.now())
  const [entry] = await engine.database.inTenant('431102', (tx) => entriesUntil(tx, [only.id], 9))
  const { hash: _, epoch: __, ...plain } = entry!
  const hash = hashOf('', { ...plain, actor: 'p-lead' })
  await asOwner(async (owner) => {
    await owner.query("update ledger.entry set actor = 'p-lead', hash = decode($2, 'hex') where record = $1", [
      only.id,
      hash,
    ])
    await owner.query(
      `update ledger.record set head = decode($2, 'hex'), by = jsonb_set(by, '{receive,person}', '"p-lead"') where id = $1`,
      [only.id, hash],
    )
  })
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([])
  expect((await checkSeals(engine.database, signer, '431102')).faults).toEqual([
    { n: 1, sentence: '第1号封账的内容在封账后被改动' },
  ])
})

test('a case dispatched three times and reworked is one case in the rework rate', async () => {
  await walkTo(engine, 'dispatch')
  await walkTo(engine, 'dispatch')
  let moved = await walkTo(engine, 'dispatch')
  const next = async (person: string, move: string, more: object = {}) => {
    moved = await as(engine, person, { record: moved.id, move, ...more })
  }
  for (const reason of ['位置不清', '再退一次']) {
    await next('p-sanitation', 'return-to-dispatcher', { reason })
    await next('p-dispatcher', 'dispatch')
  }
  await next('p-sanitation', 'assign', { data: { handler: 'p-handler' } })
  await next('p-handler', 'submit', { data: { result: '已修', afterPhotos: [{ hash: uploadedPhoto }] } })
  await next('p-sanitation', 'confirm')
  await next('p-dispatcher', 'rework', { reason: '没修好' })
  expect(await count('case.rework-rate')).toMatchObject({ num: 1, den: 3, value: '33.33' })
  expect((await count('case.dispatched')).value).toBe('5')
})
