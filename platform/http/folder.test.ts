import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp, type Http, serveFolder } from '../http.ts'

const parent = mkdtempSync(join(tmpdir(), 'chengji-console-'))
const root = join(parent, 'console')
let http: Http

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>城绩</title>')
  writeFileSync(join(root, 'icon.svg'), '<svg/>')
  writeFileSync(join(root, 'assets', 'main-4f2a.js'), 'start()')
  http = await createHttp({ config: { behindTls: false }, log: false })
  await serveFolder(http, { root })
})
afterAll(async () => {
  await http.close()
  rmSync(parent, { recursive: true })
})

test('any screen’s address gives the console, and is asked for anew each time', async () => {
  for (const url of ['/', '/cases/431102202200001', '/login?from=%2Fcases']) {
    const answer = await http.inject(url)
    expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([url, 200, 'no-cache'])
    expect(answer.body).toContain('城绩')
  }
})

test('built files are kept by the browser for ever, one that is gone is not answered with a page', async () => {
  const answer = await http.inject('/assets/main-4f2a.js')
  expect([answer.body, answer.headers['cache-control']]).toEqual(['start()', 'public, max-age=31536000, immutable'])
  expect((await http.inject('/icon.svg')).headers['content-type']).toContain('image/svg+xml')
  expect((await http.inject('/assets/main-old.js')).statusCode).toBe(404)
})

test('nothing beside the folder is served', async () => {
  for (const url of [
    '/../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
  ]) {
    const answer = await http.inject(url)
    expect([url, answer.body.includes('secret')]).toEqual([url, false])
  }
})

test('an unknown address of the API stays a problem, not a page', async () => {
  const answer = await http.inject('/api/none')
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'http.no-such-address'])
})
