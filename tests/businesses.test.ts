import { afterAll, beforeAll, expect, test } from 'vitest'
import { getLedger, openMoves } from '../modules/ledger/index.ts'
import { linksOf, listPage, type Reader } from '../modules/ledger/queries.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { photo, walkTo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { shown, walkerOn } from './helpers/walker.ts'

// Businesses beside the cases, each declared in one file of the catalog and walked here from its first move to its last.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const walker = (ledger: string) => walkerOn(() => engine, ledger)
const readerOf = async (person: string): Promise<Reader> => {
  const world = await engine.world('431102')
  return { actor: world.actorOf(person, '2022-03-01'), world, now: clock.now(), roleLabel: engine.roleLabel }
}

const notice = walker('notice')
const found = {
  kind: 'k4',
  problem: '垃圾箱满溢，周边散落',
  place: '芝山路菜市场',
  photos: [photo],
  unit: 'u-sanitation',
  demand: '立即清运并保洁',
}

test('督察整改：a notice has until the end of its day, goes back when the re-check fails, and is closed by who issued it', async () => {
  at('2022-03-01 10:00')
  const issued = await notice.open('p-inspector', 'issue', { ...found, until: '2022-03-05' })
  expect(issued.number).toBe('零陵城管督通字〔2022〕第1号')
  expect(issued.holder).toBe('u:u-sanitation:unit-lead')
  expect(shown(issued.dueAt)).toBe('2022-03-05 23:59')
  at('2022-03-05 23:30')
  const replied = await notice.go(issued, 'p-sanitation', 'reply', { measures: '已清运', afterPhotos: [photo] })
  expect(replied).toMatchObject({ holder: 'p:p-inspector', dueAt: null })
  at('2022-03-06 09:00')
  const failed = await notice.go(replied, 'p-inspector', 'fail', { finding: '仍有散落', until: '2022-03-08' })
  expect(failed).toMatchObject({ state: 'issued', holder: 'u:u-sanitation:unit-lead' })
  expect(shown(failed.dueAt)).toBe('2022-03-08 23:59')
  await expect(notice.go(failed, 'p-sanitation', 'reply', {})).rejects.toMatchObject({ status: 422 })
  at('2022-03-09 00:10')
  const late = await notice.go(failed, 'p-sanitation', 'reply', { measures: '已保洁', afterPhotos: [photo] })
  expect(late.clocks.correct).toMatchObject({ late: true })
  const closed = await notice.go(late, 'p-inspector', 'pass', { finding: '整改到位' })
  expect(closed).toMatchObject({ state: 'closed', holder: null })
})

test('督察整改：a failed re-check asks for a new day and, next time, for a new finding', async () => {
  at('2022-03-01 10:00')
  const issued = await notice.open('p-inspector', 'issue', { ...found, until: '2022-03-05' })
  await expect(notice.open('p-inspector', 'issue', { ...found, until: '2022-02-28' })).rejects.toMatchObject({
    sentence: '整改期限已经过去；请填写今天或以后的日期。',
  })
  const answer = { measures: '已清运', afterPhotos: [photo] }
  const replied = await notice.go(issued, 'p-sanitation', 'reply', answer)
  await expect(notice.go(replied, 'p-inspector', 'fail', { finding: '仍有散落' })).rejects.toMatchObject({
    details: { fields: [{ field: 'until', sentence: '还差“整改期限”' }] },
  })
  const failed = await notice.go(replied, 'p-inspector', 'fail', { finding: '仍有散落', until: '2022-03-07' })
  const again = await notice.go(failed, 'p-sanitation', 'reply', answer)
  await expect(notice.go(again, 'p-inspector', 'pass')).rejects.toMatchObject({
    details: { fields: [{ field: 'finding', sentence: '还差“复查意见”' }] },
  })
})

test('督察整改：another inspector is not offered the re-check, and is told whose it is', async () => {
  at('2022-03-10 10:00')
  const issued = await notice.open('p-inspector', 'issue', { ...found, until: '2022-03-12' })
  const replied = await notice.go(issued, 'p-sanitation', 'reply', { measures: '已清运', afterPhotos: [photo] })
  const { actor } = await readerOf('p-inspector')
  const other = { ...actor, person: 'p-lead' }
  expect(openMoves(getLedger(engine.ledgers, 'notice'), other, replied)).toEqual(['withdraw'])
  expect(openMoves(getLedger(engine.ledgers, 'notice'), actor, replied)).toEqual(['pass', 'fail', 'withdraw'])
})

