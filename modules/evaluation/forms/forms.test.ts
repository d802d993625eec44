import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subjectOf } from '../../../tests/helpers/forms.ts'
import { evaluate, recomputed, type Sheet, sheetsOf } from '../../../tests/helpers/formulas.ts'
import { unzip } from '../../../tests/helpers/unzip.ts'
import { textWidth } from '../../papers/index.ts'
import { WHOLE } from '../domain/whole.ts'
import { type Direction, executionPoints, type IndicatorLine, quantityPoints, type Scheme } from '../domain.ts'
import { formsDocx } from './docx.ts'
import { formKinds, writeForms } from './forms.ts'
import { executionFormula, pointsFormula, type Rule } from './formula.ts'
import { type Form, type FormCell, placed } from './model.ts'
import { monitoringForm } from './monitoring.ts'
import { selfForm } from './self.ts'
import type { FormSubject } from './subject.ts'
import { targetsForm } from './targets.ts'
import { wholeForm } from './whole.ts'
import { formsXlsx, sheetNames } from './xlsx.ts'

const scheme: Scheme = {
  id: 'test',
  version: '1',
  title: '试行办法',
  issuer: '财政局',
  appliesTo: { region: '', from: 2020 },
  source: { document: '试行〔2020〕1号', certainty: 'general', note: '' },
  execution: 10,
  levels: { output: 50, benefit: 30, satisfaction: 10 },
  reverseRule: 'linear',
  moneySpent: 'rate',
  unmet: 'proportion',
  overAchieved: 1.2,
  tiers: {
    met: { label: '达成年度指标', from: 0.8, to: 1 },
    partly: { label: '部分达成年度指标并具有一定效果', from: 0.6, to: 0.8 },
    unmet: { label: '未达成年度指标且效果较差', from: 0, to: 0.6 },
  },
  bands: [
    { label: '优', from: 90 },
    { label: '差', from: 0 },
  ],
}
const line = (id: string, weight: number, more: Partial<IndicatorLine> = {}): IndicatorLine => ({
  id,
  level1: 'output',
  level2: 'number',
  name: id,
  direction: 'at-least',
  target: '540',
  measure: '盏',
  weight: String(weight),
  evidence: 'ledger',
  ...more,
})
const wan = (amount: number) => Math.round(amount * 1_000_000)
const lines = [
  line('维修路灯', 20),
  line('报修到场', 15, { level2: 'time', direction: 'at-most', target: '24', measure: '小时' }),
  line('平台投用', 30, { level1: 'benefit', level2: 'social', direction: 'qualitative', targetText: '投入使用' }),
  line('路灯完好率', 15, { level2: 'quality', target: '98', measure: '%' }),
  line('群众满意度', 10, {
    evidence: 'survey',
    level1: 'satisfaction',
    level2: 'people',
    target: '90',
    measure: '%',
  }),
]
const values = {
  维修路灯: { actual: '513', said: '器材到货晚，已改为季度备货' },
  报修到场: { actual: '18', said: '工单' },
  平台投用: { tier: 'partly' as const, points: '23.5', said: '两个街道未接入' },
  路灯完好率: { actual: '99.2' },
  群众满意度: { actual: '88.5' },
}
const money = { initial: wan(170.35), full: wan(170.35), paid: wan(111.85) }
const subject = subjectOf({ scheme, lines, values, money })
/** The department: two projects, basic spending, money of another kind. */
const whole: FormSubject = {
  ...subjectOf({
    scheme,
    lines,
    values,
    money: { initial: wan(500), full: wan(520), paid: wan(480.5) },
    project: WHOLE,
  }),
  funds: [
    {
      code: 'people',
      name: '人员经费',
      budgetType: 'general',
      initial: wan(300),
      adjusted: 0,
      full: wan(300),
      paid: wan(300),
    },
    {
      code: 'XM01',
      name: '路灯维护',
      budgetType: 'general',
      initial: wan(100),
      adjusted: wan(20),
      full: wan(120),
      paid: wan(100.5),
    },
    {
      code: 'XM01',
      name: '路灯维护',
      budgetType: 'government-fund',
      initial: wan(50),
      adjusted: 0,
      full: wan(50),
      paid: wan(50),
    },
    {
      code: 'XM02',
      name: '培训',
      budgetType: 'social-insurance',
      initial: wan(50),
      adjusted: 0,
      full: wan(50),
      paid: wan(30),
    },
  ].map((one) => ({ ...one, rate: null })),
}
/** 20 万元 of the project were carried over, 5 of them spent; 3 are the bureau's own, none spent. */
const mixed: FormSubject = {
  ...subject,
  funds: subject.funds.map((one) => ({
    ...one,
    carried: { initial: wan(20), full: wan(20), paid: wan(5) },
    other: { initial: wan(3), full: wan(3), paid: 0 },
  })),
}

