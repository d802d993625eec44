import { choice, date, integer, longText, paperNumber, photos, signature, text, unit } from './fields.ts'
import { spot } from './groups.ts'
import { count, share, stock, stockShare } from './metrics.ts'
import { by, defineLedger, ends, everyone, lasts, names, on, options } from './words.ts'

const trades = '餐饮 食品零售 服装鞋帽 日用百货 五金建材 汽车修理洗车 美容美发 药店诊所 通信电子 宾馆旅店 文化教育 其他'
const local = { officer: 'unit', 'unit-lead': 'unit', ...by('inspector') } as const
const entered = names('name trade place owner unit')
const letter = names('duties signedOn signature')
const found = names('findings score photos afterPhotos')
const checked = { needs: ['score'], may: ['photos'], clears: found } as const
const failed = { needs: names('findings score photos'), clears: found, gives: { role: 'officer', of: 'unit' } } as const
const listed = { enters: ['enter'], leaves: ['leave', 'close'] } as const
const signed = { enters: ['sign'], leaves: ['change', 'close'] } as const
const duties = options('b', '包卫生、包秩序、包绿化 包卫生、包秩序、包设施')

/** 门前三包: every shop that must sign its responsibility letter, whether it has, and whether it keeps to it. */
export const shops = defineLedger({
  id: 'shop',
  title: '门前三包',
  group: '日常工作',
  number: 'SB{year}{seq:5}',
  numberedBy: 'enter',
  fields: {
    name: text('店名', { listed: true, searched: true }),
    trade: choice('业态', options('t', trades), { listed: true }),
    ...spot('门牌地址'),
    owner: text('经营者', { listed: true, searched: true }),
    phone: text('联系电话', { secret: true }),
    unit: unit('责任单位', { listed: true }),
    duties: choice('三包责任', duties),
    signedOn: date('签订日期', { listed: true }),
    signature: signature('经营者签字'),
    letterNo: paperNumber('责任书编号', '{short}城管三包责〔{year}〕第{seq}号', 'sign'),
    findings: longText('检查情况'),
    score: integer('检查得分', { min: 0, max: 100, measure: '分' }),
    photos: photos('检查照片'),
    afterPhotos: photos('整改后照片'),
  },
  columns: { title: ['name', 'place'], class: 'trade', unit: 'unit' },
  states: {
    ...on('todo', { unsigned: '待签订' }),
    ...lasts('done', { signed: '已签订' }),
    ...on('doing', { failing: '待整改' }),
    ...ends('void', { closed: '已歇业' }),
  },
  moves: {
    enter: ['登记商户', 'new', 'unsigned', local, { needs: entered, may: ['position', 'phone'] }],
    sign: [
      '签订责任书',
      'unsigned',
      'signed',
      local,
      { needs: names('duties signedOn'), may: names('signature phone'), main: true },
    ],
    pass: ['检查合格', 'signed', 'stay', local, checked],
    fail: ['发现未履责', 'signed', 'failing', local, failed],
    fix: ['整改完成', 'failing', 'signed', local, { needs: ['afterPhotos'], past: 'fixed', main: true }],
    change: [
      '更换经营者',
      names('signed failing'),
      'unsigned',
      local,
      { needs: ['owner'], clears: ['owner', ...letter] },
    ],
    close: ['歇业', names('signed failing'), 'closed', local, { reason: '歇业情况' }],
    leave: ['未签歇业', 'unsigned', 'closed', local, { reason: '歇业情况', past: 'left' }],
  },
  deadlines: { fix: ['整改时限', ['fail'], ['fix'], { n: 3, unit: 'work-day' }] },
  read: everyone,
  secretsFor: ['officer', 'inspector'],
  form: { 商户: [...entered, 'position', 'phone'], 责任书: letter, 检查和整改: found },
  metrics: {
    listed: stock(listed, '应签商户', '期末在册、应当签订责任书的商户数', { unit: '户' }),
    signed: stock(signed, '已签商户', '期末责任书有效的商户数', { unit: '户', excludes: '更换经营者后尚未重签的' }),
    'sign-rate': stockShare(signed, listed, '签订率', '期末责任书有效的商户 ÷ 期末应签商户'),
    inspected: count(['pass', 'fail'], '三包检查', '期内检查的次数', { unit: '次' }),
    passed: share('pass', ['pass', 'fail'], '履责率', '期内检查合格的次数 ÷ 期内检查的次数', { flow: true }),
  },
})