test('督察整改：a notice is found by its number, also with the brackets of a keyboard', async () => {
  const who = await readerOf('p-inspector')
  const numbers = async (q: string) => {
    const page = await engine.database.inTenant('431102', (tx) =>
      listPage(tx, getLedger(engine.ledgers, 'notice'), who, { q, year: 2022 }),
    )
    return page.rows.map(({ number }) => number)
  }
  const paper = (n: number) => `零陵城管督通字〔2022〕第${n}号`
  const first = paper(1)
  for (const q of [first, '零陵城管督通字[2022]第1号', '零陵城管督通字【2022】第1', '1'])
    expect(await numbers(q), q).toEqual([first])
  expect(await numbers('零陵城管督通字[2022]')).toEqual([paper(3), paper(2), first])
})

test('a case and the notice it led to name each other, to whoever may read both', async () => {
  at('2022-03-11 10:00')
  const source = await walkTo(engine, 'receive')
  const issued = await notice.open('p-inspector', 'issue', { ...found, until: '2022-03-15', case: source.id })
  const links = async (person: string, ledger: string, id: string) => {
    const who = await readerOf(person)
    const all = await engine.database.inTenant('431102', (tx) =>
      linksOf(tx, engine.ledgers, who, getLedger(engine.ledgers, ledger), id),
    )
    return all.map(({ ledger: of, label, rows }) => [of, label, rows.map(({ number }) => number)])
  }
  expect(await links('p-receiver', 'case', source.id)).toEqual([['notice', '督察整改通知书', [issued.number]]])
  expect(await links('p-inspector', 'notice', issued.id)).toEqual([['case', '来源案件', [source.number]]])
  await expect(links('p-collector', 'notice', issued.id)).rejects.toMatchObject({ status: 404 })
})

test('a reference leads somewhere: a case that is not there is refused beside its field', async () => {
  const none = '01800000-0000-7000-8000-000000000000'
  await expect(
    notice.open('p-inspector', 'issue', { ...found, until: '2022-03-15', case: none }),
  ).rejects.toMatchObject({
    status: 422,
    details: { fields: [{ field: 'case', sentence: '没有这条来源案件，请从列表中选择' }] },
  })
  await expect(
    notice.open('p-inspector', 'issue', { ...found, until: '2022-03-15', case: '某案' }),
  ).rejects.toMatchObject({ status: 422 })
})

const permit = walker('permit')
const asked = {
  kind: 'x2',
  applicant: '零陵某饭店',
  matter: '店前临时占道搭台三日',
  place: '芝山路12号',
  contact: '19900001234',
}
const granted = { startsOn: '2022-04-01', endsOn: '2022-04-03', basis: '符合临时占道条件' }

test('行政许可法 32、42、44、82：five working days to accept, twenty to decide, ten to deliver, over two weekends and the Qingming days', async () => {
  at('2022-03-03 16:00')
  const applied = await permit.open('p-receiver', 'apply', asked)
  expect(applied.number).toBe('零陵城管许字〔2022〕第1号')
  expect(shown(applied.dueAt)).toBe('2022-03-10 23:59')
  at('2022-03-10 17:00')
  const accepted = await permit.go(applied, 'p-receiver', 'accept')
  expect(accepted.clocks.check).not.toHaveProperty('late')
  expect(shown(accepted.dueAt)).toBe('2022-04-08 23:59')
  at('2022-04-08 22:00')
  const decided = await permit.go(accepted, 'p-legal', 'grant', granted)
  expect(decided.clocks.decide).not.toHaveProperty('late')
  expect(shown(decided.dueAt)).toBe('2022-04-22 23:59')
  const delivered = await permit.go(decided, 'p-receiver', 'deliver', { publishedOn: '2022-04-08' })
  expect(delivered.state).toBe('delivered')
})

test('行政许可法 32：asked once for what is missing, the five days begin again when it is there', async () => {
  at('2022-03-14 10:00')
  const applied = await permit.open('p-receiver', 'apply', asked)
  at('2022-03-16 10:00')
  const incomplete = await permit.go(applied, 'p-receiver', 'ask', { missing: '场地权属证明' })
  expect(incomplete.clocks.check!.stoppedAt).toBeDefined()
  at('2022-03-21 10:00')
  const complete = await permit.go(incomplete, 'p-receiver', 'complete')
  expect(shown(complete.dueAt)).toBe('2022-03-28 23:59')
  await expect(permit.go(complete, 'p-receiver', 'ask', { missing: '平面图' })).rejects.toMatchObject({
    sentence: '需要补正的内容应一次告知；可以：受理。',
  })
})

