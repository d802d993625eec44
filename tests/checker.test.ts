import { describe, expect, test } from 'vitest'
import { caught, mutations } from '../bench/checker/mutations.ts'
import { type Known, ownReports, spotsOf } from '../bench/checker/relations.ts'
import { scored } from '../bench/checker/score.ts'
import { checkReading } from '../modules/checker/check/index.ts'
import { readText } from '../modules/checker/read/text.ts'

/** Reports of invented bureaus in the forms of their provinces; where a fault was planted, `sound` says how it was before. */
const reports = ownReports().filter(({ facts }) => facts.some(({ sound }) => sound !== undefined))
const check = ({ name, text }: Pick<Known, 'name' | 'text'>) => checkReading(readText(`${name}.txt`, text))

describe.each(reports.map((report) => [report.name, report] as const))('the report of %s', (_, report) => {
  const { name, text, facts } = report
  const board = scored(name, text, facts, check(report))

  test('has each of its planted faults found', () => {
    expect(board.missed.map(({ id }) => id)).toEqual([])
  })

  test('is blamed for nothing that holds', () => {
    expect(board.falseErrors.map(({ relation, finding }) => `${relation.id} ${finding.rule}`)).toEqual([])
    expect(board.questions).toBeLessThanOrEqual(3)
  })

  test('has no error once its faults are mended', () => {
    const mended = facts.reduce((words, { quotes: [quote], sound }) => {
      return quote && sound !== undefined ? words.replace(quote, sound) : words
    }, text)
    const left = facts.filter(({ verdict, sound }) => verdict === 'inconsistent' && sound === undefined)
    const spots = left.flatMap(({ quotes }) => spotsOf(quotes, mended))
    const isLeft = (place: { start: number; end: number }) =>
      spots.some(({ start, end }) => place.start < end && start < place.end)
    const errors = check({ name, text: mended }).findings.filter(
      ({ severity, places }) => severity === 'error' && !places.some(isLeft),
    )
    expect(errors.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })

  test('has its findings shown at places that carry their words', () => {
    for (const { places } of check(report).findings)
      for (const { start, end, quote } of places)
        expect([...text].slice(start, end).join('').replace(/\s+/g, ' ').slice(0, 60)).toBe(quote)
  })
})

const withFigures = reports.filter(({ facts }) => facts.some(({ class: name = 'numeric' }) => name === 'numeric'))
describe.each(withFigures.map((report) => [report.name, report] as const))('the figures of %s', (_, report) => {
  const { name, text, facts } = report

  test('are found nine times of ten when they are changed one at a time', () => {
    const before = check(report)
    const { tried } = mutations(text, facts)
    const missed = tried.filter((mutation) => !caught(name, text, mutation, before))
    expect(tried.length).toBeGreaterThan(5)
    expect(missed.length, missed.map(({ was, became }) => `${was} → ${became}`).join('，')).toBeLessThanOrEqual(
      tried.length / 10,
    )
  })
})

test('the reports have faults of wording and of structure of many kinds, and what holds beside them', () => {
  const planted = reports.flatMap(({ facts }) => facts)
  const kinds = (verdict: string) => planted.flatMap((fact) => (fact.verdict === verdict ? fact.kind : []))
  for (const kind of ['numbering', 'missing-element', 'typo', 'term', 'name', 'format', 'taxonomy', 'date', 'year'])
    expect(kinds('inconsistent')).toContain(kind)
  expect(kinds('consistent')).toContain('numbering')
})

describe('all reports of invented bureaus together', () => {
  const boards = ownReports().map((report) => ({
    report,
    board: scored(report.name, report.text, report.facts, check(report)),
  }))

  test('are accused of no error where there is none', () => {
    const accused = boards.flatMap(({ report, board }) =>
      [...board.falseErrors.map(({ finding }) => finding), ...board.untouched]
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, message }) => `${report.name} ${rule} ${message}`),
    )
    expect(accused).toEqual([])
  })

  test('have at least four of five faults found', () => {
    const recall = boards.flatMap(({ board }) => Object.values(board.recall))
    const sum = (of: (one: { caught: number; of: number }) => number) =>
      recall.reduce((total, one) => total + of(one), 0)
    expect(sum((one) => one.of)).toBeGreaterThan(200)
    expect(sum((one) => one.caught) / sum((one) => one.of)).toBeGreaterThan(0.8)
  })

  test('are asked few questions, and most of what is said of them is about a fault', () => {
    for (const { report, board } of boards) {
      const most = Math.max(3, (12 * report.text.length) / 10_000)
      expect(board.questions, report.name).toBeLessThanOrEqual(most)
    }
    const sum = (of: 'touching' | 'of') => boards.reduce((total, { board }) => total + board.touching[of], 0)
    expect(sum('touching') / sum('of')).toBeGreaterThan(2 / 3)
  })
})
