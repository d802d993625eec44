import { choice, integer, longText, photos, quantity, ref, text, unit } from './fields.ts'
import { planned, rounds, spot } from './groups.ts'
import { count, distinct, ratio, share, stock, sum } from './metrics.ts'
import { by, defineLedger, ends, everyone, lasts, names, on, options, type Sight } from './words.ts'

const crew = { handler: 'unit', 'unit-lead': 'unit' } as const
const anyone = { ...crew, ...by('inspector', 'collector', 'receiver', 'dispatcher') } as const
const entered = names('code kind lamps place street unit')
const patrol = names('checked burning')
const repair = names('repaired replaced joints line parts afterPhotos')
const toCrew = { role: 'handler', of: 'unit' } as const
type Looked = { lamps?: number; checked?: number; burning?: number }
type Done = { repaired?: number; replaced?: number; joints?: number; line?: number }
const plausible = ({ data: { lamps = 0, checked = 0, burning = 0 } }: Sight<Looked>) =>
  burning <= checked && checked <= lamps ? undefined : `亮灯盏数不多于巡查盏数，巡查盏数不多于${lamps}盏；请核对。`
const something = ({ data: { repaired, replaced, joints, line } }: Sight<Done>) =>
  repaired || replaced || joints || line ? undefined : '请填写修了什么：维修、更换、故障点或线路至少一项。'
const inTime = { inTime: true, flow: true }
const patrolled = { needs: patrol, clears: patrol, guard: plausible, past: 'patrolled', main: true } as const
const reported = { needs: ['fault'], may: names('case photos'), clears: repair, gives: toCrew } as const

/** 路灯: a lamp, or a circuit of them, that is there and burns; patrolled in rounds, out, repaired with its parts. */
export const lamps = defineLedger({
  id: 'lamp',
  title: '路灯',
  group: '日常工作',
  number: 'LD{year}{seq:5}',
  numberedBy: 'install',
  fields: {
    code: text('设施编号', { listed: true, searched: true }),
    kind: choice('设施类别', options('l', '单灯 灯杆 回路 控制箱'), { listed: true }),
    lamps: integer('灯数', { listed: true, min: 1, measure: '盏' }),
    ...spot('位置描述'),
    street: text('道路', { listed: true, searched: true }),
    unit: unit('管养单位', { listed: true }),
    ...rounds,
    checked: integer('巡查盏数', { min: 1, measure: '盏' }),
    burning: integer('亮灯盏数', { min: 0, measure: '盏' }),
    fault: choice('故障', options('f', '灯不亮 间歇熄灭 白天亮灯 线路故障 灯杆倾斜 门盖缺失'), { listed: true }),
    case: ref('case', '来源案件'),
    photos: photos('故障照片'),
    repaired: integer('维修路灯', { min: 0, measure: '盏' }),
    replaced: integer('更换路灯', { min: 0, measure: '套' }),
    joints: integer('排除线路故障点', { min: 0, measure: '处' }),
    line: quantity('更换线路', { min: 0, measure: '米' }),
    parts: longText('用料'),
    afterPhotos: photos('修复后照片'),
  },
  columns: { title: ['code', 'street'], class: 'kind', unit: 'unit' },
  states: {
    ...lasts('done', { lit: '正常' }),
    ...on('todo', { due: '待巡查', out: '待维修' }),
    ...ends('void', { removed: '已拆除' }),
  },
  moves: {
    install: ['登记设施', 'new', 'lit', crew, { needs: entered, may: ['position', 'every'], derive: planned }],
    call: ['轮到巡查', 'lit', 'due', {}, { gives: toCrew }],
    patrol: ['巡查', names('lit due'), 'lit', crew, patrolled],
    report: ['报修', names('lit due'), 'out', anyone, reported],
    repair: ['修复', 'out', 'lit', crew, { may: repair, guard: something, main: true }],
    remove: ['拆除', names('lit due out'), 'removed', crew, { reason: '拆除原因' }],
  },
  deadlines: {
    round: ['下次巡查', ['install', 'patrol', 'repair'], ['report'], { field: 'round' }, { brings: 'call' }],
    repair: ['维修时限', ['report'], ['repair'], { n: 2, unit: 'work-day' }],
  },
  read: { ...everyone, collector: 'bureau', handler: 'unit' },
  form: { 设施: [...entered, 'position', 'every'], 巡查: patrol, 故障: names('fault case photos'), 维修: repair },
  metrics: {
    assets: stock({ enters: ['install'], leaves: ['remove'] }, '在册设施', '期末在册的照明设施数', { unit: '处' }),
    streets: distinct('install', 'street', '新增照明道路', '期内登记的设施分属的道路数', { unit: '条' }),
    lighting: ratio('patrol', 'burning', 'checked', '亮灯率', '期内各次巡查的亮灯盏数之和 ÷ 巡查盏数之和'),
    reported: count('report', '路灯报修', '期内报修的次数', { unit: '次' }),
    repaired: sum('repair', 'repaired', '维修路灯', '期内修复时维修盏数之和', { unit: '盏' }),
    replaced: sum('repair', 'replaced', '更换路灯', '期内修复时更换套数之和', { unit: '套' }),
    joints: sum('repair', 'joints', '排除线路故障', '期内修复时排除的故障点之和', { unit: '处' }),
    line: sum('repair', 'line', '更换线路', '期内修复时更换线路之和', { unit: '米' }),
    'repaired-in-time': share('repair', 'report', '及时修复率', '期内按期修复的次数 ÷ 期内报修的次数', inTime),
  },
})
