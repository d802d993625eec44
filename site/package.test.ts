import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { documents } from '../catalog/documents/index.ts'
import { schemes } from '../catalog/schemes/index.ts'
import { checkPackage, type ReportingRuntime } from '../modules/reporting/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { createHttp, type Http } from '../platform/http.ts'
import { openSigner } from '../platform/keys.ts'
import { isPackageFile, verifyPackage } from '../server/commands/verify-package.ts'
import { demoFigures } from '../server/demo/figures.ts'
import { addSmallBureau, smallBureau } from '../tests/helpers/bureau.ts'
import { as, photo } from '../tests/helpers/casework.ts'
import { freshEngine } from '../tests/helpers/engine.ts'
import { enterFigures } from '../tests/helpers/figures.ts'
import { publishByTwo } from '../tests/helpers/publishing.ts'
import { registerSite } from './index.ts'

const clock = fixedClock('2025-01-10T02:00:00.000Z')
const duji = '340602'
const typed = '张某来电称该项目款被扣'
let engine: Awaited<ReturnType<typeof freshEngine>>
let http: Http
let url = ''
let bytes: Uint8Array

const get = async (from: string) => {
  const { statusCode, headers, rawPayload, body } = await http.inject({ method: 'GET', url: from })
  return { status: statusCode, headers, bytes: new Uint8Array(rawPayload), body }
}

let runtime: ReportingRuntime
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database, duji, { ...smallBureau, years: [2021, 2025], title: '杜集区城市管理局' })
  await enterFigures(engine, duji, demoFigures[1]!)
  const indicators = await engine.database.inTenant(duji, (tx) =>
    tx.query<{ id: string }>("select id from ledger.record where tenant = $1 and title like '%主次干道整洁率%'", [
      duji,
    ]),
  )
  const data = {
    indicator: indicators[0]!.id,
    project: 'DJ02',
    value: 90_000,
    valueOn: '2024-12-31',
    cause: typed,
    files: [photo],
  }
  await as(engine, 'p-performance', { move: 'give', data }, 'typed-value', duji)
  runtime = {
    ...engine,
    documents,
    schemes,
    signer: openSigner(mkdtempSync(join(tmpdir(), 'keys-'))),
  }
  const { id } = await publishByTwo(runtime, duji, { document: 'duji-2024', year: 2024 })
  url = `/public/${duji}/${id}`
  http = await createHttp({ config: { behindTls: false, rateLimit: 10_000 }, log: false })
  registerSite(http, runtime)
  await http.ready()
  bytes = (await get(`${url}/package.zip`)).bytes
}, 60_000)
afterAll(async () => {
  await http.close()
  await engine.database.close()
})

const decode = (file: Uint8Array | undefined) => new TextDecoder().decode(file)
const encode = (text: string) => new TextEncoder().encode(text)
/** The package with one file changed; its manifest left as it is. */
const changed = (name: string, change: (text: string) => string) => {
  const files = unzipSync(bytes)
  expect(change(decode(files[name]))).not.toBe(decode(files[name]))
  return zipSync({ ...files, [name]: encode(change(decode(files[name]))) })
}
/** The same by somebody who puts the new hash of the file into the manifest as well. */
async function forged(name: string, change: (text: string) => string): Promise<Uint8Array> {
  const files = unzipSync(changed(name, change))
  const manifest = JSON.parse(decode(files['manifest.json']))
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(files[name]!))
  manifest.files[name] = Buffer.from(digest).toString('hex')
  return zipSync({ ...files, 'manifest.json': encode(JSON.stringify(manifest)) })
}
const faultsOf = (some: Uint8Array) => checkPackage(some)?.faults

test('the page offers its data package, and the package says 全部相符: every file, figure and score', async () => {
  const page = await get(url)
  expect(page.body).toContain(`<a href="${url}/package.zip" download>下载数据包</a>`)
  const answer = await get(`${url}/package.zip`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
    '杜集区城市管理局-2024-zpbg-1-数据包.zip',
  )
  expect(checkPackage(bytes)).toEqual({
    title: '杜集区城市管理局2024年度项目支出绩效自评报告',
    bureau: '杜集区城市管理局',
    publication: '2024-zpbg-1',
    files: Object.keys(unzipSync(bytes)).length - 1,
    figures: documents.find(({ id }) => id === 'duji-2024')!.figures.length,
    scores: 7,
    faults: [],
  })
})

test('asked again it is the same to the byte', async () => {
  expect((await get(`${url}/package.zip`)).bytes).toEqual(bytes)
})

test('a report whose tables are drawn from the ledgers holds too, with the tables in it', async () => {
  const { id } = await publishByTwo(runtime, duji, { document: 'hebei-whole', year: 2024 })
  const drawn = (await get(`/public/${duji}/${id}/package.zip`)).bytes
  const page = decode(unzipSync(drawn)['report.html']).replaceAll(/<[^>]*>/g, ' ')
  expect(page).toMatch(/智慧城管\s+170\.35\s+111\.85\s+65\.66%\s+93\.14\s+优/)
  expect(page).toMatch(/合计\s+302\.19\s+224\.05\s+74\.14%/)
  expect(checkPackage(drawn)).toMatchObject({ scores: 7, faults: [] })
})

