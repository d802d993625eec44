import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import type { Http } from '../platform/http.ts'
import { registerMark } from './mark.ts'

test('a browser that asks for the little picture of the site gets the mark of the console', async () => {
  const http = Fastify()
  registerMark(http as unknown as Http)
  const answer = await http.inject('/favicon.ico')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toContain('image/svg+xml')
  expect(answer.body).toBe(readFileSync('console/mark.svg', 'utf8').trim())
})
