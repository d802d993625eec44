import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { classes, conditionById, type Standard, standardByCode, standards, standardsOf, trades } from './index.ts'

const conditions = standards.flatMap((standard) => standard.conditions)

describe('the standard table', () => {
  test('has the five classes of components and the six of events, none of them empty', () => {
    const named = classes.map(({ kind, code }) => `${kind} ${code}`)
    const of = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind} 0${i + 1}`)
    expect(named).toEqual([...of('component', 5), ...of('event', 6)])
    for (const group of classes) expect(standardsOf(group)).not.toEqual([])
  })

  test('is large enough to work with', () => {
    expect(standards.length).toBeGreaterThanOrEqual(64)
    expect(conditions.length).toBeGreaterThanOrEqual(100)
  })

  test('gives every subclass one code, which begins with its class', () => {
    expect(standardByCode.size).toBe(standards.length)
    for (const { kind, code, classCode } of standards)
      expect(code).toMatch(new RegExp(`^${kind === 'component' ? 'P' : 'E'}${classCode}\\d\\d$`))
  })

  test.each(standards)('$code $name has conditions, each with one filing, one closing and one limit', (standard) => {
    expect(standard.conditions.length).toBeGreaterThanOrEqual(1)
    expect(Object.keys(trades)).toContain(standard.suggests)
    for (const [i, condition] of standard.conditions.entries()) {
      expect(condition.id).toBe(`${standard.code}-${i + 1}`)
      expect(conditionById.get(condition.id)?.standard).toBe(standard)
      expect(condition.filing.length).toBeGreaterThanOrEqual(6)
      expect(condition.closing.length).toBeGreaterThanOrEqual(3)
      expect(condition.limit.n).toBeGreaterThan(0)
    }
  })

  test('no two conditions of a subclass are filed alike', () => {
    for (const { conditions } of standards)
      expect(new Set(conditions.map((one) => one.filing)).size).toBe(conditions.length)
  })

  test('every unit of time is used', () => {
    const units = new Set(conditions.map((one) => one.limit.unit))
    expect([...units].sort()).toEqual(['natural-day', 'urgent-day', 'urgent-hour', 'work-day', 'work-hour'])
  })

  test('gas is dealt with day and night', () => {
    const leaks = conditions.filter((one) => one.filing.includes('漏气') || one.filing.includes('泄漏'))
    expect(leaks.length).toBeGreaterThanOrEqual(3)
    for (const leak of leaks) expect(leak.limit.unit).toBe('urgent-hour')
  })
})

const published = new URL('../../../shared/data/case-standards.csv', import.meta.url)

describe.skipIf(!existsSync(published))('beside the published table of a real city', () => {
  const rows = existsSync(published) ? readRows(readFileSync(published, 'utf8')) : []
  const theirs = new Map(rows.map((row) => [codeOf(row), row]))
  // local extensions are numbered by each city for itself
  const shared = standards.filter((standard) => !standard.local && theirs.has(standard.code))

  test('numbers and names of classes and subclasses agree', () => {
    expect(shared.length).toBeGreaterThanOrEqual(64)
    for (const { code, name, className } of shared)
      expect([code, className, name]).toEqual([code, theirs.get(code)?.class, theirs.get(code)?.subclass])
  })

  test('no sentence of ours is one of theirs', () => {
    const sentences = new Set(rows.flatMap((row) => [row.filing_condition, row.closing_condition]).map(bare))
    const ours = standards.flatMap((one: Standard) => one.conditions).flatMap((one) => [one.filing, one.closing])
    expect(ours.filter((sentence) => sentence.length >= 8 && sentences.has(bare(sentence)))).toEqual([])
  })
})

type Row = Record<'kind' | 'class_code' | 'class' | 'subclass_code' | 'subclass', string> & {
  filing_condition: string
  closing_condition: string
}

const bare = (sentence: string) => sentence.replace(/[\s，。、；,;.]/g, '')

const codeOf = (row: Row) =>
  (row.kind === '部件' ? 'P' : 'E') + row.class_code.padStart(2, '0') + row.subclass_code.padStart(2, '0')

function readRows(csv: string): Row[] {
  const [head = [], ...lines] = readCsv(csv)
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])) as Row)
}

function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}
