import { afterAll, beforeAll, expect, test } from 'vitest'
import { getLedger, type LedgerRecord, openMoves } from '../modules/ledger/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { offence, photo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { shown, walkerOn } from './helpers/walker.ts'

// Three penalties walked whole, and each term of 行政处罚法 over the days on which it is counted wrongly.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const penalty = walkerOn(() => engine, 'penalty')
const act = { ...offence, happenedOn: '2021-12-01' }
const secret = { idNumber: '43110219800101123X', phone: '19900001234' }
const works = {
  ...act,
  clause: 'planning-64',
  partyKind: 'organisation',
  party: '零陵某置业公司',
  facts: '未取得规划许可搭建钢架棚120平方米',
}
const terms = { kind: 'k2', fine: 3_000_000, worth: 40_000_000, basis: '尚可采取改正措施，按工程造价百分之七点五处罚' }
const refusedWith = (sentence: RegExp) => ({ sentence: expect.stringMatching(sentence) })

/** An ordinary penalty up to the notice of what is intended. */
async function noticed(): Promise<LedgerRecord> {
  const filed = await penalty.open('p-officer', 'file', { ...works, ...secret })
  return penalty.go(filed, 'p-officer', 'notify', { ...terms, evidence: [photo] })
}
/** Up to the decision, the party having waived what it could say. */
async function decided(): Promise<LedgerRecord> {
  const heard = await penalty.go(await noticed(), 'p-officer', 'defend', { defence: '无异议', waived: true })
  const sent = await penalty.go(heard, 'p-officer', 'submit')
  const passed = await penalty.go(sent, 'p-legal', 'pass', { opinion: '事实清楚，程序合法' })
  return penalty.go(passed, 'p-director', 'decide')
}
const served = async () => penalty.go(await decided(), 'p-officer', 'serve', { servedHow: 's1' })

test('行政处罚法 51、52、67：fined on the spot by two officers, with a number of its own, paid within fifteen days', async () => {
  at('2022-03-01 10:00')
  const fined = await penalty.open('p-officer', 'fine', { ...act, ...secret, shown: true, fine: 20_000 })
  expect(fined).toMatchObject({ state: 'paying', number: null, data: { spotNo: '零陵城管当罚字〔2022〕第1号' } })
  expect(shown(fined.dueAt)).toBe('2022-03-16 23:59')
  const warned = await penalty.open('p-officer', 'warn', { ...act, clause: 'appearance-34', shown: true })
  expect(warned).toMatchObject({ state: 'warned', holder: null, data: { spotNo: '零陵城管当罚字〔2022〕第2号' } })
  await expect(penalty.go(fined, 'p-officer', 'settle')).rejects.toMatchObject(refusedWith(/还有200\.00元没有缴清/))
  const part = await penalty.go(fined, 'p-performance', 'pay', { paid: 15_000, paidOn: '2022-03-01' })
  const paid = await penalty.go(part, 'p-performance', 'pay', { paid: 5000, paidOn: '2022-03-01' })
  expect(paid.data).toMatchObject({ paidSum: 20_000, added: 0 })
  const closed = await penalty.go(paid, 'p-officer', 'settle')
  expect(closed).toMatchObject({ state: 'closed', dueAt: null })
})

test('行政处罚法 51：more than 200 yuan for a person, 3,000 for an organisation is no case for the spot', async () => {
  at('2022-03-01 10:00')
  const fine = (more: object) => penalty.open('p-officer', 'fine', { ...act, shown: true, ...more })
  await expect(fine({ fine: 20_001 })).rejects.toMatchObject(
    refusedWith(/行政处罚法第五十一条：对公民当场罚款不超过200\.00元，这里是200\.01元；可以：按普通程序立案。/),
  )
  const organisation = { partyKind: 'organisation', party: '某饭店' }
  await expect(fine({ ...organisation, fine: 300_001 })).rejects.toMatchObject(refusedWith(/不超过3000\.00元/))
  expect(await fine({ ...organisation, fine: 300_000 })).toMatchObject({ state: 'paying' })
})

test('行政处罚法 51：before 2021-07-15 the law of that day holds, 50 yuan for a person', async () => {
  at('2021-07-14 10:00')
  const before = { ...act, happenedOn: '2021-07-14', shown: true }
  await expect(penalty.open('p-officer', 'fine', { ...before, fine: 5001 })).rejects.toMatchObject(
    refusedWith(/2017修正）第三十三条：对公民当场罚款不超过50\.00元/),
  )
  at('2021-07-15 10:00')
  expect(await penalty.open('p-officer', 'fine', { ...before, fine: 5001 })).toMatchObject({ state: 'paying' })
})

