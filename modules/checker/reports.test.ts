import { describe, expect, test } from 'vitest'
import { ownReports } from '../../bench/checker/relations.ts'
import { scored } from '../../bench/checker/score.ts'
import { checkReading } from './check/index.ts'
import { readText } from './read/text.ts'

/** Reports of invented bureaus in the tones of several provinces, with what is wrong in them listed beside. */
const reports = ownReports().map(({ name, text, facts }) => {
  const result = checkReading(readText(`${name}.txt`, text))
  return { name, text, facts, result, score: scored(name, text, facts, result) }
})

describe.each(reports.map((report) => [report.name, report] as const))('the report of %s', (_, report) => {
  const { facts, result, score, text } = report

  test('has each of its faults of structure and wording found', () => {
    const missed = score.missed.filter(({ class: name }) => name === 'structural' || name === 'semantic')
    expect(missed.map(({ id, kind, quotes }) => ({ id, kind, quotes }))).toEqual([])
  })

  test('has nothing that holds called an error', () => {
    expect(score.falseErrors.map(({ relation, finding }) => `${relation.id} ${finding.message}`)).toEqual([])
  })

  test('raises few questions', () => {
    expect(score.questions).toBeLessThanOrEqual(Math.max(3, Math.floor((12 * text.length) / 10_000)))
  })

  test('has its findings shown at places that carry their words', () => {
    for (const { places } of result.findings)
      for (const { start, end, quote } of places)
        expect([...text].slice(start, end).join('').replace(/\s+/g, ' ').slice(0, 60)).toBe(quote)
    expect(facts.length).toBeGreaterThan(0)
  })
})

test('the reports have faults of many kinds, and what holds beside them', () => {
  const planted = reports.flatMap(({ facts }) => facts)
  const kinds = (verdict: string) => new Set(planted.filter((fact) => fact.verdict === verdict).map(({ kind }) => kind))
  for (const kind of [
    'numbering',
    'missing-element',
    'typo',
    'term',
    'name',
    'format',
    'taxonomy',
    'contradiction',
    'date',
    'year',
  ])
    expect([...kinds('inconsistent')]).toContain(kind)
  expect([...kinds('consistent')]).toContain('numbering')
})
