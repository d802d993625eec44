import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../tests/helpers/database.ts'
import type { Auth } from './auth.ts'
import { type Database, openDatabase } from './db.ts'
import { openFile, registerFiles, saveFile, storedFiles } from './files.ts'
import { createHttp, type Http } from './http.ts'
import { addTenant } from './tenants.ts'

let database: Database
let http: Http
let photo: Buffer
const dataDir = mkdtempSync(join(tmpdir(), 'chengji-files-'))

/** The cookie names the bureau: sign-in is tested elsewhere. */
const auth = {
  find: async (tenant: string) => ({
    key: tenant,
    csrf: 'token',
    expiresAt: '',
    actor: { tenant, person: 'p-collector', name: '周敏', grants: [] },
  }),
  known: () => undefined,
} as unknown as Auth

beforeAll(async () => {
  database = openDatabase((await freshDatabase()).appUrl)
  for (const tenant of ['431102', '340602'])
    await database.inTenant(tenant, (tx) => addTenant(tx, { title: `${tenant}城管局`, short: '测', demo: false }))
  http = await createHttp({ config: { behindTls: false }, log: false, auth })
  registerFiles(http, { database, dataDir })
  photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function upload(name: string, bytes: Buffer | string, tenant = '431102') {
  const form = new FormData()
  form.append('file', new Blob([bytes as BlobPart]), name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return request.arrayBuffer().then((payload) =>
    http.inject({
      method: 'POST',
      url: '/api/files',
      cookies: { chengji_session: tenant },
      headers: { 'content-type': request.headers.get('content-type')!, 'x-csrf-token': 'token' },
      payload: Buffer.from(payload),
    }),
  )
}
const get = (url: string, tenant = '431102', headers = {}) =>
  http.inject({ url, cookies: { chengji_session: tenant }, headers })

test('a photo from the street is kept once, under the hash of its content, and comes back byte for byte', async () => {
  const first = await upload('井盖破损.jpg', photo)
  expect(first.statusCode).toBe(201)
  const { hash, ...rest } = first.json()
  expect(rest).toEqual({ name: '井盖破损.jpg', type: 'image/jpeg', size: photo.length })
  expect((await upload('同一张.jpg', photo)).json().hash).toBe(hash)
  const folder = join(dataDir, 'files', '431102', hash.slice(0, 2))
  expect(readdirSync(folder)).toEqual([hash])
  expect(statSync(join(folder, hash)).size).toBe(photo.length)
  const answer = await get(`/api/files/${hash}`)
  expect(answer.rawPayload.equals(photo)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="____.jpg"; filename*=UTF-8''${encodeURIComponent('井盖破损.jpg')}`,
  })
  expect(answer.headers['cache-control']).toContain('private')
  expect((await get(`/api/files/${hash}`, '431102', { 'if-none-match': answer.headers.etag })).statusCode).toBe(304)
})

test('a small picture is made for lists', async () => {
  const { hash } = (await upload('a.jpg', photo)).json()
  const { width, format } = await sharp((await get(`/api/files/${hash}?width=320`)).rawPayload).metadata()
  expect([width, format]).toEqual([320, 'webp'])
  expect((await get(`/api/files/${hash}?width=5000`)).statusCode).toBe(422)
})

test('another bureau cannot open the file, also when it knows the hash', async () => {
  const { hash } = (await upload('a.jpg', photo)).json()
  expect((await get(`/api/files/${hash}`, '340602')).json()).toMatchObject({ status: 404, code: 'file.unknown' })
  await expect(database.inTenant('340602', (tx) => openFile(tx, dataDir, hash))).rejects.toThrow(/其他单位/)
  const known = (tenant: string) => database.inTenant(tenant, (tx) => storedFiles(tx, [hash]))
  expect((await known('431102')).get(hash)).toMatchObject({ hash, type: 'image/jpeg' })
  expect((await known('340602')).size).toBe(0)
  expect((await upload('a.jpg', photo, '340602')).statusCode).toBe(201)
  expect(readdirSync(join(dataDir, 'files')).sort()).toEqual(['340602', '431102'])
})

test('what a file is, its content says: a page called a photo is refused', async () => {
  const page = await upload('照片.jpg', '<html><script>alert(1)</script></html>')
  expect(page.json()).toMatchObject({ status: 422, code: 'file.kind-refused' })
  expect((await upload('空.csv', '')).json().detail).toContain('是空文件')
  expect((await upload('台账.csv', '编号,时间\n1,2022-03-01\n')).json().type).toBe('text/csv')
  expect((await upload('台账.csv', Buffer.from([0xb1, 0xe0, 0xba, 0xc5]))).json().type).toBe('text/csv')
  expect((await upload('网格.geojson', '{"type":"FeatureCollection","features":[]}')).json().type).toBe(
    'application/geo+json',
  )
  expect((await upload('网格.geojson', '{"type":"Topology"}')).statusCode).toBe(422)
  const paper = (await upload('报告.pdf', '%PDF-1.7\n')).json()
  expect(paper.type).toBe('application/pdf')
  expect((await get(`/api/files/${paper.hash}?width=320`)).headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment;/),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
})

test('a name with folders in it stays in its place', async () => {
  const file = await database.inTenant('431102', (tx) =>
    saveFile(tx, dataDir, { name: '../../etc/passwd.csv', bytes: Buffer.from('a,b\n'), by: 'p-collector' }),
  )
  expect(file.name).toBe('.._.._etc_passwd.csv')
})

test('a file over 20 MB is refused', async () => {
  const answer = await upload('大.csv', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
  expect(answer.json()).toMatchObject({ status: 413, code: 'http.too-large' })
})