test('行政处罚法 42、55：one officer alone, or one licence for two, does not enforce', async () => {
  at('2022-03-01 10:00')
  const alone = { ...works, second: 'p-officer' }
  await expect(penalty.open('p-officer', 'file', alone)).rejects.toMatchObject(refusedWith(/不得少于两人/))
  const one = { ...works, licences: '湘M0012、湘M0012' }
  await expect(penalty.open('p-officer', 'file', one)).rejects.toMatchObject(refusedWith(/各自的执法证号/))
  const unlicensed = { ...works, second: 'p-handler' }
  await expect(penalty.open('p-officer', 'file', unlicensed)).rejects.toMatchObject({ code: 'penalty.person-unfit' })
})

test('a fine lies within what its article allows on that day, and of works within their share', async () => {
  at('2022-03-01 10:00')
  const filed = await penalty.open('p-officer', 'file', works)
  const notify = (more: object) => penalty.go(filed, 'p-officer', 'notify', { ...terms, evidence: [photo], ...more })
  await expect(notify({ fine: 4_000_001 })).rejects.toMatchObject(
    refusedWith(/城乡规划法》第六十四条规定的20000\.00元至40000\.00元之间/),
  )
  at('2022-06-04 10:00')
  const noise = { ...act, clause: 'noise-82', happenedOn: '2022-06-04' }
  await expect(penalty.open('p-officer', 'file', noise)).rejects.toMatchObject({
    details: { fields: [{ field: 'clause', sentence: expect.stringContaining('自2022-06-05起施行') }] },
  })
})

test('行政处罚法 36、37：by the law of the day of the act, not of the day of filing, and not after two years', async () => {
  at('2022-06-06 10:00')
  const noise = (happenedOn: string) => penalty.open('p-officer', 'file', { ...act, clause: 'noise-82', happenedOn })
  await expect(noise('2022-06-01')).rejects.toMatchObject(refusedWith(/自2022-06-05起施行，不能适用/))
  await expect(noise('2022-06-07')).rejects.toMatchObject(refusedWith(/晚于今天/))
  expect(await noise('2022-06-05')).toMatchObject({ state: 'investigating' })
  await expect(penalty.open('p-officer', 'file', { ...works, happenedOn: '2020-06-05' })).rejects.toMatchObject(
    refusedWith(/已过二年/),
  )
})

test('行政处罚法 9、32：no kind the article does not know, below the least only where the law mitigates, and a warning is no fine', async () => {
  at('2022-03-01 10:00')
  const filed = await penalty.open('p-officer', 'file', works)
  const notify = (more: object) => penalty.go(filed, 'p-officer', 'notify', { ...terms, evidence: [photo], ...more })
  await expect(notify({ kind: 'k6' })).rejects.toMatchObject(refusedWith(/没有规定这一处罚种类/))
  await expect(notify({ fine: 1_000_000 })).rejects.toMatchObject(refusedWith(/依法减轻/))
  await expect(notify({ kind: 'k1' })).rejects.toMatchObject(refusedWith(/罚款应为零/))
  expect(await notify({ fine: 1_000_000, mitigated: true })).toMatchObject({ state: 'noticed' })
})

test('行政处罚法 58、63、64：an ordinary penalty with its hearing, reviewed by who did not investigate, in whole', async () => {
  at('2022-03-01 10:00')
  const told = await noticed()
  expect(told.data.noticeNo).toMatch(/^零陵城管罚告字〔2022〕第\d+号$/)
  expect(shown(told.clocks.answer!.dueAt)).toBe('2022-03-08 23:59')
  await expect(penalty.go(told, 'p-officer', 'submit')).rejects.toMatchObject(refusedWith(/五日还没有满/))
  at('2022-03-08 20:00')
  const asked = await penalty.go(told, 'p-officer', 'ask')
  const call = (hearingOn: string) => penalty.go(asked, 'p-legal', 'call', { hearingOn })
  await expect(call('2022-03-16')).rejects.toMatchObject(refusedWith(/最早可以定在2022-03-17/))
  const called = await call('2022-03-17')
  await expect(penalty.go(called, 'p-legal', 'hear', { hearing: '提前举行' })).rejects.toMatchObject(
    refusedWith(/听证定在2022-03-17，还没有到/),
  )
  at('2022-03-17 15:00')
  const heard = await penalty.go(called, 'p-legal', 'hear', { hearing: '当事人陈述了整改情况，对事实无异议' })
  expect(heard.holder).toBe('p:p-officer')
  const sent = await penalty.go(heard, 'p-officer', 'submit')
  const passed = await penalty.go(sent, 'p-legal', 'pass', { opinion: '事实清楚，程序合法，裁量适当' })
  expect(passed.holder).toBe('r:director')
  await expect(penalty.go(passed, 'p-director', 'decide', { fine: 3_000_001 })).rejects.toMatchObject(
    refusedWith(/不能重于事先告知的种类和数额（行政处罚法第四十四条、第四十五条）/),
  )
  const made = await penalty.go(passed, 'p-director', 'decide', { fine: 2_500_000 })
  expect(made.data).toMatchObject({ decisionNo: '零陵城管罚字〔2022〕第1号', fine: 2_500_000 })
  expect(made.clocks.handle).not.toHaveProperty('late')
})

