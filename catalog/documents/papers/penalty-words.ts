import { penalties } from '../../ledgers/penalties.ts'
import { clauseOf } from '../../standards/clauses.ts'
import { line, type ToldOf } from './words.ts'

export { penalties }
export type Told = ToldOf<typeof penalties>

export const law = '《中华人民共和国行政处罚法》'

/** Who it is about, as 行政处罚法 59 (1) asks: name, number and address. */
export const party = ({ say, has, value }: Told) => [
  line(`当事人：${say('party')}`),
  ...(has('idNumber')
    ? [line(`${value('partyKind') === 'person' ? '身份证件号码' : '统一社会信用代码'}：${say('idNumber')}`)]
    : []),
  ...(has('address') ? [line(`住址（住所）：${say('address')}`)] : []),
]

/** The article that lets the act be fined. */
export function article({ value }: Told): string {
  const found = clauseOf(value('clause'))
  return found ? `《${found.law}》${found.article}` : ''
}

const fined = ({ value, say, capitals }: Told) =>
  value('fine') ? `罚款人民币${say('fine')}（大写：${capitals('fine')}）` : ''
/** What it is punished with; on the spot with a fine, or else with a warning. */
export function penalty(told: Told): string {
  const { value, say } = told
  const other = value('kind') === 'k2' ? '' : say('kind')
  return [other, fined(told)].filter(Boolean).join('，并处') || '警告'
}

/** 67, 72: how a fine is paid, until when, and what is added to it after that. */
export const payment = (told: Told): string =>
  told.value('fine')
    ? `自收到本决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳罚款。逾期不缴纳的，依据${law}第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`
    : '本决定自送达之日起生效，请按照决定的内容履行。'

/** 73 */
export const goesOn = '申请行政复议或者提起行政诉讼的，行政处罚不停止执行，法律另有规定的除外。'

/** The number of the decision, whichever procedure led to it. */
export const decisionNo = ({ say }: Told): string => say('decisionNo') || say('spotNo')
export const enforcers = ({ say }: Told): string => `${say('lead')}、${say('second')}（执法证号：${say('licences')}）`
