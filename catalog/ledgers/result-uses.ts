import { choice, date, longText, money, ref, text } from './fields.ts'
import { evaluated } from './groups.ts'
import { count, sum } from './metrics.ts'
import { by, byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, type Option, type Sight } from './words.ts'

/** What becomes of a result (预算法 art. 32, 57: it feeds the next budget); two of the forms are amounts of it. */
const forms: readonly Option[] = [
  { value: 'circular', label: '局内通报' },
  { value: 'praise', label: '表彰' },
  { value: 'interview', label: '约谈' },
  { value: 'more', label: '预算倾斜' },
  { value: 'less', label: '预算压缩' },
  { value: 'policy', label: '政策调整' },
  { value: 'target', label: '纳入下年目标' },
]
const concluded = ['concluded', 'submitted', 'asked', 'approved', 'corrected']
type Used = Sight<{ form?: string; amount?: number }>
const isMoney = (form = '') => form === 'more' || form === 'less'
const linked = ({ data: { form, amount }, refs }: Used) => {
  if (isMoney(form) && amount === undefined) return '预算倾斜和预算压缩应填写金额。'
  if (!isMoney(form) && amount !== undefined) return '只有预算倾斜和预算压缩填写金额；请去掉金额，或改选应用方式。'
  const { state } = refs.evaluation ?? {}
  return state && !concluded.includes(state) ? '这项自评还没有汇总完成，结果不能应用；请先完成自评。' : undefined
}
const split = ({ data: { form, amount } }: Used) => ({
  ...(form === 'more' ? { more: amount } : {}),
  ...(form === 'less' ? { less: amount } : {}),
})

/** 结果应用: what a year's result led to. */
export const resultUses = defineLedger({
  id: 'result-use',
  title: '结果应用',
  group: '绩效',
  number: 'YY{year}{seq:3}',
  numberedBy: 'record',
  fields: {
    ...evaluated('应用对象'),
    evaluation: ref('self-evaluation', '所依据的自评'),
    form: choice('应用方式', forms, { listed: true }),
    amount: money('金额', { listed: true, min: 1, help: '预算倾斜和预算压缩填写，均填正数' }),
    more: money('预算倾斜', { derived: true }),
    less: money('预算压缩', { derived: true }),
    paper: text('文号', { listed: true, searched: true }),
    usedOn: date('应用日期', { listed: true }),
    said: longText('应用情况', { searched: true }),
  },
  columns: { title: ['object', 'form'], class: 'form', channel: 'object', on: 'usedOn' },
  states: { ...ends('done', { recorded: '已应用' }), ...ends('void', { withdrawn: '已作废' }) },
  moves: {
    record: [
      '登记结果应用',
      'new',
      'recorded',
      by('performance', 'finance'),
      {
        needs: ['year', 'object', 'form', 'usedOn', 'said'],
        may: ['evaluation', 'amount', 'paper'],
        derive: split,
        guard: linked,
        main: true,
      },
    ],
    withdraw: [
      '作废',
      'recorded',
      'withdrawn',
      byPerformance,
      { reason: '作废原因', undoes: 'record', past: 'withdrawn' },
    ],
  },
  read: { ...moneyRead, 'unit-lead': 'bureau' },
  form: { 对象: ['year', 'object', 'evaluation'], 应用: ['form', 'amount', 'usedOn', 'paper', 'said'] },
  metrics: {
    used: count('record', '结果应用', '应用日期在期内的结果应用项数', { unit: '项', excludes: '已作废的' }),
    more: sum('record', 'more', '挂钩倾斜金额', '应用日期在期内、与自评结果挂钩的预算倾斜金额之和', {
      unit: '元',
      excludes: '已作废的',
    }),
    less: sum('record', 'less', '挂钩压缩金额', '应用日期在期内、与自评结果挂钩的预算压缩金额之和', {
      unit: '元',
      excludes: '已作废的',
    }),
  },
})
