import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, fixedClock } from '../../platform/clock.ts'
import { openSigner } from '../../platform/keys.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { documents, schemes } from '../../tests/helpers/figures.ts'
import { type Actor, findRecord, recordsOf } from '../ledger/index.ts'
import { dirtyLedgers, figure, onRecords, readPeriod, recountDirty } from '../metrics/index.ts'
import { approve, sendBack, submit } from './commands.ts'
import type { ReportDocument } from './domain.ts'
import { review, submissions } from './queries/review.ts'
import { publicBureau, publicSnapshot } from './queries.ts'
import type { ReportingRuntime } from './runtime.ts'
import type { Snapshot } from './snapshot.ts'
import { recountFrom, verifySnapshots } from './verify.ts'

const bureau = '431102'
const friday = '2023-03-17T02:00:00.000Z'
const clock = fixedClock(friday)
let engine: Awaited<ReturnType<typeof freshEngine>>
let runtime: ReportingRuntime
const bulletin = { document: 'casework-bulletin', year: 2022 }

/** A report in which somebody typed three numbers. */
const typed: ReportDocument = {
  id: 'typed',
  form: '试',
  layout: '试',
  title: '{year}年度试写',
  slug: 'sx',
  sections: [
    { heading: '一、投入', blocks: [{ text: '{year}年受理{received}，出动300人次，整改率98%，见财预〔2020〕10号。' }] },
    { heading: '二、效果', blocks: [{ text: '投诉下降5成。' }] },
  ],
  figures: [
    { id: 'received', label: '受理案件', scale: '数', unit: '件', from: { sum: [{ metric: 'case.received' }] } },
  ],
  sums: [],
}

const actor = async (person: string): Promise<Actor> =>
  (await engine.world(bureau)).actorOf(person, dayOf(clock.now()))!
const author = () => actor('p-performance')
const director = () => actor('p-director')
const inBureau = <T>(work: Parameters<typeof engine.database.inTenant<T>>[1]) => engine.database.inTenant(bureau, work)
/** Has the day's counts follow what was entered. */
const settled = (ledger: string) =>
  inBureau(async (tx) => {
    const records = await recordsOf(tx, ledger)
    await onRecords(
      tx,
      records.map(({ id }) => id),
    )
    for (const { ledger, from, to } of await dirtyLedgers(tx))
      await recountDirty(tx, engine.ledgers.get(ledger)!, { from, to })
  })
const waiting = () => inBureau((tx) => submissions(tx, clock.now()))
const verify = () => inBureau((tx) => verifySnapshots(tx, { recount: recountFrom(engine.ledgers) }))
const entered = (snapshot: Snapshot) => inBureau((tx) => findRecord(tx, 'publication', snapshot.record))
const reviewed = async (id: string) => {
  const seal = { n: 0, at: clock.now(), hash: '' }
  const sources = { catalog: engine.ledgers, schemes, world: await engine.world(bureau), bureau: '零陵', seal }
  return inBureau((tx) => review(tx, runtime, id, sources))
}

beforeAll(async () => {
  engine = await freshEngine(clock)
  runtime = {
    ...engine,
    documents: [...documents, typed],
    schemes,
    signer: openSigner(mkdtempSync(join(tmpdir(), 'keys-'))),
  }
  await addSmallBureau(engine.database, bureau, { ...smallBureau, years: [2021, 2023] })
  clock.set('2022-03-01T01:00:00.000Z')
  for (let i = 0; i < 2; i++) await walkTo(engine, 'close')
  clock.set(friday)
})
afterAll(() => engine.database.close())

let first: Snapshot
test('what is submitted is frozen and waits: the public sees nothing of it, the books hold', async () => {
  first = await submit(runtime, await author(), bulletin)
  expect(first).toMatchObject({ id: '2022-szcg-1', seal: 1, submittedBy: 'p-performance' })
  await expect(publicSnapshot(engine.database, bureau, first.id)).rejects.toMatchObject({ status: 404 })
  expect((await publicBureau(engine.database, bureau)).snapshots).toEqual([])
  expect(await waiting()).toEqual([expect.objectContaining({ id: first.id, decision: null, hash: first.hash })])
  expect((await entered(first))?.state).toBe('submitted')
  expect(await verify()).toEqual({ snapshots: 0, faults: [] })
})

test('条例 26: formed on a Friday in March, it is to be public by the twentieth working day, without 清明', async () => {
  expect(await waiting()).toEqual([expect.objectContaining({ due: '2023-04-17', late: false })])
  clock.set('2023-04-17T15:59:00.000Z')
  expect((await waiting())[0]!.late).toBe(false)
  clock.set('2023-04-17T16:00:01.000Z')
  expect((await waiting())[0]!.late).toBe(true)
  clock.set(friday)
})

