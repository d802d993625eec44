import { date, files, longText, money, text, unit } from './fields.ts'
import { count, sum } from './metrics.ts'
import { project } from './of-project.ts'
import { byFinance, byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names, on, type Sight } from './words.ts'

const needed = names('project name party amount signedOn endsOn unit')
const more = names('number subject files')
const both = { ...byFinance, ...byPerformance } as const
const inOrder = ({ data }: Sight<{ signedOn?: string; endsOn?: string }>) =>
  data.endsOn! < data.signedOn! ? '合同到期日早于签订日；请核对日期。' : undefined
const checked = names('acceptedOn opinion')
const withdrawn = { reason: '作废原因', undoes: 'sign', past: 'withdrawn' } as const

/** 项目合同: with whom a project's money is committed, for how much, and whether what was bought was accepted. */
export const contracts = defineLedger({
  id: 'contract',
  title: '项目合同',
  group: '预算与项目',
  fields: {
    project: project(),
    name: text('合同名称', { listed: true, searched: true }),
    number: text('合同编号', { listed: true, searched: true }),
    party: text('对方单位', { listed: true, searched: true }),
    amount: money('合同金额', { listed: true, min: 1 }),
    signedOn: date('签订日期', { listed: true }),
    endsOn: date('到期日期', { listed: true }),
    unit: unit('实施单位', { listed: true }),
    subject: longText('合同内容'),
    files: files('合同扫描件'),
    acceptedOn: date('验收日期', { listed: true }),
    opinion: longText('验收意见'),
  },
  columns: { title: ['name', 'party'], class: 'project', unit: 'unit', on: 'signedOn' },
  states: {
    ...on('doing', { running: '履行中' }),
    ...ends('done', { accepted: '已验收' }),
    ...ends('void', { withdrawn: '已作废' }),
  },
  moves: {
    sign: ['登记合同', 'new', 'running', both, { needs: needed, may: more, guard: inOrder }],
    accept: ['验收', 'running', 'accepted', both, { needs: checked, main: true }],
    withdraw: ['作废', 'running', 'withdrawn', both, withdrawn],
  },
  deadlines: { perform: ['合同期限', ['sign'], ['accept'], { field: 'endsOn' }] },
  read: { ...moneyRead, 'unit-lead': 'unit' },
  form: { 合同: [...needed, ...more], 验收: checked },
  metrics: {
    amount: sum('sign', 'amount', '合同金额', '签订日期在期内的合同金额之和', { unit: '元', excludes: '已作废的合同' }),
    signed: count('sign', '签订合同', '签订日期在期内的合同份数', { unit: '份', excludes: '已作废的合同' }),
  },
})
