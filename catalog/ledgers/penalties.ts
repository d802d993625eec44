import { clauseOptions } from '../standards/clauses.ts'
import * as law from '../standards/penalty-law.ts'
import { choice, date, longText, money, paperNumber, photos, ref, unit } from './fields.ts'
import { answered, instalments, party, sanction, spot, squad } from './groups.ts'
import { count, share, sum } from './metrics.ts'
import { by, defineLedger, ends, everyone, lawDays, names, on, options, to, workDays } from './words.ts'

const officer = { officer: 'unit' } as const
const [legal, director] = [by('legal'), by('director')]
const back = { who: 'file', role: 'officer' } as const
const act = names('clause partyKind party place happenedOn unit lead second licences facts')
const more = names('case idNumber phone address position evidence')
const [terms, told] = [names('kind fine basis'), names('worth facts mitigated')]
const [paid, refunded, served] = [names('paid paidOn'), names('refunded'), names('paying suspended closed warned')]
const [shown, masks] = [names('decisionNo party clause kind fine unit publishedOn'), { party: law.masked }] as const
const apart = { otherThan: names('file investigate notify lead second') }
const summary = { may: [...more, 'basis', 'signature'], derive: law.simple, past: 'decided-on-the-spot' } as const
const fined = { ...summary, needs: [...act, 'shown', 'fine'], guard: law.finedOnTheSpot, gives: 'me' } as const
const filed = { needs: act, may: more, derive: law.ordinary, guard: law.begun, gives: 'me' } as const
const answers = names('waived defence hearingOn hearing opinion')
const noticed = { needs: [...terms, 'evidence'], may: told, clears: answers, guard: law.inRange, main: true } as const
const payment = { needs: paid, clears: paid, derive: law.addedFor, guard: law.payable, past: 'paid' } as const
const heard = { ...apart, needs: ['hearing'], guard: law.onItsDay, gives: back, past: 'heard' } as const
const decided = { ...apart, needs: terms, may: ['mitigated'], guard: law.decided, gives: back } as const
const dropped = { ...apart, reason: '理由和依据' } as const
const paidBack = { needs: refunded, clears: refunded, reason: '退还原因' } as const
const revoked = { reason: '撤销的理由', undoes: names('decide fine warn'), gives: to('legal') } as const
const yuan = { unit: '元', notScored: law.notScored } as const
const withdrawn = { reason: '公开说明的理由', clears: ['publishedOn'], undoes: ['publish'], past: 'withdrawn' } as const

