import { batchNumber, choice, longText, photos, text, unit } from './fields.ts'
import { spot } from './groups.ts'
import { count, share } from './metrics.ts'
import { by, defineLedger, ends, everyone, names, on, options, type Sight, to, workDays } from './words.ts'

const capturers = { ...by('collector', 'inspector'), officer: 'unit' } as const
const [reviewers, desk] = [by('legal', 'shift-lead'), by('legal', 'receiver')]
const evidence = names('plate plateKind place device photos unit')
const apart = { otherThan: names('capture correct') }
type Evidence = { plate?: string; photos?: readonly { hash: string; takenAt?: string }[] }
const sound = ({ data: { plate, photos = [] } }: Sight<Evidence>) => {
  if (!/^[一-鿿][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳使领]$/.test(plate!))
    return '车牌应为省份简称、字母和五至六位字母数字，例如湘M12345。'
  if (new Set(photos.map(({ hash }) => hash)).size < 2)
    return '违停证据应有两张不同的照片，看清车型、车牌、外观、时间和地点（道路交通安全违法行为处理程序规定第十八条）。'
  return photos.every(({ takenAt }) => takenAt) ? undefined : '每张照片都应有拍摄时间；请用现场拍摄的原图。'
}
const captured = { needs: evidence, may: ['position', 'owner'], guard: sound, gives: to('legal') } as const
const corrected = { may: evidence, guard: sound, reason: '更正说明', clears: ['batch'], gives: to('legal') } as const

/** 人行道违停: captured with two photos, reviewed by another within five days, handed to the traffic police in batches. */
export const parking = defineLedger({
  id: 'parking',
  title: '人行道违停',
  group: '执法和审批',
  number: 'WT{year}{seq:6}',
  numberedBy: 'capture',
  fields: {
    plate: text('车牌号', { listed: true, searched: true }),
    plateKind: choice('号牌种类', options('h', '小型汽车 小型新能源汽车 大型汽车 挂车 外籍汽车'), { listed: true }),
    ...spot('违停地点'),
    device: text('采集设备编号', { help: '执法记录仪或手机的编号' }),
    photos: photos('违停照片'),
    owner: text('车辆所有人', { secret: true }),
    unit: unit('采集单位', { listed: true }),
    note: longText('审核意见'),
    batch: batchNumber('移交批次', '{short}城管移〔{year}〕第{seq}号', 'hand'),
  },
  columns: { title: ['plate', 'place'], class: 'plateKind', unit: 'unit' },
  states: {
    ...on('todo', { reviewing: '待审核', ready: '待移交', refused: '被退回' }),
    ...on('doing', { handed: '已移交' }),
    ...on('late', { recalling: '待交管消除' }),
    ...ends('done', { accepted: '交管已接收' }),
    ...ends('void', { rejected: '审核不通过', dropped: '已撤销' }),
  },
  moves: {
    capture: ['采集违停', 'new', 'reviewing', capturers, captured],
    pass: ['审核通过', 'reviewing', 'ready', reviewers, { ...apart, may: ['note'], main: true }],
    reject: ['审核不通过', 'reviewing', 'rejected', reviewers, { ...apart, reason: '不通过的原因' }],
    hand: ['移交交管', 'ready', 'handed', desk, { together: true, past: 'handed' }],
    accept: ['交管接收', 'handed', 'accepted', desk],
    refuse: ['交管退回', 'handed', 'refused', desk, { reason: '退回原因' }],
    correct: ['更正后重新审核', 'refused', 'reviewing', desk, corrected],
    drop: ['撤销', names('ready refused'), 'dropped', reviewers, { reason: '撤销原因' }],
    recall: ['发现有误，请求消除', 'accepted', 'recalling', reviewers, { reason: '有误之处', gives: to('legal') }],
    clear: ['交管已消除', 'recalling', 'dropped', desk, { undoes: 'accept' }],
  },
  deadlines: {
    review: ['审核', ['capture', 'correct'], ['pass', 'reject'], workDays(5), { anew: true }],
    recall: ['消除有误的信息', ['recall'], ['clear'], workDays(3)],
  },
  handover: {
    to: '公安机关交通管理部门',
    batch: 'batch',
    move: 'hand',
    accept: 'accept',
    refuse: 'refuse',
    rows: names('plate plateKind place device photos'),
  },
  read: { ...everyone, collector: 'own' },
  secretsFor: ['legal'],
  form: { 违停: [...evidence, 'position', 'owner'], 审核: ['note'] },
  metrics: {
    captured: count('capture', '违停采集', '期内采集的条数', { unit: '条' }),
    passed: share('pass', 'capture', '审核通过率', '期内采集的违停中审核通过的 ÷ 期内采集的'),
    handed: count('hand', '移交交管', '期内移交的次数，更正后再移交的再计', { unit: '条' }),
    accepted: count('accept', '交管接收', '期内交管接收的条数', { unit: '条', excludes: '有误而消除的' }),
  },
})
