import { satisfactionSteps } from '../standards/satisfaction.ts'
import { choice, date, integer, key, longText, paperNumber, ref, text } from './fields.ts'
import { count, ratio } from './metrics.ts'
import { byPerformance, moneyRead } from './reach.ts'
import { answers, counted, isOpen, isTaken, onTheDay } from './survey-rules.ts'
import { defineLedger, ends, names } from './words.ts'

const ways = [
  { value: 'web', label: '网上' },
  { value: 'paper', label: '纸质' },
  { value: 'phone', label: '电话' },
]
const answer = (n: number) => choice(`第${n}题`, satisfactionSteps)
const onPage = { public: true, needs: names('survey sheet network'), may: [...answers, 'remark'] } as const
const atDesk = { needs: names('survey way answeredOn'), may: [...answers, 'street', 'remark'] } as const
const voids = { reason: '作废原因', undoes: names('answer enter'), erases: ['remark'] } as const

/** 答卷: one answered questionnaire; who answered it is not asked and not kept, and of the network only a mark (decision 16). */
export const surveyAnswers = defineLedger({
  id: 'survey-answer',
  title: '满意度答卷',
  group: '绩效',
  fields: {
    number: paperNumber('答卷编号', 'DJ{year}{seq:5}', 'enter', 'answer'),
    survey: ref('survey', '满意度调查', { help: '导入时填调查的编号，例如MD2026001' }),
    code: key('survey', '调查', { derived: true, listed: true }),
    way: choice('作答方式', ways, { listed: true, example: '纸质' }),
    answeredOn: date('作答日期', { listed: true }),
    street: text('所在街道或社区', { listed: true }),
    answer1: answer(1),
    answer2: answer(2),
    answer3: answer(3),
    answer4: answer(4),
    answer5: answer(5),
    remark: longText('意见和建议', { secret: true }),
    sheet: text('网上问卷序号', { derived: true }),
    network: text('网络标记', {
      derived: true,
      listed: true,
      help: '同一次调查中同一个网络的答卷相同；看不出网络地址',
    }),
    score: integer('得分', { derived: true, listed: true, measure: '分' }),
    most: integer('满分', { derived: true, listed: true, measure: '分' }),
  },
  columns: { title: ['code', 'way'], class: 'code', channel: 'way', on: 'answeredOn' },
  states: { ...ends('done', { given: '有效' }), ...ends('void', { void: '已作废' }) },
  moves: {
    enter: ['录入答卷', 'new', 'given', byPerformance, { ...atDesk, derive: counted, guard: isTaken, main: true }],
    answer: ['网上作答', 'new', 'given', {}, { ...onPage, derive: onTheDay, guard: isOpen }],
    void: ['作废', 'given', 'void', byPerformance, voids],
  },
  read: moneyRead,
  secretsFor: ['performance', 'director'],
  form: {
    答卷: ['survey', 'way', 'answeredOn', 'street'],
    作答: answers,
    其他: ['remark'],
  },
  metrics: {
    satisfaction: ratio(['enter', 'answer'], 'score', 'most', '满意度', '期内有效答卷得分之和 ÷ 满分之和'),
    answers: count(['enter', 'answer'], '满意度答卷', '作答日期在期内的有效答卷份数', { unit: '份' }),
  },
})
