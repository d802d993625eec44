import { expect, test } from 'vitest'
import { citationOf, type LastLine, type LastYear, lastOf, loweredBy, uncited } from './last-year.ts'

const lamps: LastLine = {
  ...{ id: 'i-1', code: '01', name: '路灯维修', direction: 'at-least', target: '540', targetText: '≥540盏' },
  ...{ measure: '盏', actual: '560', actualText: '560盏', weight: '10.00', points: '10.00', lost: '0.00' },
}
const nothing: LastYear = {
  ...{ year: 2023, unknown: false, evaluation: null, computed: null, lines: [], differences: [] },
  ...{ rectifications: [], uses: [], more: 0, less: 0 },
}
const aim = (target: string, more: object = {}) => ({
  ...{ direction: 'at-least' as const, target, targetText: `≥${target}盏`, measure: '盏' },
  ...more,
})

test('a target below what was reached last year is asked about, one that keeps or raises it is not', () => {
  expect(loweredBy(aim('550'), lamps)).toBe(
    '目标≥550盏低于上年的完成值560盏（上年目标≥540盏）；请说明为什么降低目标，或调整目标。',
  )
  expect(loweredBy(aim('560'), lamps)).toBeUndefined()
  expect(loweredBy(aim('600'), lamps)).toBeUndefined()
  expect(loweredBy(aim('550', { measure: '公里' }), lamps)).toBeUndefined()
  expect(loweredBy(aim('550'), { ...lamps, actual: undefined })).toBeUndefined()
})

test('of what must be little, more is the lower target', () => {
  const cost = { ...lamps, direction: 'at-most', target: '30', actual: '28.5', actualText: '28.5万元', measure: '万元' }
  const most = { direction: 'at-most' as const, measure: '万元' }
  expect(loweredBy(aim('30', most), cost as LastLine)).toContain('低于上年的完成值28.5万元')
  expect(loweredBy(aim('28', most), cost as LastLine)).toBeUndefined()
  const words = { direction: 'qualitative' as const, target: undefined, targetText: '良好', measure: '' }
  expect(loweredBy(words, lamps)).toBeUndefined()
})

test('an indicator is held against the one it names, else against the one of its name and unit', () => {
  const other = { ...lamps, id: 'i-2', name: '路灯维修数量' }
  const lines = [lamps, other]
  expect(lastOf(lines, { name: '路灯维修', measure: '盏' })?.id).toBe('i-1')
  expect(lastOf(lines, { lastLine: 'i-2', name: '路灯维修', measure: '盏' })?.id).toBe('i-2')
  expect(lastOf(lines, { name: '路灯维修', measure: '%' })).toBeUndefined()
})

test('where the year before is not in the system, that is what is said', () => {
  expect(citationOf({ ...nothing, unknown: true })).toEqual([
    '系统里没有2023年的自评、指标、整改和结果应用，不能引用上年结果；请在文中另行说明。',
  ])
})

test('a document cites the result, the problems, how far they were set right, and what the result led to', () => {
  const evaluation = { id: 'e', number: 'ZP2023001', state: '已审定', tone: 'done', score: '92.00', grade: '优' }
  const one = { problem: '培训少一期', dueOn: '2024-06-30', tone: 'done' }
  const use = { id: 'u', number: 'YY2024001', usedOn: '2024-03-01', paper: '零财绩〔2024〕2号', said: '按低分压缩' }
  const last: LastYear = {
    ...nothing,
    evaluation,
    lines: [lamps, { ...lamps, name: '培训期数', lost: '2.50' }],
    differences: ['培训人次少记4人'],
    rectifications: [
      { ...one, id: 'r1', number: 'ZG2024001', state: '已整改' },
      { ...one, id: 'r2', number: 'ZG2024002', state: '待整改', problem: '台账不全' },
    ],
    uses: [{ ...use, form: '预算压缩', demands: false, amount: 500_000_00 }],
    less: 500_000_00,
  }
  expect(citationOf(last)).toEqual([
    '上年（2023年）自评得分92.00分，等级优（自评组织ZP2023001，已审定）。',
    '上年扣分的指标：“培训期数”扣2.50分。',
    '上年复核发现的差异：培训人次少记4人。',
    '上年问题整改2项：已整改1项，待整改1项。培训少一期（ZG2024001，已整改）；台账不全（ZG2024002，待整改）。',
    '上年结果应用1项，与结果挂钩的预算压缩50.00万元。预算压缩：按低分压缩（YY2024001，2024-03-01，零财绩〔2024〕2号）。',
  ])
  expect(citationOf(nothing)).toEqual([
    '上年（2023年）没有登记自评组织，没有绩效指标。',
    '上年的结果没有登记整改。',
    '上年结果还没有登记应用。',
  ])
})

test('a use that asks for another target is asked for until an indicator cites it', () => {
  const use = {
    id: 'u',
    number: 'YY2024001',
    form: '纳入下年目标',
    demands: true,
    usedOn: '2024-03-01',
    said: '按实有盏数',
  }
  const last = { ...nothing, uses: [use, { ...use, id: 'other', demands: false }] }
  expect(uncited(last, [{}, { use: 'x' }])).toEqual([
    '上年结果应用YY2024001“按实有盏数”要求纳入本年目标，还没有指标引用它；请在指标的“依据的结果应用”中选它，或说明原因。',
  ])
  expect(uncited(last, [{ use: 'u' }])).toEqual([])
})