const carriedIn: FormSubject = {
  ...whole,
  funds: whole.funds.map((one) =>
    one.code === 'XM01' ? { ...one, carried: { initial: wan(20), full: wan(20), paid: wan(5) } } : one,
  ),
}
const forms: Form[] = [
  targetsForm(subject),
  monitoringForm(subject),
  selfForm(subject),
  wholeForm(whole),
  monitoringForm(mixed),
  selfForm(mixed),
  wholeForm(carriedIn),
]

const sheetOf = async (form: Form): Promise<Sheet> => (await sheetsOf(await formsXlsx([form], [form.of])))[0]!
const textsIn = (form: Form) => form.rows.map((cells) => cells.map(({ text }) => text.replaceAll('\n', '')))
const rowWith = (form: Form, text: string) => textsIn(form).find((cells) => cells.includes(text))
const cellCalled = (form: Form, name: string): FormCell =>
  form.rows.flat().find((cell) => cell.name === name) ?? expect.fail(`no ${name}`)
/** Where a cell stands in the sheet: under the title and the year. */
function addressOf(form: Form, name: string): string {
  const { row, column } = placed(form).find(({ cell }) => cell.name === name)!
  return `${String.fromCharCode(65 + column)}${row + 3}`
}

test.each(forms.map((form) => [form.title, form] as const))(
  '%s fits the sheet and has no hole in it and no two cells in one place',
  (_, form) => {
    expect(form.columns.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(textWidth(form.isLying))
    const taken = placed(form).flatMap(({ row, column, rows, span }) =>
      Array.from({ length: rows * span }, (_, i) => `${row + Math.floor(i / span)},${column + (i % span)}`),
    )
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken.length).toBe(form.rows.length * form.columns.length)
  },
)

test.each(forms.map((form) => [form.title, form] as const))(
  'a spreadsheet computes %s again and finds what stands in it',
  async (_, form) => {
    const sheet = await sheetOf(form)
    for (const [address, found] of recomputed(sheet)) {
      const kept = sheet.values.get(address)
      if (typeof kept === 'number') expect(found, `${address} ${sheet.formulas.get(address)}`).toBeCloseTo(kept, 9)
      else expect(found).toBe(kept)
    }
  },
)

test('自评表: money, points of each line and total are those of the score', () => {
  const form = selfForm(subject)
  expect(rowWith(form, '年度资金总额')).toEqual(['年度资金总额', '170.35', '170.35', '111.85', '10', '65.66%', '6.57'])
  expect(rowWith(form, '其中：当年财政拨款')).toEqual([
    '其中：当年财政拨款',
    '170.35',
    '170.35',
    '111.85',
    '—',
    '65.66%',
    '—',
  ])
  expect(rowWith(form, '上年结转资金')).toEqual(['上年结转资金', '0.00', '0.00', '0.00', '—', '—', '—'])
  expect(rowWith(form, '其他资金')).toEqual(['其他资金', '0.00', '0.00', '0.00', '—', '—', '—'])
  expect(rowWith(form, '总分')).toEqual(['总分', '100', subject.answer.total, subject.answer.grade])
  expect(rowWith(form, '维修路灯')).toEqual([
    '产出指标',
    '数量指标',
    '维修路灯',
    '≥540盏',
    '513盏',
    '20',
    '19.00',
    '器材到货晚，已改为季度备货',
  ])
  expect(rowWith(form, '报修到场')!.at(-1)).toBe('')
})

test('what was carried over and what comes from elsewhere stand in rows of their own, and the rows add up to the whole', () => {
  const row = (form: Form, title: string) => rowWith(form, title)!.filter((text) => text !== '—' && text !== '')
  const self = selfForm(mixed)
  expect(row(self, '其中：当年财政拨款')).toEqual(['其中：当年财政拨款', '147.35', '147.35', '106.85', '72.51%'])
  expect(row(self, '上年结转资金')).toEqual(['上年结转资金', '20.00', '20.00', '5.00', '25.00%'])
  expect(row(self, '其他资金')).toEqual(['其他资金', '3.00', '3.00', '0.00', '0.00%'])
  expect(row(self, '年度资金总额')).toEqual(['年度资金总额', '170.35', '170.35', '111.85', '10', '65.66%', '6.57'])
  expect(row(monitoringForm(mixed), '上年结转资金')).toEqual(['上年结转资金', '20.00', '5.00', '25.00%'])
  const bureau = wholeForm(carriedIn)
  expect(row(bureau, '其中：当年财政拨款')).toEqual(['其中：当年财政拨款', '430.00', '440.50', '102.44%'])
  expect(row(bureau, '上年结转资金')).toEqual(['上年结转资金', '40.00', '10.00', '25.00%'])
  expect(row(bureau, '其他资金')).toEqual(['其他资金', '50.00', '30.00', '60.00%'])
  // 财政拨款 of the department is this year's and last year's.
  expect(row(targetsForm(mixed), '其中：财政拨款').at(-1)).toBe('167.35')
})