test('its table of evidence says of each scored item where it comes from, and nothing that somebody typed to explain it', async () => {
  const files = unzipSync(bytes)
  const lines = decode(files['evidence.csv']).trim().split('\r\n')
  const scores = JSON.parse(decode(files['scores.json']))
  expect(lines).toHaveLength(1 + scores.flatMap((score: { lines: unknown[] }) => score.lines).length)
  expect(lines[0]).toContain('项目,指标,目标值,完成值,分值,得分,依据')
  expect(lines.find((line) => line.includes('培训期数'))).toContain(',台账,work.quantity,class=')
  const said = demoFigures.find(({ tenant }) => tenant === duji)!.indicators.flatMap(({ typed }) => typed?.cause ?? [])
  expect(said.length).toBeGreaterThan(0)
  for (const one of said) expect(lines.join()).not.toContain(one)
  const altered = { ...files, 'evidence.csv': new TextEncoder().encode(lines.join('\r\n').replace('台账', '手填')) }
  expect(faultsOf(zipSync(altered))!.join()).toContain('佐证表evidence.csv与得分文件（scores.json）不一致')
})

test('its manifest says whose it is, as of which seal, and how each hash is made; the page prints the same hashes', async () => {
  const files = unzipSync(bytes)
  const manifest = JSON.parse(decode(files['manifest.json']))
  expect(manifest).toMatchObject({
    tenant: duji,
    publication: '2024-zpbg-1',
    period: '2024',
    seal: { n: 1 },
    withdrawn: null,
  })
  expect(Object.keys(manifest.how)).toEqual(['files', 'rows', 'publicHash', 'snapshotHash', 'seal'])
  const { body } = await get(url)
  for (const hash of [manifest.seal.hash, manifest.snapshotHash, manifest.publicHash]) expect(body).toContain(hash)
  const figure = JSON.parse(decode(files['figures.json'])).find(({ id }: { id: string }) => id === 'all-rate')
  expect(figure).toMatchObject({ value: '74.14', unit: '%', queries: { num: [{ metric: 'payment.amount' }] } })
  expect(decode(files['rows/all-rate-num.csv']).split('\r\n')[0]).toContain('编号,类别,道路或街道')
  expect(JSON.parse(decode(files['scores.json']))[0].scheme.rules.bands[0]).toEqual({ label: '优', from: 90 })
  expect(decode(files['report.html'])).toContain('href="rows/all-paid-num.csv"')
})

test('nothing is in it that the public page does not show: no person, no typed explanation', () => {
  for (const [name, file] of Object.entries(unzipSync(bytes)))
    for (const secret of [typed, 'p-performance', 'p-director', '欧阳雪', '秦书文'])
      expect(decode(file), name).not.toContain(secret)
})

test('what is not published has no package', async () => {
  for (const other of [`/public/${duji}/2024-zpbg-9`, `/public/431102/2024-zpbg-1`]) {
    const { status, headers } = await get(`${other}/package.zip`)
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  }
})

const row = (text: string) => text.replace(/"value":(\d)/, (_, digit) => `"value":${(Number(digit) % 9) + 1}`)
test('a row that was changed is found: by its file, and by its figure when the manifest was changed too', async () => {
  const name = 'rows/paid-dj06-num.json'
  expect(faultsOf(changed(name, row))).toEqual(
    expect.arrayContaining([`文件${name}与清单（manifest.json）中的校验值不符。`]),
  )
  const found = faultsOf(await forged(name, row))!.join('')
  expect(found).toMatch(/“.*执行”的清单rows\/paid-dj06-num\.json与公布时的校验值不符。/)
  expect(found).toMatch(/执行为\d+\.\d\d，它的清单合计为\d+\.\d\d，不相符。/)
  expect(found).toContain('的清单rows/paid-dj06-num.csv与rows/paid-dj06-num.json不一致。')
})

