import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type App, type Caller, freshApp } from '../../tests/helpers/app.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, walkTo } from '../../tests/helpers/casework.ts'

// What proves something may be a picture or a paper; a photo is a picture. The content tells, not the name.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
let app: App
let desk: Caller
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
  desk = await app.signIn('performance')
})
afterAll(() => app.close())

const upload = async (name: string, bytes: Buffer | string): Promise<string> =>
  (await desk.upload('/api/files', { name, type: 'text/html', bytes: Buffer.from(bytes) })).body.hash
const deduct = (hash: string, fileName?: string) =>
  as(
    app.parts.runtime,
    'p-performance',
    {
      move: 'make',
      data: {
        year: 2022,
        project: '整体',
        points: 2_000,
        cause: '迟报',
        document: '永财绩〔2022〕3号',
        madeOn: '2022-02-20',
        files: [{ hash, ...(fileName ? { fileName } : {}) }],
      },
    },
    'deduction',
  )

test('a notice as PDF proves a deduction, and is given with its name to whoever is signed in', async () => {
  const hash = await upload('通报.pdf', '%PDF-1.7\n')
  const { id } = await deduct(hash, '通报.pdf')
  const { body: record } = await desk.get(`/api/ledgers/deduction/records/${id}`)
  expect(record.photos).toMatchObject([{ field: 'files', hash, fileName: '通报.pdf' }])
  const { status, name } = await desk.download(`/api/files/${hash}`)
  expect([status, decodeURIComponent(name)]).toEqual([200, '通报.pdf'])
  expect((await app.visitor.get(`/api/files/${hash}`)).status).toBe(401)
})

test('a table of values called a PDF is no evidence, and a PDF is no photo', async () => {
  const csv = await upload('说明.csv', '编号,时间\n1,2022-03-01\n')
  await expect(deduct(csv, '说明.pdf')).rejects.toMatchObject({
    sentence: '佐证材料只收图片、PDF、DOCX、XLSX文件。',
    details: { fields: [{ field: 'files' }] },
  })
  const pdf = await upload('通报.pdf', '%PDF-1.7\n')
  const handling = await walkTo(app.parts.runtime, 'assign')
  const data = { result: '已修', afterPhotos: [{ hash: pdf }] }
  await expect(as(app.parts.runtime, 'p-handler', { record: handling.id, move: 'submit', data })).rejects.toMatchObject(
    { sentence: '处置后照片只收图片。' },
  )
})