test('行政许可法 42、45：a hearing is not counted, ten days are added once, and a pause does not take them back', async () => {
  at('2022-03-01 10:00')
  const accepted = await permit.go(await permit.open('p-receiver', 'apply', asked), 'p-receiver', 'accept')
  expect(shown(accepted.dueAt)).toBe('2022-03-29 23:59')
  at('2022-03-08 10:00') // five working days used
  const paused = await permit.go(accepted, 'p-legal', 'pause', {}, '组织专家评审')
  expect(paused.dueAt).toBeNull()
  at('2022-03-21 09:00')
  const resumed = await permit.go(paused, 'p-legal', 'resume')
  expect(shown(resumed.dueAt)).toBe('2022-04-12 23:59')
  const extended = await permit.go(resumed, 'p-legal', 'extend', {}, '情况复杂')
  expect(shown(extended.dueAt)).toBe('2022-04-25 23:59')
  await expect(permit.go(extended, 'p-legal', 'extend', {}, '再延')).rejects.toMatchObject({ status: 409 })
  at('2022-03-22 09:00')
  const again = await permit.go(await permit.go(extended, 'p-legal', 'pause', {}, '听证'), 'p-legal', 'resume')
  expect(again.clocks.decide!.limit.n).toBe(30)
})

test('行政许可法 42：the term is lengthened once, and not when it has run out', async () => {
  at('2022-03-01 10:00')
  const accepted = await permit.go(await permit.open('p-receiver', 'apply', asked), 'p-receiver', 'accept')
  const extended = await permit.go(accepted, 'p-legal', 'extend', {}, '情况复杂')
  const resumed = await permit.go(await permit.go(extended, 'p-legal', 'pause', {}, '听证'), 'p-legal', 'resume')
  await expect(permit.go(resumed, 'p-legal', 'extend', {}, '再延')).rejects.toMatchObject({
    sentence: '只能延长一次；请在期限内作出决定。',
  })
  const slow = await permit.go(await permit.open('p-receiver', 'apply', asked), 'p-receiver', 'accept')
  at('2022-03-30 09:00')
  await expect(permit.go(slow, 'p-legal', 'extend', {}, '情况复杂')).rejects.toMatchObject({
    sentence: '“作出决定”的期限已过，不能再延长；请尽快办理。',
  })
})

test('许可：accepted late after what was missing came in, the entry says so; withdrawn, no clock runs on', async () => {
  at('2022-03-01 10:00')
  const applied = await permit.open('p-receiver', 'apply', asked)
  const incomplete = await permit.go(applied, 'p-receiver', 'ask', { missing: '场地证明' })
  at('2022-03-03 10:00')
  const complete = await permit.go(incomplete, 'p-receiver', 'complete')
  at('2022-03-14 10:00')
  const accepted = await permit.go(complete, 'p-receiver', 'accept')
  const [entry] = await engine.database.inTenant('431102', (tx) =>
    tx.query<{ in_time: boolean }>(
      "select in_time from ledger.entry where tenant = '431102' and record = $1 and move = 'accept'",
      [accepted.id],
    ),
  )
  expect(entry).toEqual({ in_time: false })
  const withdrawn = await permit.go(accepted, 'p-receiver', 'withdraw', {}, '申请人撤回')
  expect(withdrawn.dueAt).toBeNull()
  expect(Object.values(withdrawn.clocks).every(({ stoppedAt }) => stoppedAt)).toBe(true)
})

test('许可：what ends before it begins is refused in a sentence', async () => {
  at('2022-03-01 10:00')
  const accepted = await permit.go(await permit.open('p-receiver', 'apply', asked), 'p-receiver', 'accept')
  await expect(permit.go(accepted, 'p-legal', 'grant', { ...granted, endsOn: '2022-03-31' })).rejects.toMatchObject({
    sentence: '许可截止日早于起始日；请核对日期。',
  })
})

const stateOf = async ({ id }: { id: string }) => {
  const [kept] = await engine.database.inTenant('431102', (tx) =>
    tx.query<{ state: string; later: string }>(
      "select state, data->>'later' as later from ledger.record where tenant = '431102' and id = $1",
      [id],
    ),
  )
  return kept
}
/** A permit until the end of June, decided on and not yet delivered. */
const decided = async (more: object = {}) => {
  const applied = await permit.open('p-receiver', 'apply', { ...asked, ...more })
  const accepted = await permit.go(applied, 'p-receiver', 'accept')
  return permit.go(accepted, 'p-legal', 'grant', { ...granted, endsOn: '2022-06-30' })
}
const since = { publishedOn: '2022-03-01' }

