import { date, files, integer, person, text } from './fields.ts'
import { count } from './metrics.ts'
import { projectOrWhole } from './of-project.ts'
import { byFinance, byPerformance, moneyRead } from './reach.ts'
import { defineLedger, ends, names, type Sight } from './words.ts'

const needed = names('year project about question answer answeredOn')
const signed = ({ context }: Pick<Sight, 'context'>) => ({ answeredBy: context.actor.person })
const both = { ...byFinance, ...byPerformance, director: 'bureau' } as const
const withdrawn = { reason: '作废原因', undoes: 'answer', past: 'withdrawn' } as const

/** 存疑答复: what the program asked about targets, money and scores, and what a named person says to it. */
export const questionAnswers = defineLedger({
  id: 'question-answer',
  title: '存疑答复',
  group: '绩效',
  fields: {
    year: integer('年度', { listed: true, min: 2000, max: 2100, example: '2022' }),
    project: projectOrWhole(),
    question: text('存疑内容', { listed: true, searched: true }),
    answer: text('答复', { listed: true, searched: true }),
    answeredBy: person('答复人', { listed: true, derived: true }),
    answeredOn: date('答复日期', { listed: true }),
    files: files('佐证材料', { listed: true }),
    about: text('存疑编号', { listed: true, searched: true, help: '从存疑事项页带出' }),
  },
  columns: { title: ['project', 'question'], class: 'project', on: 'answeredOn' },
  states: { ...ends('done', { answered: '已答复' }), ...ends('void', { withdrawn: '已作废' }) },
  moves: {
    answer: ['答复', 'new', 'answered', both, { needs: needed, may: ['files'], derive: signed, main: true }],
    withdraw: ['作废', 'answered', 'withdrawn', both, withdrawn],
  },
  deadlines: {},
  read: moneyRead,
  form: { 存疑: ['year', 'project', 'about', 'question'], 答复: ['answer', 'answeredOn', 'answeredBy', 'files'] },
  metrics: {
    answered: count('answer', '存疑答复', '答复日期在期内的答复数', { unit: '件', excludes: '已作废的' }),
  },
})