test('payments that say nothing of their source were made of the only money there was; of two kinds the form says that it does not know', () => {
  const funds = subject.funds.map((one) => ({ ...one, carried: { initial: one.initial, full: one.full, paid: 0 } }))
  expect(rowWith(selfForm({ ...subject, funds }), '上年结转资金')!.slice(1, 4)).toEqual(['170.35', '170.35', '111.85'])
  const half = subject.funds.map((one) => ({ ...one, carried: { initial: wan(20), full: wan(20), paid: 0 } }))
  const form = selfForm({ ...subject, funds: half })
  expect(rowWith(form, '上年结转资金')!.slice(1, 4)).toEqual(['20.00', '20.00', '0.00'])
  expect(form.notes.join()).toContain('没有登记哪些支付用的是上年结转资金')
  expect(selfForm(mixed).notes.join()).not.toContain('没有登记哪些支付')
})

test('自评表: levels stand once for all their lines, and lines of a level stand together', () => {
  const cells = placed(selfForm(subject))
  const output = cells.filter(({ cell }) => cell.text === '产出\n指标')
  expect(output.map(({ rows }) => rows)).toEqual([3])
  const names = cells.filter(({ cell, column }) => column === 3 && lines.some(({ id }) => id === cell.text))
  expect(names.map(({ cell }) => cell.text)).toEqual(['维修路灯', '报修到场', '路灯完好率', '平台投用', '群众满意度'])
})

test('自评表: who types another value in the spreadsheet sees the points and the total follow', async () => {
  const form = selfForm(subject)
  const sheet = await sheetOf(form)
  const at = (name: string) => addressOf(form, name)
  const full = recomputed(sheet, { [at('actual0')]: 540 })
  expect(full.get(at('points0'))).toBe(20)
  expect(full.get(at('total'))).toBeCloseTo(Number(subject.answer.total) + 1, 9)
  const spent = recomputed(sheet, { [at('current paid')]: 170.35 })
  expect(spent.get(at('execution points'))).toBe(10)
  const cleared = recomputed(sheet, { [at('actual1')]: null })
  expect(cleared.get(at('points1'))).toBe(0)
})

test('自评表: what a person judged is a value, not a formula', () => {
  const judged = { ...scheme, unmet: 'judged' as const }
  const given = { ...values, 维修路灯: { actual: '513', points: '12', said: '人手不足' } }
  const form = selfForm(subjectOf({ scheme: judged, lines, values: given, money }))
  expect(cellCalled(form, 'points0')).toMatchObject({ text: '12.00', value: 12 })
  expect(cellCalled(form, 'points0').formula).toBeUndefined()
  expect(cellCalled(form, 'points1').formula).toBeDefined()
  const tier = selfForm(subject)
    .rows.flat()
    .find(({ value }) => value === 23.5)
  expect(tier?.formula).toBeUndefined()
})

test('自评表: what is deducted has a row, a cap has its reason below, and a spreadsheet comes to the same total', async () => {
  const capped: Scheme = { ...scheme, caps: [{ rateBelow: 70, most: 80 }] }
  const deductions = [{ label: '监控报告迟报', points: '2' }]
  const of = (by: Scheme, paid: number) =>
    subjectOf({ scheme: by, lines, values, money: { ...money, paid: wan(paid) }, deductions })
  const [low, high] = [of(capped, 111.85), of(capped, 170)]
  expect([low.answer.total, high.answer.total]).toEqual(['80.00', '90.31'])
  for (const one of [low, high, of(scheme, 111.85)]) {
    const form = selfForm(one)
    expect(rowWith(form, '监控报告迟报')).toEqual(['扣分事项', '监控报告迟报', '−2.00', ''])
    expect(recomputed(await sheetOf(form)).get(addressOf(form, 'total'))).toBeCloseTo(Number(one.answer.total), 9)
  }
  expect(selfForm(low).notes.join()).toContain('总分不超过80分')
})