test('a second version is refused while the first one waits', async () => {
  await expect(submit(runtime, await author(), bulletin)).rejects.toMatchObject({
    code: 'report.waiting',
    sentence: '这份报告已送审，编号2022-szcg-1，还在待审批；请先由局领导同意公开或退回。',
  })
})

test('nobody approves what he submitted, whatever posts he holds; the author is told to ask somebody else', async () => {
  const both = await author()
  const grants = [...both.grants, ...(await director()).grants]
  const refusal = { sentence: '办理过“送审”的人不能同意公开；请由其他人办理。' }
  await expect(approve(runtime, { ...both, grants }, { snapshot: first.id })).rejects.toMatchObject(refusal)
  await expect(
    sendBack(runtime, { ...both, grants }, { snapshot: first.id, reason: '自己退回' }),
  ).rejects.toMatchObject({ sentence: '办理过“送审”的人不能退回；请由其他人办理。' })
  await expect(approve(runtime, both, { snapshot: first.id })).rejects.toMatchObject({ status: 403 })
  await expect(
    submit(runtime, await director(), { ...bulletin, document: 'supervision-bulletin' }),
  ).rejects.toMatchObject({
    status: 403,
  })
})

test('when the ledgers have moved on, the approver sees which figures differ, and publishes what was submitted', async () => {
  clock.set('2022-12-30T01:00:00.000Z')
  await walkTo(engine, 'file')
  clock.set('2023-03-20T02:00:00.000Z')
  await settled('case')
  const { differences, snapshot } = await reviewed(first.id)
  expect(differences).toContainEqual({ figure: 'received', label: '受理案件', frozen: '2件', now: '3件' })
  expect(differences).toContainEqual({ figure: 'closing-rate', label: '结案率', frozen: '100.00%', now: '66.67%' })
  expect(differences.map(({ figure }) => figure)).not.toContain('closed')
  expect(snapshot).toEqual(first)
  const published = await approve(runtime, await director(), { snapshot: first.id })
  expect(published).toEqual({ ...first, publishedAt: '2023-03-20T02:00:00.000Z' })
  const opened = await publicSnapshot(engine.database, bureau, first.id)
  expect([opened.snapshot, opened.publishedAt]).toEqual([first, published.publishedAt])
  expect(opened.snapshot.body.figures.find(({ id }) => id === 'received')!.value).toBe('2')
  expect(await verify()).toEqual({ snapshots: 1, faults: [] })
})

test('what is decided is decided: it is neither approved nor sent back again, and what was never submitted is unknown', async () => {
  const refusal = { sentence: '这份报告当前为“已公开”，不能同意公开；可以：撤回。' }
  await expect(approve(runtime, await director(), { snapshot: first.id })).rejects.toMatchObject(refusal)
  await expect(sendBack(runtime, await director(), { snapshot: first.id, reason: '晚了' })).rejects.toMatchObject({
    code: 'report.other-standing',
  })
  await expect(approve(runtime, await director(), { snapshot: '2022-szcg-9' })).rejects.toMatchObject({ status: 404 })
  expect((await reviewed(first.id)).differences).toEqual([])
})

test('sent back with a reason it never becomes public, keeps its number, and a new version may be submitted', async () => {
  clock.set('2023-03-21T02:00:00.000Z')
  const second = await submit(runtime, await author(), bulletin)
  await expect(sendBack(runtime, await director(), { snapshot: second.id, reason: '' })).rejects.toMatchObject({
    sentence: '退回必须填写退回原因。',
  })
  await sendBack(runtime, await director(), { snapshot: second.id, reason: '结案率偏低，请核对' })
  await expect(publicSnapshot(engine.database, bureau, second.id)).rejects.toMatchObject({ status: 404 })
  expect(await waiting()).toEqual([
    expect.objectContaining({ id: second.id, decision: expect.objectContaining({ reason: '结案率偏低，请核对' }) }),
  ])
  await expect(approve(runtime, await director(), { snapshot: second.id })).rejects.toMatchObject({
    sentence: '这份报告当前为“已退回”，不能同意公开；请改正后重新送审。',
  })
  const third = await submit(runtime, await author(), bulletin)
  expect(third.id).toBe('2022-szcg-3')
  // Handed in again, what was sent back waits for nobody.
  expect((await waiting()).map(({ id }) => id)).toEqual([third.id])
  await approve(runtime, await director(), { snapshot: third.id })
  // What is public lies on nobody's desk.
  expect((await entered(third))?.holder).toBeNull()
  expect((await publicSnapshot(engine.database, bureau, first.id)).newer).toBe(third.id)
  expect(await verify()).toEqual({ snapshots: 2, faults: [] })
})

