import { expect, test } from 'vitest'
import { ledgers } from '../index.ts'
import { adjustments } from './adjustments.ts'
import { basicSpending } from './basic-spending.ts'
import { funds } from './funds.ts'
import { indicators } from './indicators.ts'
import { payments } from './payments.ts'
import { projects } from './projects.ts'
import { typedValues } from './typed-values.ts'
import { works } from './work.ts'
import { quantityFault, workKinds } from './work-kinds.ts'

const all = [works, projects, funds, adjustments, payments, basicSpending, indicators, typedValues]

test('a kind of work stands in the list once and has a unit', () => {
  expect(new Set(workKinds.map((kind) => kind.value)).size).toBe(workKinds.length)
  expect(workKinds.length).toBeGreaterThanOrEqual(25)
  for (const kind of workKinds) expect(kind.measure, kind.label).not.toBe('')
})

test('half a lamp cannot be repaired, a road can be repaired to the square decimetre', () => {
  expect(quantityFault('lamp-repair', 1500)).toContain('应为整数')
  expect(quantityFault('lamp-repair', 2000)).toBeUndefined()
  expect(quantityFault('illegal-area', 8_337_395)).toBeUndefined()
  expect(quantityFault('sidewalk', 0)).toContain('大于零')
})

test('a record taken back is in no count: its withdrawal undoes the entry every metric counts', () => {
  for (const ledger of all)
    for (const [id, metric] of Object.entries(ledger.metrics)) {
      const counted = 'at' in metric ? [metric.at].flat() : []
      expect(counted, `${ledger.id}.${id}`).toEqual([ledger.moves.withdraw!.undoes])
    }
})

type Sight = Parameters<NonNullable<(typeof funds.moves)[string]['guard']>>[0]
const guard = (ledger: (typeof all)[number], move: string, data: object) =>
  ledger.moves[move]!.guard!({ data, found: undefined, refs: {} } as unknown as Sight)

test('a budget line of a project names the project, a basic one none', () => {
  const line = { year: 2024, approvedOn: '2024-01-18' }
  expect(guard(funds, 'approve', { ...line, kind: 'project' })).toContain('必须选择项目')
  expect(guard(funds, 'approve', { ...line, kind: 'people', project: 'DJ01' })).toContain('基本支出不填')
  expect(guard(funds, 'approve', { ...line, kind: 'project', project: 'DJ01' })).toBeUndefined()
  expect(guard(funds, 'approve', { ...line, kind: 'people', year: 2023 })).toContain('2023')
})

test('a cut of the budget is below zero, an addition above', () => {
  const line = { kind: 'project', project: 'DJ01' }
  expect(guard(adjustments, 'approve', { ...line, way: 'cut', amount: 100 })).toContain('小于零')
  expect(guard(adjustments, 'approve', { ...line, way: 'add', amount: -100 })).toContain('大于零')
  expect(guard(adjustments, 'approve', { ...line, way: 'cut', amount: -100 })).toBeUndefined()
})

test('a target in figures has a value, a unit and a source; one in words says what is to be reached', () => {
  const say = (data: object) => guard(indicators, 'set', data)
  expect(say({ direction: 'qualitative' })).toContain('目标描述')
  expect(say({ direction: 'at-least' })).toContain('目标值')
  expect(say({ direction: 'at-least', target: 1000 })).toContain('计量单位')
  expect(say({ direction: 'at-least', target: 1000, measure: '盏', evidence: 'ledger' })).toContain('统计指标')
  expect(say({ direction: 'at-least', target: 1000, measure: '盏', evidence: 'typed' })).toBeUndefined()
})

test('what a figure leaves out is named as left out, nothing there is said to be counted', () => {
  for (const { id, metrics } of ledgers)
    for (const [name, { excludes = '' }] of Object.entries(metrics))
      expect(excludes, `${id}.${name}`).not.toMatch(/不计|也计|另计|计入|计一次|不相加/)
})