test('自评表: satisfaction nobody was asked about earns nothing, in the spreadsheet too', async () => {
  const typed = lines.map((one) => ({ ...one, evidence: 'typed' as const }))
  const form = selfForm(subjectOf({ scheme, lines: typed, values, money }))
  expect(cellCalled(form, 'points4')).toMatchObject({ text: '0.00', value: 0 })
  expect(cellCalled(form, 'points4').formula).toBeUndefined()
})

test('自评表: money spent is scored at the rate of execution, or against its target, as the scheme has it', async () => {
  const spent = [line('投入金额', 90, { direction: 'execution', target: '100', measure: '万元', level2: 'cost' })]
  for (const moneySpent of ['rate', 'target'] as const) {
    const one = subjectOf({ scheme: { ...scheme, moneySpent }, lines: spent, values: {}, money })
    const form = selfForm(one)
    const found = recomputed(await sheetOf(form)).get(addressOf(form, 'points0'))
    expect(found).toBeCloseTo(Number(one.answer.lines[0]!.points), 9)
    expect(one.answer.lines[0]!.points).toBe(moneySpent === 'rate' ? '59.09' : '79.34')
  }
})

test('自评表: a target that was far exceeded says why', () => {
  const given = { ...values, 维修路灯: { actual: '1080', overCause: 'policy' as const, said: '增设路段' } }
  expect(rowWith(selfForm(subjectOf({ scheme, lines, values: given, money })), '维修路灯')!.at(-1)).toBe(
    '超额完成原因：政策变化。增设路段',
  )
})

test('自评表: without a budget there is no rate, and a spreadsheet says the same', async () => {
  const none = { ...subject, funds: subject.funds.map((one) => ({ ...one, initial: 0, full: 0 })) }
  const answer = subjectOf({ scheme, lines, values, money: { initial: 0, full: 0, paid: money.paid } }).answer
  const form = selfForm({ ...none, answer })
  expect(rowWith(form, '年度资金总额')).toEqual(['年度资金总额', '0.00', '0.00', '111.85', '10', '无法计算', '0.00'])
  expect([...recomputed(await sheetOf(form)).values()]).toContain('无法计算')
})

test('目标申报表: the project, its year and its targets; the middle term is left open', () => {
  const form = targetsForm(subject)
  expect(rowWith(form, '项目属性')).toEqual(['项目属性', '新增项目（常年性项目）', '项目期', '2022年1月起'])
  expect(rowWith(form, '维修路灯')).toEqual(['产出指标', '', '', '', '数量指标', '维修路灯', '≥540盏'])
  expect(rowWith(form, '年度资金总额')!.at(-1)).toBe('170.35')
})

test('执行监控表: the months, what they reached, and boxes for people to fill in', () => {
  const form = monitoringForm(subject)
  expect(form.period).toBe('（2022年1—7月）')
  expect(rowWith(form, '年度资金总额')).toEqual(['年度资金总额', '170.35', '111.85', '65.66%', ''])
  expect(rowWith(form, '维修路灯')!.slice(2, 6)).toEqual(['维修路灯', '≥540盏', '513盏', ''])
  expect(rowWith(form, '确定能')).toEqual([
    '经费保障',
    '制度保障',
    '人员保障',
    '硬件条件保障',
    '其他',
    '原因说明',
    '确定能',
    '有可能',
    '完全不可能',
  ])
})

test('部门整体自评表: a task a line whatever budgets it is paid of, and their sums carry the score', () => {
  const form = wholeForm(whole)
  expect(rowWith(form, '路灯维护')).toEqual([
    '路灯维护',
    '',
    '170.00',
    '170.00',
    '0.00',
    '150.50',
    '150.50',
    '0.00',
    '—',
    '88.53%',
    '—',
  ])
  expect(rowWith(form, '金额合计')).toEqual([
    '金额合计',
    '520.00',
    '470.00',
    '50.00',
    '480.50',
    '450.50',
    '30.00',
    '10',
    '92.40%',
    '9.24',
  ])
})

const decimal = (most: number, places: number) =>
  fc.integer({ min: 0, max: most }).map((n) => new Decimal(n).div(10 ** places))
const rules = fc.record<Rule>({
  reverseRule: fc.constantFrom('linear', 'ratio'),
  unmet: fc.constant('proportion'),
  moneySpent: fc.constantFrom('rate', 'target'),
  coefficient: fc.constantFrom(undefined, 2, 4),
})

