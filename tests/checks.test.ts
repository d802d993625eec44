import { createHash } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultyFiles } from '../modules/checker/fixtures/formats.ts'
import { fixedClock } from '../platform/clock.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { faultyReport, reportFile, soundReport } from './helpers/report-text.ts'
import { unzip } from './helpers/unzip.ts'

let app: App
let desk: Caller
beforeAll(async () => {
  app = await freshApp(fixedClock('2024-03-01T01:00:00.000Z'))
  await addSmallBureau(app.parts.runtime.database)
  desk = await app.signIn('performance')
})
afterAll(() => app.close())

const url = '/api/checks'
interface Found {
  rule: string
  message: string
  places: { quote: string; start: number; end: number }[]
}

test('a report that is handed in is checked, each finding points at its place in the text', async () => {
  const { status, body } = await desk.upload(`${url}?content=yes`, reportFile())
  expect(status).toBe(200)
  expect(body.document).toMatchObject({ name: '清江区城市管理局自评报告.txt', year: 2023 })
  const round = (body.findings as Found[]).filter(({ rule }) => rule === 'approx-word.not-round')
  expect(round.map(({ places }) => places.map(({ quote }) => quote))).toEqual([['619余条', '37余件']])
  const [first] = round
  expect(body.content.text.slice(first!.places[0]!.start, first!.places[0]!.end)).toBe('619余条')
  expect(body.content.sha256).toBe(createHash('sha256').update(faultyReport).digest('hex'))
  expect(body.content.tables[0].rows).toHaveLength(5)
})

test('without being asked for it, the answer holds nothing of the document but quotes', async () => {
  const { body } = await desk.upload(url, reportFile())
  expect(Object.keys(body).sort()).toEqual(['checked', 'document', 'facts', 'findings'])
})

test('a Word file, a PDF and a workbook are read as their text is, by what they are and not by their name', async () => {
  const found = async (name: string, bytes: Uint8Array) => {
    const { body } = await desk.upload(url, { name, type: 'application/octet-stream', bytes: Buffer.from(bytes) })
    return (body.findings as Found[]).map(({ message }) => message).sort()
  }
  const [text, ...others] = (await faultyFiles()).filter(({ name }) => /\.(?:txt|docx|pdf|xlsx)$/.test(name))
  const expected = await found(text!.name, text!.bytes)
  expect(expected.length).toBeGreaterThan(5)
  for (const { name, bytes } of others) expect(await found(`${name}.txt`, bytes), name).toEqual(expected)
})

test('nothing of the file is kept', async () => {
  const count = () =>
    app.parts.runtime.database.inTenant('431102', async (tx) => (await tx.query('select 1 from platform.file')).length)
  const before = await count()
  await desk.upload(url, reportFile())
  expect(await count()).toBe(before)
})

test('what cannot be read is told in a sentence, and so is a form without a file', async () => {
  const picture = await desk.upload(url, { name: '报告.png', type: 'image/png', bytes: Buffer.from([137, 80, 78, 71]) })
  expect(picture.status).toBe(422)
  expect(picture.type).toContain('application/problem+json')
  expect(picture.body.detail).toMatch(/。$/)
  const empty = await desk.upload(url, reportFile('  \n'))
  expect([empty.status, empty.body.code]).toEqual([422, 'check.empty'])
  expect((await desk.post(url, {})).body.detail).toMatch(/上传文件/)
})

test('only who writes or reviews reports checks them', async () => {
  const officer = await app.signIn('officer')
  expect((await officer.upload(url, reportFile())).status).toBe(403)
  expect((await app.visitor.upload(url, reportFile())).status).toBe(401)
  expect((await (await app.signIn('director')).upload(url, reportFile())).status).toBe(200)
})

/** What the screen sends back for a sheet. */
async function asked(text = faultyReport) {
  const { body } = await desk.upload(`${url}?content=yes`, reportFile(text))
  const { content, checked, findings, ...report } = body
  return {
    ...report,
    sha256: content.sha256,
    checked,
    findings: findings.map((one: object, at: number) => ({
      ...one,
      standing: at ? 'open' : 'explained',
      ...(at ? {} : { words: '原始台账为619条，已删去“余”字' }),
    })),
  }
}

