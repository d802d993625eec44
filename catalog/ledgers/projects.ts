import { choice, date, defineLedger, longText, text, unit } from '../../modules/ledger/index.ts'
import { byFinance, byPerformance, moneyRead } from './reach.ts'

export const projects = defineLedger({
  id: 'project',
  title: '项目',
  group: '预算与项目',
  fields: {
    code: text('项目编码', { listed: true, searched: true, help: '同一项目各年用同一编码' }),
    name: text('项目名称', { listed: true, searched: true }),
    kind: choice(
      '项目类型',
      [
        { value: 'standing', label: '常年性项目' },
        { value: 'continued', label: '延续性项目' },
        { value: 'once', label: '一次性项目' },
      ],
      { listed: true },
    ),
    unit: unit('实施单位', { listed: true }),
    leader: text('项目负责人', { listed: true }),
    startOn: date('开始日期', { listed: true }),
    basis: longText('立项依据'),
    goal: longText('年度总体目标'),
  },
  states: {
    open: { label: '实施中', tone: 'doing' },
    finished: { label: '已完成', tone: 'done', ended: true },
    void: { label: '已作废', tone: 'void', ended: true },
  },
  moves: {
    open: {
      label: '项目入库',
      past: 'opened',
      from: 'new',
      to: 'open',
      by: { ...byFinance, ...byPerformance },
      needs: ['code', 'name', 'kind', 'unit', 'startOn'],
      may: ['leader', 'basis', 'goal'],
      main: true,
    },
    amend: {
      label: '修改项目信息',
      past: 'amended',
      from: 'open',
      by: { ...byFinance, ...byPerformance },
      may: ['name', 'leader', 'basis', 'goal'],
      reason: '修改原因',
    },
    finish: { label: '项目完成', past: 'finished', from: 'open', to: 'finished', by: byPerformance, main: true },
    withdraw: {
      label: '作废',
      past: 'withdrawn',
      from: 'open',
      to: 'void',
      by: byFinance,
      reason: '作废原因',
      undoes: 'open',
    },
  },
  columns: { title: ['name', 'code'], class: 'code', channel: 'kind', unit: 'unit', on: 'startOn' },
  read: { ...moneyRead, 'unit-lead': 'unit' },
  form: { 项目: ['code', 'name', 'kind', 'unit', 'leader', 'startOn'], 目标: ['basis', 'goal'] },
  metrics: {
    opened: {
      kind: 'count',
      at: 'open',
      label: '入库项目',
      unit: '个',
      formula: '开始日期在期内的入库项目数',
      excludes: '已作废的项目',
    },
  },
})