test('行政处罚法 58：who investigated may hold another office, and is still not the one to review', async () => {
  at('2022-03-01 10:00')
  const heard = await penalty.go(await noticed(), 'p-officer', 'defend', { defence: '无异议', waived: true })
  const sent = await penalty.go(heard, 'p-officer', 'submit')
  const both = {
    ...(await engine.world('431102')).actorOf('p-legal', '2022-03-01'),
    person: 'p-officer',
  }
  expect(openMoves(getLedger(engine.ledgers, 'penalty'), both, sent)).toEqual([])
  // Nor does the second officer, who may never have clicked at all.
  expect(openMoves(getLedger(engine.ledgers, 'penalty'), { ...both, person: 'p-partner' }, sent)).toEqual([])
  expect(openMoves(getLedger(engine.ledgers, 'penalty'), { ...both, person: 'p-legal' }, sent)).toContain('pass')
})

test('行政处罚法 60、85：ninety days from filing are calendar days over the end of the year and the Spring Festival', async () => {
  at('2021-11-08 10:00')
  const filed = await penalty.open('p-officer', 'file', { ...works, happenedOn: '2021-11-01' })
  // The ninetieth day, 6 February 2022, is the last day of the feast: the term ends on the next working day.
  expect(shown(filed.dueAt)).toBe('2022-02-07 23:59')
})

test('行政处罚法 61、85：seven days to serve are working days, the make-up Saturday and Sunday before the Spring Festival among them', async () => {
  at('2022-01-26 10:00')
  const made = await decided()
  // 27, 28 January, the make-up days 29 and 30, then 7, 8 and 9 February.
  expect(shown(made.clocks.serve!.dueAt)).toBe('2022-02-09 23:59')
})

test('行政处罚法 44、64：what is intended anew is told anew: the party has its five days again and has waived nothing', async () => {
  at('2022-03-01 10:00')
  const told = await penalty.go(await noticed(), 'p-officer', 'defend', { defence: '无异议', waived: true })
  const sent = await penalty.go(told, 'p-officer', 'submit')
  at('2022-03-15 10:00')
  const back = await penalty.go(sent, 'p-legal', 'reject', {}, '裁量过轻')
  const heavier = await penalty.go(back, 'p-officer', 'notify', { ...terms, fine: 3_900_000, evidence: [photo] })
  expect(heavier.data).not.toHaveProperty('waived')
  expect(shown(heavier.clocks.answer!.dueAt)).toBe('2022-03-22 23:59')
  await expect(penalty.go(heavier, 'p-officer', 'submit')).rejects.toMatchObject(refusedWith(/五日还没有满/))
  expect(await penalty.go(heavier, 'p-officer', 'ask')).toMatchObject({ state: 'asked' })
})

test('行政处罚法 67、72：paid late, three in a hundred a day are added until the fine is paid, never more than the fine', async () => {
  at('2022-03-01 10:00')
  const there = await served()
  expect(shown(there.dueAt)).toBe('2022-03-10 23:59') // publication comes first; payment is due on the 16th
  expect(shown(there.clocks.pay!.dueAt)).toBe('2022-03-16 23:59')
  await expect(penalty.go(there, 'p-officer', 'urge')).rejects.toMatchObject(refusedWith(/十五日还没有满/))
  at('2022-03-20 10:00')
  const urged = await penalty.go(there, 'p-officer', 'urge')
  const pay = (record: LedgerRecord, yuan: number, paidOn: string) =>
    penalty.go(record, 'p-performance', 'pay', { paid: yuan * 100, paidOn })
  await expect(pay(urged, 30_000, '2022-03-21')).rejects.toMatchObject(refusedWith(/不能晚于今天/))
  await expect(pay(urged, 33_601, '2022-03-20')).rejects.toMatchObject(refusedWith(/比应缴的多1\.00元/))
  const late = await pay(urged, 30_000, '2022-03-20')
  expect(late.data).toMatchObject({ added: 360_000, paidSum: 3_000_000 })
  await expect(penalty.go(late, 'p-officer', 'settle')).rejects.toMatchObject(
    refusedWith(/罚款和加处罚款还有3600\.00元没有缴清/),
  )
  at('2022-06-30 10:00')
  await expect(pay(late, 3600, '2022-03-19')).rejects.toMatchObject(refusedWith(/不能早于上一笔/))
  const last = await pay(late, 3600, '2022-06-30')
  expect(last.data.added).toBe(360_000)
  expect(await penalty.go(last, 'p-officer', 'settle')).toMatchObject({ state: 'closed' })
  at('2022-07-10 10:00')
  const slow = await served()
  at('2022-12-30 10:00')
  expect((await pay(slow, 1, '2022-12-30')).data.added).toBe(3_000_000)
})