/** 行政处罚 by the simple and the ordinary procedure (行政处罚法 2021: 41–45, 48, 51–52, 55–64, 66–67, 72–74, 85). */
export const penalties = defineLedger({
  id: 'penalty',
  title: '行政处罚',
  group: '执法和审批',
  number: '{short}城管立字〔{year}〕第{seq}号',
  numberedBy: 'file',
  fields: {
    procedure: choice('适用程序', options('p', '简易程序 普通程序'), { listed: true, derived: true }),
    clause: choice('违法行为', clauseOptions, { listed: true }),
    ...party('当事人'),
    case: ref('case', '来源案件'),
    ...spot('违法地点'),
    happenedOn: date('违法行为发生日'),
    unit: unit('办案单位', { listed: true }),
    ...squad,
    facts: longText('违法事实'),
    evidence: photos('证据'),
    ...sanction,
    ...answered,
    servedHow: choice('送达方式', options('s', '直接送达 留置送达 邮寄送达 电子送达 公告送达')),
    ...instalments('pay', 'refund'),
    added: money('加处罚款', { derived: true }),
    spotNo: paperNumber('当场处罚决定书文号', '{short}城管当罚字〔{year}〕第{seq}号', 'fine', 'warn'),
    noticeNo: paperNumber('事先告知书文号', '{short}城管罚告字〔{year}〕第{seq}号', 'notify'),
    decisionNo: paperNumber('处罚决定书文号', '{short}城管罚字〔{year}〕第{seq}号', 'decide'),
    publishedOn: date('公示日期', { listed: true }),
  },
  columns: { title: ['clause', 'party'], class: 'clause', channel: 'procedure', unit: 'unit' },
  states: {
    ...on('todo', { investigating: '调查取证', noticed: '已告知', asked: '待通知听证', reviewed: '待决定' }),
    ...on('doing', { called: '待听证', heard: '听证结束', reviewing: '法制审核中', decided: '待送达' }),
    ...on('soon', { paying: '待缴款', suspended: '复议诉讼中', revoked: '已撤销，待撤回公示' }),
    ...ends('done', { closed: '已结案', warned: '已警告', dropped: '不予处罚' }),
    ...ends('void', { withdrawn: '已撤销' }),
  },
  moves: {
    file: ['立案', 'new', 'investigating', officer, filed],
    fine: ['当场罚款', 'new', 'paying', officer, fined],
    warn: ['当场警告', 'new', 'warned', officer, { ...summary, needs: [...act, 'shown'], guard: law.begun }],
    investigate: ['补充证据', 'investigating', 'stay', officer, { needs: ['evidence'], may: ['facts', 'worth'] }],
    notify: ['事先告知', 'investigating', 'noticed', officer, noticed],
    defend: ['记录陈述申辩', 'noticed', 'stay', officer, { needs: ['defence'], may: ['waived'] }],
    ask: ['要求听证', 'noticed', 'asked', officer, { guard: law.askedInTime, gives: to('legal') }],
    call: ['通知听证', 'asked', 'called', legal, { ...apart, needs: ['hearingOn'], guard: law.sevenDaysBefore }],
    hear: ['举行听证', 'called', 'heard', legal, heard],
    submit: ['送法制审核', names('noticed heard'), 'reviewing', officer, { guard: law.heardOut, gives: to('legal') }],
    reject: ['退回补充', 'reviewing', 'investigating', legal, { ...apart, reason: '退回原因', gives: back }],
    pass: ['审核通过', 'reviewing', 'reviewed', legal, { ...apart, needs: ['opinion'], gives: to('director') }],
    decide: ['作出处罚决定', 'reviewed', 'decided', director, decided],
    drop: ['不予处罚', names('investigating noticed heard reviewed'), 'dropped', director, dropped],
    serve: ['送达', 'decided', 'paying', officer, { needs: ['servedHow'], main: true }],
    pay: ['缴款', names('paying suspended'), 'stay', by('finance'), payment],
    refund: ['退还', [...served, 'revoked'], 'stay', by('finance'), paidBack],
    urge: ['催告', 'paying', 'stay', officer, { guard: law.late }],
    settle: ['结案', 'paying', 'closed', officer, { guard: law.paidUp, main: true }],
    suspend: ['复议或诉讼', 'paying', 'suspended', legal, { reason: '受理机关和案号' }],
    resume: ['恢复缴款', 'suspended', 'paying', legal, { reason: '复议或诉讼的结果', gives: back }],
    publish: ['公示', served, 'stay', legal, { needs: ['publishedOn'], guard: law.published }],
    revoke: ['撤销决定', served, 'revoked', director, revoked],
    withdraw: ['撤回公示', 'revoked', 'withdrawn', legal, withdrawn],
  },
  deadlines: {
    handle: ['办案期限', ['file'], ['decide', 'drop'], lawDays(90)],
    answer: ['陈述申辩和要求听证', ['notify'], ['ask', 'submit'], workDays(5), { anew: true }],
    serve: ['送达', ['decide'], ['serve'], workDays(7)],
    pay: ['缴款', ['serve', 'fine', 'resume'], ['settle', 'suspend'], lawDays(15)],
    publish: ['公示', ['decide'], ['publish'], workDays(7)],
    unpublish: ['撤回公示', ['revoke'], ['withdraw'], workDays(3)],
  },
  publishes: { label: '行政处罚公示', since: 'publishedOn', shows: shown, masks, withdraw: 'withdraw' },
  read: everyone,
  secretsFor: ['officer', 'legal', 'director'],
  form: {
    违法行为: [...act, ...more, 'shown', 'signature'],
    处罚: [...terms, 'worth', 'mitigated'],
    陈述申辩听证和审核: answers,
    送达缴款和公示: ['servedHow', ...paid, 'refunded', 'publishedOn'],
  },
  metrics: {
    filed: count(['file', 'fine', 'warn'], '处罚立案', '期内立案的件数：普通程序立案与简易程序当场处罚之和'),
    reviewed: count('pass', '法制审核', '期内通过法制审核的件数'),
    decided: count(['decide', 'fine', 'warn'], '处罚决定', '期内作出的处罚决定件数', { excludes: '已撤销的决定' }),
    published: count('publish', '公示处罚', '期内公示的处罚件数', { excludes: '已撤回的公示' }),
    'decided-in-time': share('decide', 'file', '按期决定率', '期内立案后九十日内作出决定的 ÷ 期内立案的', {
      inTime: true,
    }),
    collected: sum('pay', 'paid', '收缴罚款', '期内缴款之和，含加处罚款，未扣退还', yuan),
  },
})