test('numbers that somebody typed need his reason, which stays in the entry; papers and years need none', async () => {
  const asked = { document: 'typed', year: 2022 }
  await expect(submit(runtime, await author(), asked)).rejects.toMatchObject({
    sentence: '正文有3处未证实的数字（“300”、“98%”、“5”）；请改为取自台账的数字，或写明理由后送审。',
  })
  const reason = '出动人次和整改率摘自街道报表，已核对原件'
  const submitted = await submit(runtime, await author(), { ...asked, unprovenReason: reason })
  expect(submitted.body.unproven).toBe(3)
  expect(await entered(submitted)).toMatchObject({
    data: { unproven: 3, unprovenReason: reason },
    by: { submit: { person: 'p-performance' } },
  })
  await sendBack(runtime, await director(), { snapshot: submitted.id, reason: '请改用台账数字' })
})

test('a checker is asked with the whole text; an error keeps it back unless somebody answers for it, a hint does not', async () => {
  const read: string[] = []
  const checked = (severity: 'error' | 'hint'): ReportingRuntime => ({
    ...runtime,
    check: (text) => {
      read.push(text)
      return [{ severity, sentence: '立案数大于受理数。', quote: '立案3件', start: text.indexOf('立案3件') }]
    },
  })
  await expect(submit(checked('error'), await author(), bulletin)).rejects.toMatchObject({
    sentence: expect.stringMatching(
      /^审校发现1处错误：“[^”]+”中的“立案3件”：立案数大于受理数。请改正，或写明理由后送审。$/,
    ),
  })
  expect(read[0]).toContain('共受理案件3件，立案3件，作废0件，结案2件')
  const hinted = await submit(checked('hint'), await author(), bulletin)
  expect((await entered(hinted))?.data.findings).toBeUndefined()
  await sendBack(runtime, await director(), { snapshot: hinted.id, reason: '再核对' })
  const findingsReason = '上年受理、本年立案，口径已在文中说明'
  const answered = await submit(checked('error'), await author(), { ...bulletin, findingsReason })
  expect((await entered(answered))?.data).toMatchObject({ findings: 1, findingsReason })
  await sendBack(runtime, await director(), { snapshot: answered.id, reason: '再核对' })
})

test('the day it was formed moves the term, and lies not ahead', async () => {
  await expect(submit(runtime, await author(), { ...bulletin, formedOn: '2023-03-22' })).rejects.toMatchObject({
    sentence: '报告形成日期不能晚于今天；请核对。',
  })
  const late = await submit(runtime, await author(), { ...bulletin, formedOn: '2023-02-10' })
  expect((await waiting())[0]).toMatchObject({ id: late.id, due: '2023-03-10', late: true })
  await approve(runtime, await director(), { snapshot: late.id })
  await settled('publication')
  const query = { metric: 'publication.published-in-time', ...readPeriod('2023') }
  const rate = await inBureau((tx) => figure(tx, engine.ledgers, query))
  expect([rate.num, rate.den]).toEqual([2, 3])
})

test('a figure that counts differently as of its seal keeps the report back, and it goes on waiting', async () => {
  const tampered = await submit(runtime, await author(), bulletin)
  const owner = new pg.Client(engine.ownerUrl)
  await owner.connect()
  await owner.query(
    `set app.tenant = '${bureau}'; update reporting.snapshot set body = jsonb_set(jsonb_set(body, '{figures,0,num}', '9'), '{figures,0,value}', '"9"') where id = '${tampered.id}'`,
  )
  await owner.end()
  await expect(approve(runtime, await director(), { snapshot: tampered.id })).rejects.toMatchObject({
    code: 'report.altered',
    sentence: expect.stringMatching(/^不能公开：正文在封存后被改动；受理案件封存时为9件，.*请退回，核对后重新送审。$/),
  })
  expect((await waiting())[0]).toMatchObject({ id: tampered.id, decision: null })
  expect((await entered(tampered))?.state).toBe('submitted')
})

test('a decision that only one side knows of is found', async () => {
  const owner = new pg.Client(engine.ownerUrl)
  await owner.connect()
  await owner.query(`set app.tenant = '${bureau}'; delete from reporting.decision where snapshot = '${first.id}'`)
  await owner.end()
  expect((await verify()).faults).toContainEqual({
    snapshot: first.id,
    sentence: '台账中为“已公开”，报告标为“待审批”',
  })
})