test('the findings come back as a spreadsheet with what was said of each', async () => {
  const { status, bytes } = await desk.post(`${url}/sheet/xlsx`, await asked())
  expect(status).toBe(200)
  const { sheets } = await readXlsx(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['审校意见', '已核对无误'])
  const said = JSON.stringify(sheets[0]!.rows)
  for (const words of ['619余条', '说明', '原始台账为619条，已删去“余”字', '未处理', '2024-03-01'])
    expect(said).toContain(words)
})

test('the sheet has the numbers of the screen, the gravest first, and says where each stands and what it is held against', async () => {
  const sent = await asked()
  const { bytes } = await desk.post(`${url}/sheet/xlsx`, sent)
  const rows = (await readXlsx(bytes)).sheets[0]!.rows
  const top = rows.findIndex(([first]) => first === '序号')
  const at = (column: string) => rows[top]!.indexOf(column)
  const lines = rows.slice(top + 1)
  expect(lines.map((row) => [row[0], row[at('问题')]])).toEqual(
    (sent.findings as Found[]).map(({ message }, n) => [String(n + 1), message]),
  )
  const gravity = lines.map((row) => ['错误', '存疑', '尾差', '格式'].indexOf(String(row[at('程度')])))
  expect(gravity).toEqual([...gravity].sort())
  for (const row of lines) expect(row[at('位置')]).toMatch(/第\d+段|标题“|表\d/)
  expect(lines.map((row) => row[at('核对')]).filter(Boolean)).toContainEqual(
    expect.stringMatching(/^(?:应为|计算得|对照)：./),
  )
})

test('and as a paper for Word, under a name that says whose it is', async () => {
  const reply = await desk.post(`${url}/sheet/docx`, await asked())
  expect(reply.status).toBe(200)
  const words = unzip(reply.bytes)
    .get('word/document.xml')!
    .toString()
    .replace(/<[^>]+>/g, '')
  expect(words).toContain('清江区城市管理局自评报告审校意见')
  expect(words).toContain('原始台账为619条，已删去“余”字')
})

test('a report without findings has a sheet too', async () => {
  expect((await desk.post(`${url}/sheet/docx`, await asked(soundReport))).status).toBe(200)
  expect((await desk.post(`${url}/sheet/xlsx`, await asked(soundReport))).status).toBe(200)
})

const page = '/public/check'

test('anybody checks a report on the public page, without an account and without a script', async () => {
  expect((await app.visitor.get('/check')).status).toBe(302)
  expect((await app.visitor.get('/public')).text).toContain(`href="${page}"`)
  const form = await app.visitor.get(page)
  expect(form.text).toContain('enctype="multipart/form-data"')
  expect(form.text).toContain('不保存')
  const { status, text } = await app.visitor.upload(page, reportFile())
  expect(status).toBe(200)
  expect(text).not.toContain('<script')
  const [, target] = /<a class="hit-number" id="m\d+-1" href="#(f\d+)">/.exec(text) ?? []
  expect(text).toContain(`id="${target}"`)
  expect(text).toContain('619余条')
  expect(text).toMatch(/<svg class="counts"[^>]*aria-label="错误 2、存疑 1、核对无误 \d+"/)
})

test('words of the file are words on the page, never markup', async () => {
  const { text } = await app.visitor.upload(
    page,
    reportFile(`${faultyReport}<script>alert(1)</script>全年劝导37余人次。`, '<b>.txt'),
  )
  expect(text).not.toContain('<script')
  expect(text).toContain('&lt;script&gt;')
  expect(text).toContain('&lt;b&gt;.txt')
})

test('what the public page cannot read it says on the page, with the form again', async () => {
  const { status, text, type } = await app.visitor.upload(page, reportFile(''))
  expect([status, type]).toEqual([422, 'text/html; charset=utf-8'])
  expect(text).toContain('role="alert"')
  expect(text).toContain('<form')
})

test('a file that is too large is refused on the page and by the API', async () => {
  const huge = { ...reportFile(), bytes: Buffer.alloc(20 * 1024 * 1024 + 1, '字') }
  const told = await app.visitor.upload(page, huge)
  expect([told.status, told.text.includes('超过 20 兆')]).toEqual([413, true])
  expect((await desk.upload(url, huge)).status).toBe(413)
})

test('whoever hands in too many on the public page has to wait, and is told how long', async () => {
  let last = await app.visitor.upload(page, reportFile(soundReport))
  for (let n = 0; n < 8 && last.status === 200; n++) last = await app.visitor.upload(page, reportFile(soundReport))
  expect(last.status).toBe(429)
  expect(last.text).toMatch(/请\d+秒后再试/)
})
