import { pointChecks, pointKinds } from '../standards/point-kinds.ts'
import { choice, date, integer, longText, person, photos, text, unit } from './fields.ts'
import { planned, rounds, spot } from './groups.ts'
import { count, distinct, ratio, share, stock } from './metrics.ts'
import { by, defineLedger, ends, everyone, lasts, names, on, type Sight } from './words.ts'

const people = names('lead chief keeper since')
const entered = names('kind name place unit every lead chief keeper since')
const items = names('items kept')
const found = [...names('problem findings score photos afterPhotos'), ...items] as const
const inspects = { ...by('inspector', 'collector'), officer: 'unit' } as const
const keepers = { ...inspects, 'unit-lead': 'unit', handler: 'own' } as const
const toKeeper = { person: 'keeper' } as const
const counted = ({ data: { items = 0, kept = 0 } }: Sight<{ items?: number; kept?: number }>) =>
  kept <= items ? undefined : '合格项数不能多于检查项数；请核对。'
const looked = { may: items, clears: found, guard: counted } as const
const passed = { ...looked, needs: ['score'], may: [...items, 'photos'] } as const
const failed = { ...looked, needs: names('problem findings score photos'), gives: toKeeper } as const
const rate = '期内检查合格的次数 ÷ 期内检查的次数'

/** 点位: places that are looked after by name, each in rounds of its own; a round calls its keeper by itself. */
export const points = defineLedger({
  id: 'point',
  title: '点位',
  group: '日常工作',
  number: 'DW{year}{seq:4}',
  numberedBy: 'enter',
  fields: {
    kind: choice('点位类别', pointKinds, { listed: true }),
    name: text('点位名称', { listed: true, searched: true }),
    ...spot(),
    unit: unit('责任单位', { listed: true }),
    lead: text('一级责任人', { help: '区级领导' }),
    chief: person('二级责任人'),
    keeper: person('三级责任人'),
    since: date('责任起始日'),
    ...rounds,
    problem: choice('主要问题', pointChecks, { within: 'kind' }),
    findings: longText('检查情况'),
    score: integer('检查得分', { min: 0, max: 100, measure: '分' }),
    items: integer('检查项数', { min: 1, measure: '项' }),
    kept: integer('合格项数', { min: 0, measure: '项' }),
    photos: photos('检查照片'),
    afterPhotos: photos('整改后照片'),
  },
  columns: { title: ['kind', 'name'], class: 'kind', unit: 'unit' },
  states: {
    ...lasts('done', { kept: '正常' }),
    ...on('todo', { due: '待检查' }),
    ...on('doing', { failing: '待整改' }),
    ...ends('void', { removed: '已撤销' }),
  },
  moves: {
    enter: ['建立点位', 'new', 'kept', by('inspector'), { needs: entered, may: ['position'], derive: planned }],
    assign: ['调整责任人', names('kept due failing'), 'stay', by('inspector'), { needs: people, clears: people }],
    call: ['轮到检查', 'kept', 'due', {}, { gives: toKeeper }],
    pass: ['检查合格', names('kept due'), 'kept', inspects, passed],
    fail: ['发现问题', names('kept due'), 'failing', inspects, failed],
    fix: ['整改完成', 'failing', 'kept', keepers, { needs: ['afterPhotos'], past: 'fixed', main: true }],
    remove: ['撤销点位', names('kept due failing'), 'removed', by('inspector'), { reason: '撤销原因' }],
  },
  deadlines: {
    round: ['下次检查', ['enter', 'pass', 'fix'], ['fail'], { field: 'round' }, { brings: 'call' }],
    check: ['检查时限', ['call'], ['pass', 'fail'], { n: 1, unit: 'work-day' }],
    fix: ['整改时限', ['fail'], ['fix'], { n: 1, unit: 'work-day' }],
  },
  read: { ...everyone, collector: 'bureau', handler: 'own' },
  form: { 点位: [...entered, 'position'], 检查和整改: found },
  metrics: {
    points: stock({ enters: ['enter'], leaves: ['remove'] }, '在管点位', '期末在管的点位数'),
    kinds: distinct('enter', 'kind', '点位类别', '期内建立的点位分属的类别数', { unit: '类' }),
    inspected: count(['pass', 'fail'], '点位检查', '期内检查的次数', { unit: '次' }),
    found: count('fail', '发现问题', '期内检查发现问题的次数', { unit: '次' }),
    items: ratio(['pass', 'fail'], 'kept', 'items', '检查项合格率', '期内各次检查的合格项数之和 ÷ 检查项数之和'),
    passed: share('pass', ['pass', 'fail'], '检查合格率', rate, { flow: true }),
  },
})
