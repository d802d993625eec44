import { choice, date, integer, longText, person, photos, text, unit } from './fields.ts'
import { planned, rounds, spot } from './groups.ts'
import { count, share, stock, sum } from './metrics.ts'
import { by, defineLedger, ends, everyone, lasts, names, on, options, type Sight } from './words.ts'

const squad = { officer: 'unit', 'unit-lead': 'unit' } as const
const anyone = { ...squad, ...by('inspector', 'collector', 'receiver') } as const
const entered = names('kind name street place position stalls unit manager every')
const season = names('from until')
const found = names('findings problem photos measures afterPhotos')
const toManager = { person: 'manager' } as const
type Season = { kind?: string; from?: string; until?: string }
const inSeason = ({ data: { kind, from, until } }: Sight<Season>) => {
  if (kind === 'k1' && !(from && until)) return '季节性临时销售点要有经营期；请填写起止日期。'
  return from && until && until < from ? '经营期止日早于起日；请核对日期。' : undefined
}
const entry = { needs: entered, may: season, guard: inSeason, derive: planned } as const
const wrong = { clears: found, gives: toManager } as const
const failed = { needs: names('problem photos'), may: ['findings'], ...wrong } as const
const told = { needs: ['problem'], may: ['photos'], ...wrong } as const

/** 疏导点: a place where selling in the street is allowed, for a season or all year; inspected in rounds. */
export const sellingPoints = defineLedger({
  id: 'selling-point',
  title: '便民疏导点',
  group: '日常工作',
  number: 'SD{year}{seq:4}',
  numberedBy: 'enter',
  fields: {
    kind: choice('类别', options('k', '季节性临时销售点 便民销售点 夜市 早市'), { listed: true }),
    name: text('名称', { listed: true, searched: true }),
    street: text('道路', { listed: true, searched: true }),
    ...spot('具体位置'),
    stalls: integer('摊位数', { listed: true, min: 1, measure: '个' }),
    unit: unit('管理单位', { listed: true }),
    manager: person('负责人', { listed: true, role: 'officer' }),
    ...rounds,
    from: date('经营期起', { help: '全年经营的不填' }),
    until: date('经营期止', { listed: true }),
    findings: longText('巡查情况'),
    problem: longText('违规或投诉'),
    photos: photos('问题照片'),
    measures: longText('整改情况'),
    afterPhotos: photos('整改后照片'),
  },
  columns: { title: ['name', 'street'], class: 'kind', unit: 'unit' },
  states: {
    ...lasts('done', { open: '经营中', over: '已过季' }),
    ...on('todo', { due: '待巡查', wrong: '待整改' }),
    ...ends('void', { closed: '已撤销' }),
  },
  moves: {
    enter: ['设点', 'new', 'open', squad, entry],
    assign: ['调整负责人', 'any', 'stay', squad, { needs: ['manager'], clears: ['manager'], gives: toManager }],
    call: ['轮到巡查', 'open', 'due', {}, { gives: toManager }],
    pass: ['巡查正常', names('open due'), 'open', squad, { may: ['findings'], clears: found, main: true }],
    fail: ['发现违规', names('open due'), 'wrong', squad, failed],
    report: ['登记投诉', names('open due'), 'wrong', anyone, told],
    fix: ['整改完成', 'wrong', 'open', squad, { needs: ['measures'], may: ['afterPhotos'], main: true }],
    expire: ['经营期满', names('open due'), 'over', {}],
    renew: ['延续一季', names('open over'), 'open', squad, { needs: season, clears: season, guard: inSeason }],
    close: ['撤销', names('open due wrong over'), 'closed', squad, { reason: '撤销原因' }],
  },
  deadlines: {
    round: ['巡查', names('enter pass fix renew'), names('fail report expire'), { field: 'round' }, { brings: 'call' }],
    fix: ['整改', names('fail report'), ['fix'], { n: 1, unit: 'work-day' }],
    season: ['经营期', names('enter fix renew'), names('fail report'), { field: 'until' }, { brings: 'expire' }],
  },
  read: { ...everyone, collector: 'bureau' },
  form: { 疏导点: entered, 经营期: season, 巡查和整改: found },
  metrics: {
    points: stock({ enters: ['enter'], leaves: ['close'] }, '疏导点', '期末未撤销的疏导点数', { unit: '处' }),
    stalls: sum('enter', 'stalls', '新设摊位', '期内设点时的摊位数之和', { unit: '个' }),
    inspected: count(['pass', 'fail'], '疏导点巡查', '期内巡查的次数', { unit: '次' }),
    passed: share('pass', ['pass', 'fail'], '秩序良好率', '期内巡查正常的次数 ÷ 期内巡查的次数', { flow: true }),
    fixed: share('fix', 'fix', '及时整改率', '按时整改的次数 ÷ 期内整改的次数', { inTime: true, flow: true }),
  },
})