test('行政处罚法 66：paid by mistake it is paid back, and what has been paid is what is left', async () => {
  at('2022-03-01 10:00')
  const paid = await penalty.go(await served(), 'p-performance', 'pay', { paid: 3_000_000, paidOn: '2022-03-01' })
  const back = await penalty.go(paid, 'p-performance', 'refund', { refunded: 500_000 }, '银行重复扣款')
  expect(back.data.paidSum).toBe(2_500_000)
  await expect(penalty.go(back, 'p-officer', 'settle')).rejects.toMatchObject(refusedWith(/还有5000\.00元/))
})

test('行政处罚法 73：while an appeal runs, the fifteen days stand still', async () => {
  at('2022-03-01 10:00')
  const there = await served()
  at('2022-03-11 10:00')
  const still = await penalty.go(there, 'p-legal', 'suspend', {}, '零陵区人民法院〔2022〕行初1号')
  expect(still.clocks.pay!.stoppedAt).toBeDefined()
  at('2022-05-16 10:00')
  const again = await penalty.go(still, 'p-legal', 'resume', {}, '维持')
  // Five days are left; the last is a Saturday.
  expect(shown(again.clocks.pay!.dueAt)).toBe('2022-05-23 23:59')
})

test('行政处罚法 72、73：days late before an appeal are not wiped out by it, the days of the appeal are not added', async () => {
  at('2022-03-01 10:00')
  const there = await served()
  at('2022-03-26 10:00') // ten days late
  const still = await penalty.go(there, 'p-legal', 'suspend', {}, '零陵区人民法院〔2022〕行初2号')
  at('2022-06-01 10:00')
  const again = await penalty.go(still, 'p-legal', 'resume', {}, '维持')
  at('2022-06-03 10:00')
  const paid = await penalty.go(again, 'p-performance', 'pay', { paid: 3_000_000, paidOn: '2022-06-03' })
  expect(paid.data.added).toBe(12 * 90_000)
})

test('行政处罚法 48：not before it was decided, not on a day to come; what was never published ends without it; a fine on the spot is revoked too', async () => {
  at('2022-03-01 10:00')
  const there = await served()
  const publish = (publishedOn: string) => penalty.go(there, 'p-legal', 'publish', { publishedOn })
  await expect(publish('2022-02-28')).rejects.toMatchObject(refusedWith(/应在作出决定之后/))
  await expect(publish('2099-01-01')).rejects.toMatchObject(refusedWith(/不晚于今天/))
  const out = await publish('2022-03-01')
  await expect(penalty.go(out, 'p-legal', 'publish', { publishedOn: '2022-03-01' })).rejects.toMatchObject(
    refusedWith(/已经公示/),
  )
  const silent = await penalty.go(await served(), 'p-director', 'revoke', {}, '适用法律错误')
  expect(await penalty.go(silent, 'p-legal', 'withdraw', {}, '未公示')).toMatchObject({ state: 'withdrawn' })
  const spot = await penalty.open('p-officer', 'fine', { ...act, shown: true, fine: 20_000 })
  expect(await penalty.go(spot, 'p-director', 'revoke', {}, '对象认定错误')).toMatchObject({ state: 'revoked' })
})

test('行政处罚法 48、85：published within seven days, revoked, and withdrawn within three working days over a weekend with its reason', async () => {
  at('2022-03-01 10:00')
  const shownToAll = await penalty.go(await served(), 'p-legal', 'publish', { publishedOn: '2022-03-01' })
  expect(shownToAll.clocks.publish!.stoppedAt).toBeDefined()
  at('2022-03-10 10:00')
  const revoked = await penalty.go(shownToAll, 'p-director', 'revoke', {}, '复议机关撤销')
  expect(revoked).toMatchObject({ state: 'revoked', holder: 'r:legal', data: { publishedOn: '2022-03-01' } })
  expect(shown(revoked.clocks.unpublish!.dueAt)).toBe('2022-03-15 23:59')
  const gone = await penalty.go(revoked, 'p-legal', 'withdraw', {}, '决定已被撤销')
  expect(gone.state).toBe('withdrawn')
  expect(gone.data).not.toHaveProperty('publishedOn')
})