test('a list that says something else as a table than as data is found', async () => {
  const name = 'rows/paid-dj06-num.csv'
  expect(faultsOf(await forged(name, (text) => text.replace(/元"?\r\n/, '万元\r\n')))).toEqual([
    expect.stringContaining('的清单rows/paid-dj06-num.csv与rows/paid-dj06-num.json不一致。'),
  ])
})

test('a printed figure that was changed is named, in the data as on the page', async () => {
  const data = faultsOf(await forged('figures.json', (text) => text.replace('"224.05"', '"234.05"')))!.join('')
  expect(data).toContain('印为234.05，按它的构成应为224.05')
  const page = await forged('report.html', (text) => text.replace('>224.05万元</a>', '>234.05万元</a>'))
  expect(faultsOf(page)!.join('')).toMatch(/report\.html中“.*”印为234\.05万元，数字文件（figures\.json）中为224\.05。/)
})

test('a sentence of the page that was changed is found, and of the report', async () => {
  const page = await forged('report.html', (text) => text.replace(/。<\/p><\/section>/, '，均属实。</p></section>'))
  expect(faultsOf(page)).toContain('report.html的正文与报告文件（report.json）不一致。')
  const report = await forged('report.json', (text) => text.replace('"title": "', '"title": "新'))
  expect(faultsOf(report)).toEqual(
    expect.arrayContaining([
      '清单（manifest.json）的标题与报告内容不符。',
      '清单（manifest.json）的公开内容校验值与报告内容不符。',
    ]),
  )
})

type Score = {
  name: string
  total: string
  grade: string
  lines: { points: string }[]
  inputs: Record<string, { actual?: string }>
}
test('a score that was changed is named: its total, one of its points, its grade, or a value it is made of', async () => {
  const found = async (change: (score: Score) => object) => {
    const edit = (text: string) => {
      const [first, ...others] = JSON.parse(text) as Score[]
      return JSON.stringify([{ ...first!, ...change(first!) }, ...others])
    }
    return faultsOf(await forged('scores.json', edit))!.join('')
  }
  const reached =
    (actual: string) =>
    ({ inputs }: Score) => ({
      inputs: Object.fromEntries(Object.entries(inputs).map(([id, value]) => [id, { ...value, actual }])),
    })
  const again = '按完成值和评分办法重新计算为'
  expect(await found(() => ({ total: '99.99' }))).toContain(`总分为99.99分，${again}93.14分。`)
  expect(
    await found(({ lines: [line, ...others] }) => ({ lines: [{ ...line, points: '0.01' }, ...others] })),
  ).toContain(`得分为0.01分，${again}`)
  expect(await found(() => ({ grade: '差' }))).toContain('的等级为“差”，按总分应为“优”。')
  expect(await found(reached('0'))).toContain(`总分为93.14分，${again}`)
  expect(await found(reached('许多'))).toContain('的得分不能重新计算')
})

test('a file that is missing, was added or stands there twice is named', () => {
  const { 'scores.json': _, ...fewer } = unzipSync(bytes)
  expect(faultsOf(zipSync(fewer))).toEqual(['缺少文件scores.json。', '文件scores.json不能读，其余内容无法核对。'])
  const more = zipSync({ ...unzipSync(bytes), '说明.txt': encode('另附') })
  expect(faultsOf(more)).toEqual(['文件说明.txt不在清单（manifest.json）中。'])
})

test('one byte changed anywhere is found, or nothing of the content has changed', () => {
  const before = unzipSync(bytes)
  const unzipped = (some: Uint8Array) => {
    try {
      return unzipSync(some)
    } catch {
      return {}
    }
  }
  const same = (some: Uint8Array) => {
    const after = unzipped(some)
    return (
      Object.keys(after).length === Object.keys(before).length &&
      Object.entries(before).every(([name, file]) => Buffer.compare(file, after[name] ?? new Uint8Array()) === 0)
    )
  }
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const some = Uint8Array.from(bytes)
      some[at] = some[at]! ^ by
      const found = checkPackage(some)
      expect(found === undefined || found.faults.length > 0 || same(some)).toBe(true)
    }),
    { numRuns: 60, examples: [[44_514, 172]] },
  )
})

test('what is no package is none', () => {
  for (const some of [
    new Uint8Array(),
    encode('这不是压缩包'),
    zipSync({ 'a.txt': encode('一') }),
    bytes.slice(0, 4000),
  ])
    expect(checkPackage(some)).toBeUndefined()
})

test('on the command line: 0 when all holds, 1 with what does not, 2 for what is no package, each in a sentence', async () => {
  const said: string[] = []
  const say = (...words: unknown[]) => void said.push(words.join(' '))
  vi.spyOn(console, 'log').mockImplementation(say)
  vi.spyOn(console, 'error').mockImplementation(say)
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const run = (name: string, some?: Uint8Array) => {
    said.length = 0
    if (some) writeFileSync(join(folder, name), some)
    return [verifyPackage(join(folder, name)), said.join('\n')] as const
  }
  expect(run('good.zip', bytes)).toEqual([
    0,
    '杜集区城市管理局：杜集区城市管理局2024年度项目支出绩效自评报告（2024-zpbg-1），101 个文件，54 个数字，7 个得分\n  ✓ 全部相符',
  ])
  const bad = run('bad.zip', await forged('figures.json', (text) => text.replace('"224.05"', '"234.05"')))
  expect(bad[0]).toBe(1)
  expect(bad[1]).toMatch(/✗ .*印为234\.05，按它的构成应为224\.05。[\s\S]*共 \d 处不符/)
  expect(run('other.zip', encode('别的'))).toEqual([2, expect.stringContaining('不是城绩的数据包')])
  expect(run('none.zip')).toEqual([2, expect.stringContaining('这个文件')])
  expect([isPackageFile('431102'), isPackageFile(undefined), isPackageFile('x.zip')]).toEqual([false, false, true])
  vi.restoreAllMocks()
})
