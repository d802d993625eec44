import { satisfactionOf } from '../standards/satisfaction.ts'
import { addDays, dayOf, names, type Sight } from './words.ts'

// What a satisfaction survey takes as an answer, from the public and from those who enter paper.

export const answers = names('answer1 answer2 answer3 answer4 answer5')
type Answered = { [K in (typeof answers)[number]]?: string } & { way?: string; answeredOn?: string }
type Seen = Sight<Answered>

export const counted = ({ data, refs }: Seen) => ({
  code: refs.survey && String(refs.survey.data.code),
  ...satisfactionOf(answers.map((name) => data[name])),
})
/** On the page nobody is asked how and when. */
export const onTheDay = (sight: Seen) => ({ ...counted(sight), way: 'web', answeredOn: sight.day })
const isAsked = ({ refs }: Seen, n: number) => refs.survey?.data[`question${n}`] !== undefined
/** Answers belong to questions that are asked, on a day on which they are. */
function fits(sight: Seen, survey: Record<string, unknown>): string | undefined {
  const { data, day } = sight
  const [from, until, on] = [String(survey.opensOn), String(survey.closesOn), data.answeredOn ?? day]
  if (on < from || on > until) return `作答日期应在${from}至${until}之间；请核对日期。`
  const stray = answers.findIndex((name, i) => data[name] && !isAsked(sight, i + 1))
  if (stray >= 0) return `问卷没有第${stray + 1}题；请按问卷的题目填写。`
  return answers.some((name) => data[name]) ? undefined : '一题也没有作答；请至少选一题。'
}
export function isOpen(sight: Seen): string | undefined {
  const { survey } = sight.refs
  if (!survey) return undefined
  if (survey.state !== 'open') return '这次调查不在进行中，不能作答。'
  const missed = answers.findIndex((name, i) => isAsked(sight, i + 1) && !sight.data[name])
  return missed >= 0 ? `第${missed + 1}题还没有选；请每题选一项。` : fits(sight, survey.data)
}
export function isTaken(sight: Seen): string | undefined {
  const { survey } = sight.refs
  if (!survey) return undefined
  if (sight.data.way === 'web') return '网上的答卷由公众自己填写；录入时请选纸质或电话。'
  if (survey.state !== 'open' && survey.state !== 'closed') return '这次调查没有开始或已经作废，不能录入答卷。'
  const last = addDays(String(survey.data.closesOn), Number(survey.data.lateDays ?? 0))
  return dayOf(sight.context.now) > last ? `这次调查的答卷只能录入到${last}。` : fits(sight, survey.data)
}
