import { date, integer, longText, person, quantity, text } from './fields.ts'
import { firstNot } from './guards.ts'
import { names, type Sight } from './words.ts'

// The parts of a self-evaluation: its three phases, its result, and what the finance bureau asks about it.

export const phases = {
  collector: person('数据采集负责人'),
  collectBy: date('数据采集截止'),
  reviewer: person('审核复核负责人'),
  reviewBy: date('审核复核截止'),
  concluder: person('汇总分析负责人'),
  concludeBy: date('汇总分析截止', { listed: true }),
}
export const phaseFields = names('collector collectBy reviewer reviewBy concluder concludeBy')
const notAfter =
  (first: string, later: string) =>
  ({ data }: Pick<Sight, 'data'>) =>
    String(data[first]) <= String(data[later])
/** The phases follow each other, and nobody reviews what he collected himself. */
export const planned = firstNot(
  [notAfter('collectBy', 'reviewBy'), '审核复核应在数据采集之后结束；请核对日期。'],
  [notAfter('reviewBy', 'concludeBy'), '汇总分析应在审核复核之后结束；请核对日期。'],
  [({ data }) => data.collector !== data.reviewer, '采集人不能复核自己采集的数据；请另选复核人。'],
)

export const review = {
  opinion: longText('复核意见'),
  differences: integer('差异处数', { listed: true, min: 0, measure: '处', help: '没有差异填0' }),
  difference: longText('差异情况'),
}
export const reviewFields = names('opinion differences difference')
export const compared = firstNot([
  ({ data: { differences, difference } }) => differences === 0 || difference !== undefined,
  '有差异的，请写明差异情况；没有差异的，差异处数填0。',
])

/** A correction is a version of its own; what it replaces stands beside it, and every version in the history. */
export const result = {
  score: quantity('自评得分', { listed: true, min: 0, max: 100_000, measure: '分' }),
  grade: text('等级', { listed: true }),
  version: integer('版本', { derived: true }),
  formerScore: quantity('更正前得分', { derived: true, measure: '分' }),
}
export const firstVersion = () => ({ version: 1 })
export const nextVersion = ({ found }: Pick<Sight<{ version?: number; formerScore?: number }>, 'found'>) => ({
  version: Number(found?.data.version) + 1,
  formerScore: Number(found?.data.score),
})

export const inquiry = {
  question: longText('财政提问'),
  askedOn: date('提问日期'),
  answerBy: date('答复期限'),
  answer: longText('答复'),
}
export const inquiryFields = names('question askedOn answerBy answer')
