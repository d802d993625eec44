import * as parts from './evaluation-phases.ts'
import { longText, text } from './fields.ts'
import { evaluated } from './groups.ts'
import { count, share, sum } from './metrics.ts'
import { byPerformance, entrusted, moneyRead } from './reach.ts'
import { by, defineLedger, ends, names, on, to } from './words.ts'

const { phases, phaseFields, planned, compared, inquiryFields, reviewFields } = parts
const begun = names('year object leader plan')
const concluded = names('score grade')
const owners = { ...entrusted, ...byPerformance }
const approvers = by('director', 'performance')
const underWay = names('collecting reviewing concluding')
const toCollector = { person: 'collector' } as const
const toConcluder = { person: 'concluder' } as const
const pooled = { gives: to('performance'), main: true } as const
const notCollector = { otherThan: names('collector collect') } as const
const start = {
  needs: [...begun, ...phaseFields],
  may: names('members lastUse'),
  gives: toCollector,
  main: true,
} as const
const collect = { needs: names('collected'), gives: { person: 'reviewer' }, main: true } as const
const review = {
  needs: names('opinion differences'),
  may: names('difference'),
  gives: toConcluder,
  main: true,
} as const
const retake = { reason: '退回原因', may: names('collectBy'), clears: reviewFields, gives: toCollector } as const
const ask = { needs: names('question askedOn'), may: names('answerBy'), clears: inquiryFields } as const
const approve = { may: names('approval'), otherThan: names('conclude'), main: true } as const
const again = { needs: concluded, reason: '更正原因', derive: parts.nextVersion, past: 'corrected' } as const
const undo = { reason: '作废原因', undoes: 'start', past: 'withdrawn' } as const
const inTime = '期内制定方案的自评中按期汇总完成的 ÷ 期内制定方案的自评'

/** 自评组织: one self-evaluation of a year, of a project or of the whole, through its three phases to its approval. */
export const selfEvaluations = defineLedger({
  id: 'self-evaluation',
  title: '自评组织',
  group: '绩效',
  number: 'ZP{year}{seq:3}',
  numberedBy: 'start',
  one: ['object', 'year'],
  evaluates: { object: 'object', year: 'year' },
  fields: {
    ...evaluated('自评对象'),
    leader: text('自评工作组组长', { listed: true, searched: true }),
    ...parts.result,
    members: text('副组长和成员'),
    plan: text('自评方案文号', { searched: true }),
    lastUse: longText('上年结果的补充说明', { help: '上年的得分、整改和结果应用由台账带出；台账里没有的写在这里' }),
    ...phases,
    collected: longText('采集情况'),
    ...parts.review,
    paper: text('报送文号', { searched: true }),
    ...parts.inquiry,
    approval: text('审定文号', { searched: true }),
  },
  columns: { title: ['object', 'year'], class: 'object' },
  states: {
    ...on('doing', { collecting: '采集中', reviewing: '复核中', concluding: '汇总中', submitted: '已报财政' }),
    ...on('todo', { concluded: '待报送', asked: '待答复财政' }),
    ...ends('done', { approved: '已审定', corrected: '已更正' }),
    ...ends('void', { withdrawn: '已作废' }),
  },
  moves: {
    start: ['制定方案', 'new', 'collecting', byPerformance, { ...start, guard: planned }],
    collect: ['采集完成', 'collecting', 'reviewing', owners, collect],
    review: ['交叉复核', 'reviewing', 'concluding', owners, { ...review, ...notCollector, guard: compared }],
    return: ['退回采集', 'reviewing', 'collecting', owners, { ...retake, ...notCollector }],
    conclude: [
      '汇总完成',
      'concluding',
      'concluded',
      owners,
      { ...pooled, needs: concluded, derive: parts.firstVersion },
    ],
    submit: ['报送财政', 'concluded', 'submitted', byPerformance, { ...pooled, may: ['paper'] }],
    ask: ['财政提问', 'submitted', 'asked', by('reviewer', 'performance'), { ...ask, gives: toConcluder }],
    answer: ['答复财政', 'asked', 'submitted', owners, { ...pooled, needs: ['answer'] }],
    approve: ['审定', 'submitted', 'approved', approvers, approve],
    correct: ['更正', ['approved', 'corrected'], 'corrected', byPerformance, again],
    withdraw: ['作废', underWay, 'withdrawn', byPerformance, undo],
  },
  deadlines: {
    collect: ['数据采集', ['start', 'return'], ['collect'], { field: 'collectBy' }],
    review: ['审核复核', ['collect'], ['review', 'return'], { field: 'reviewBy' }],
    conclude: ['汇总分析', ['review'], ['conclude'], { field: 'concludeBy' }],
    answer: ['答复财政', ['ask'], ['answer'], { field: 'answerBy' }],
  },
  read: { ...entrusted, ...moneyRead },
  form: {
    自评: [...begun, 'members', 'lastUse'],
    三个阶段: phaseFields,
    采集和复核: ['collected', ...reviewFields],
    结论: [...concluded, 'paper', 'approval'],
    财政提问: inquiryFields,
  },
  metrics: {
    started: count('start', '组织自评', '期内制定方案的自评个数', { unit: '个', excludes: '已作废的' }),
    differences: sum('review', 'differences', '复核差异', '期内交叉复核发现的差异处数之和', { unit: '处' }),
    concluded: count('conclude', '完成自评', '期内汇总完成的自评个数', { unit: '个' }),
    'concluded-in-time': share('conclude', 'start', '按期完成率', inTime, { inTime: true, excludes: '已作废的' }),
    approved: count('approve', '审定自评', '期内审定的自评个数', { unit: '个' }),
    corrected: count('correct', '更正自评', '期内更正的次数', { unit: '次' }),
  },
})