test('a renewal that is annulled before its delivery leaves the old permit in force, to be renewed anew', async () => {
  at('2022-03-01 10:00')
  const old = await permit.go(await decided(), 'p-receiver', 'deliver', since)
  const renewal = await decided({ earlier: old.id })
  const annulled = await permit.go(renewal, 'p-legal', 'annul', {}, '决定有误')
  expect(annulled).toMatchObject({ state: 'revoked', holder: null, dueAt: null })
  expect(await stateOf(old)).toEqual({ state: 'delivered', later: null })
  const anew = await permit.go(await decided({ earlier: old.id }), 'p-receiver', 'replace', since)
  expect(await stateOf(old)).toEqual({ state: 'superseded', later: anew.id })
})

test('a permit that is revoked before its renewal is delivered stays revoked, and the renewal says what is possible', async () => {
  at('2022-03-01 10:00')
  const old = await permit.go(await decided(), 'p-receiver', 'deliver', since)
  const [renewal, other] = [await decided({ earlier: old.id }), await decided({ earlier: old.id })]
  await permit.go(old, 'p-legal', 'revoke', {}, '以欺骗手段取得')
  await expect(permit.go(renewal, 'p-receiver', 'replace', since)).rejects.toMatchObject({
    sentence: '原许可已经撤销，延续没有了依据，证件不能送达；可以：撤销未送达的许可。原许可不必再办。',
  })
  const { actor } = await readerOf('p-legal')
  expect(openMoves(getLedger(engine.ledgers, 'permit'), actor, renewal)).toEqual(['annul'])
  expect((await permit.go(renewal, 'p-legal', 'annul', {}, '原许可已撤销')).state).toBe('revoked')
  expect(await stateOf(old)).toEqual({ state: 'revoked', later: null })
  expect((await permit.go(other, 'p-receiver', 'withdraw', {}, '申请人撤回')).state).toBe('withdrawn')
})

test('of two renewals of one permit the second is told that the first has taken its place', async () => {
  at('2022-03-01 10:00')
  const old = await permit.go(await decided(), 'p-receiver', 'deliver', since)
  const [first, second] = [await decided({ earlier: old.id }), await decided({ earlier: old.id })]
  await permit.go(first, 'p-receiver', 'replace', since)
  await expect(permit.go(second, 'p-receiver', 'replace', since)).rejects.toMatchObject({
    sentence: expect.stringContaining('原许可已由另一件延续的许可接替'),
  })
  expect(await stateOf(old)).toEqual({ state: 'superseded', later: first.id })
})

test('行政许可法 50：a permit is renewed thirty days before it ends, and the new one takes the place of the old', async () => {
  at('2022-03-01 10:00')
  const delivered = async (more: object, move: string, since: string) => {
    const applied = await permit.open('p-receiver', 'apply', { ...asked, ...more })
    const accepted = await permit.go(applied, 'p-receiver', 'accept')
    const decided = await permit.go(accepted, 'p-legal', 'grant', { ...granted, endsOn: '2022-06-30' })
    return permit.go(decided, 'p-receiver', move, { publishedOn: since })
  }
  const old = await delivered({}, 'deliver', '2022-03-01')
  const renewal = { ...asked, earlier: old.id }
  await expect(permit.open('p-receiver', 'apply', { ...renewal, kind: 'x1' })).rejects.toMatchObject({
    sentence: '延续的许可是另一个许可事项；请重新选择。',
  })
  await expect(permit.open('p-receiver', 'apply', { ...renewal, applicant: '别的公司' })).rejects.toMatchObject({
    sentence: expect.stringContaining('延续由被许可人申请'),
  })
  at('2022-06-01 10:00')
  await expect(permit.open('p-receiver', 'apply', renewal)).rejects.toMatchObject({
    sentence: expect.stringContaining('延续应在届满三十日前申请（行政许可法第五十条）'),
  })
  at('2022-05-31 10:00')
  await expect(delivered({ earlier: old.id }, 'deliver', '2022-05-31')).rejects.toMatchObject({
    sentence: '这是延续的许可，原许可同时由它接替；可以：送达延续的证件。',
  })
  const renewed = await delivered({ earlier: old.id }, 'replace', '2022-05-31')
  expect(await stateOf(old)).toEqual({ state: 'superseded', later: renewed.id })
  await expect(permit.open('p-receiver', 'apply', renewal)).rejects.toMatchObject({
    sentence: '只能延续已送达、仍然有效的许可；不是延续的，请不选“延续的许可”。',
  })
})
