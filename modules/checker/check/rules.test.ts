import { describe, expect, test } from 'vitest'
import { kinds } from '../domain.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand/index.ts'
import { checked } from './report.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules/index.ts'

const found = (rule: Rule, text: string) => checked(understand(readText('例', text)), [rule]).findings

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each([rule.fails].flat())(`finds what does not add up: ${rule.title}：%s`, (text) => {
    expect(found(rule, text).map(({ rule }) => rule)).toContain(rule.id)
  })
  test.each([rule.holds].flat())('is silent where all is right：%s', (text) => {
    expect(found(rule, text)).toEqual([])
  })
})

test('every rule has a name of its own, a known kind and a source', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { kind, source, title } of rules) {
    expect(Object.keys(kinds)).toContain(kind)
    expect(source.length).toBeGreaterThan(3)
    expect(title.length).toBeGreaterThan(3)
  }
})
