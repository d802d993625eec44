import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp, type Http, serveFolder } from '../http.ts'

let http: Http
beforeAll(async () => {
  const root = join(mkdtempSync(join(tmpdir(), 'console-')), 'console')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<title>城绩</title>')
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(root, '..', 'secret.txt'), 'secret')
  http = await createHttp({ config: { behindTls: false }, log: false })
  await serveFolder(http, { root })
})
afterAll(() => http.close())
const get = (url: string) => http.inject({ method: 'GET', url })

test('the address of a figure, sent to a colleague, opens the console although it has a dot in it', async () => {
  for (const url of ['/', '/figures/case.closed', '/ledgers/case?q=a.b', '/reports/lingling-2022'])
    expect([url, (await get(url)).statusCode, (await get(url)).body]).toEqual([url, 200, '<title>城绩</title>'])
})

test('built files are kept by the browser for ever, the page itself is not', async () => {
  expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/')).headers['cache-control']).toBe('no-cache')
})

test('what is not there is not there, and nothing outside the folder is served', async () => {
  expect((await get('/assets/old-3c4d.js')).statusCode).toBe(404)
  expect((await get('/api/nothing')).statusCode).toBe(404)
  expect((await get('/..%2fsecret.txt')).body).not.toContain('secret')
  expect((await get('/assets/..%2f..%2fsecret.txt')).body).not.toContain('secret')
})