test('whatever target, actual and weight: the formula of an indicator gives its points to the cent', () => {
  const direction = fc.constantFrom<Direction>('at-least', 'equal', 'at-most', 'more', 'less')
  fc.assert(
    fc.property(
      direction,
      decimal(5000, 2),
      decimal(1_000_000, 3),
      decimal(1_000_000, 3),
      rules,
      (way, w, t, a, rule) => {
        const formula = pointsFormula({ direction: way, target: t.toString(), missing: false }, 0, rule, undefined)!
        const cells: Record<string, number> = { W1: w.toNumber(), T1: t.toNumber(), A1: a.toNumber() }
        const addressed = formula
          .replaceAll('{weight0}', 'W1')
          .replaceAll('{target0}', 'T1')
          .replaceAll('{actual0}', 'A1')
        const points = quantityPoints(way, w, a, { target: t }, rule)
        expect(evaluate(addressed, (name) => cells[name]!)).toBeCloseTo(points.toNumber(), 9)
      },
    ),
    { numRuns: 3000 },
  )
})

test('whatever was budgeted and paid: the formula of the execution row gives its points to the cent', () => {
  const fen = fc.integer({ min: 0, max: 900_000_000 })
  fc.assert(
    fc.property(fc.constantFrom(10, 15, 20), fen, fen, (weight, full, paid) => {
      const formula = executionFormula('w', 'full', 'paid')
        .replaceAll('{w}', 'W1')
        .replaceAll('{full}', 'A1')
        .replaceAll('{paid}', 'B1')
      const cells: Record<string, number> = { W1: weight, A1: full / 1_000_000, B1: paid / 1_000_000 }
      const points = executionPoints(new Decimal(weight), { initial: full, full, paid })
      expect(evaluate(formula, (name) => cells[name]!)).toBeCloseTo(points.toNumber(), 9)
    }),
    { numRuns: 3000 },
  )
})

test('a rule that is no formula here is written as its value', () => {
  const rule: Rule = { reverseRule: 'linear', unmet: 'proportion', moneySpent: 'rate' }
  expect(pointsFormula({ direction: 'within', target: '60', missing: false }, 0, rule, undefined)).toBeUndefined()
  expect(pointsFormula({ direction: 'qualitative', missing: false }, 0, rule, undefined)).toBeUndefined()
})

test('words that look like a formula stay words', async () => {
  const odd = { ...subject, facts: { ...subject.facts, goal: '=HYPERLINK("http://x")' } }
  const { values: kept, formulas } = await sheetOf(selfForm(odd))
  const found = [...kept].find(([, value]) => value === '=HYPERLINK("http://x")')
  expect(found && formulas.has(found[0])).toBe(false)
})

test('all forms of a year make one workbook, a sheet each, and one Word file, a section each', async () => {
  const named = writeForms(['targets', 'monitoring', 'self', 'whole'], {
    year: [subject, whole],
    months: [subject, whole],
  })
  const names = named.map(({ name }) => name)
  expect(names).toEqual(['路灯维护 目标', '路灯维护 监控', '路灯维护 自评', '路灯维护 自评'])
  const all = named.map(({ form }) => form)
  expect((await sheetsOf(await formsXlsx(all, names))).map(({ name }) => name)).toEqual([
    '路灯维护 目标',
    '路灯维护 监控',
    '路灯维护 自评',
    '路灯维护 自评 2',
  ])
  const xml = unzip(await formsDocx(all, '绩效表格', '局'))
    .get('word/document.xml')!
    .toString('utf8')
  expect(xml.match(/<w:sectPr/g)).toHaveLength(4)
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(2)
  for (const { title } of Object.values(formKinds)) expect(xml).toContain(title)
})

test('names of sheets are no longer than a spreadsheet takes, each once, without its marks', () => {
  expect(sheetNames(['道路/桥梁', '道路:桥梁', '', 'x'.repeat(40)])).toEqual([
    '道路 桥梁',
    '道路 桥梁 2',
    '表',
    'x'.repeat(31),
  ])
})

test('why a project lagged stands below its form as the unit answered the warning, of the whole in its own row', () => {
  const answered = [
    { number: 'YJ20220001', periodEnd: '2022-07-31', cause: '招标延迟', measures: '年底前完成验收并支付。' },
  ]
  const told = '截至2022-07-31的绩效预警（YJ20220001）答复，偏差原因：招标延迟。改进措施：年底前完成验收并支付。'
  expect(selfForm({ ...subject, answered }).notes).toContain(told)
  const [, deviation] = wholeForm({ ...whole, answered }).rows.find(([first]) => first?.text === '偏差\n分析')!
  expect(deviation?.text).toBe(told)
  expect(selfForm(subject).notes.join()).not.toContain('绩效预警')
})
