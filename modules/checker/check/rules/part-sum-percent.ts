import { every } from '../../understand/every.ts'
import { numberOf } from '../../understand/numerals.ts'
import { written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const share = '\\d{1,2}(?:\\.\\d{1,2})?%'
const number = '[二两三四五六七八九]|\\d{1,2}'
/** 分三期支付, 分两次拨付, and the shares up to the end of the sentence. */
const instalments = new RegExp(
  `分(?:为)?(${number})(?:期|次|笔|个?阶段|批)(?:进行)?(?:支付|拨付|付款|付清|付给|结算|给付|兑付|缴纳|下达)`,
  'gu',
)
const last = /(?:余款|尾款|剩余|余下|其余|余额|尾数|结清|付清|质保金)/
/** Of what was done, up to, or of something else again. */
const other =
  /付至|拨至|支付至|达到|累计|进度款|工程量|每|不低于|不高于|不超过|以[上下内]|违约|滞纳|利率|罚|上浮|下浮|未达|合格率|成活率|完好率|满意度/
/** 权重分别为40%、30%、20%、20%. */
const weights = new RegExp(
  `(?:权重|(?:支付|付款|出资|分担)比例)(?:分别|依次|各)?(?:为|是|占)?(${share}(?:[、，,和及]+${share})+)(?![\\d.]|以[上下内])`,
  'gu',
)
/** 由巡查（40%）、抽查（30%）、评议（20%）三部分构成. */
const bracketed = new RegExp(
  `由((?:[\\p{Script=Han}A-Za-z“”]{2,24}[（(](?:占|权重|占比)?${share}[）)][、，,和及以]*){2,})(?:等)?(?:共)?(?:(${number})(?:个|大|项)?(?:部分|方面|类|维度|项|来源|渠道|板块))?(?:内容|指标|得分|成绩|资金)?(?:按权重)?(?:加权)?(?:汇总)?(?:构成|组成|合成|计算|而成)`,
  'gu',
)
/** 巡查占40%、抽查占30%、评议占20%，加权计算. */
const weighted = new RegExp(
  `([\\p{Script=Han}“”]{2,24}(?:得分)?占${share}(?:[、，,；;和及]+[\\p{Script=Han}“”]{2,24}占${share}){1,})[，,；;](?:按(?:权重)?)?(?:加权|综合加权|折算后相加)`,
  'gu',
)
/** 按50:30:25的比例. */
const ratio = /按(?:照)?(\d{1,2}(?:[:：∶比]\d{1,2}){2,})(?:的?(?:比例|权重|比重)|[，,]?分)/g

/** What is said to make up one whole, in percent, is a hundred of them. */
export const partSumPercent: Rule = {
  id: 'part-sum.percent',
  kind: 'part-sum',
  title: '分期付款的比例、各部分的权重相加应为100%',
  source: '各部分百分比之和为100%',
  fails: [
    '车辆采购款分三次支付，签约付40%，到货验收付40%，一年后付清余款10%。',
    '合同价款分两期支付：进场后支付30%，验收合格后支付剩余60%。',
    '月度考核由巡查（40%）、抽查（30%）、群众评议（20%）、督办（20%）四部分加权构成。',
    '巡查、抽查、评议的权重分别为50%、30%和30%。',
    '日常巡查占50%、季度检查占30%、群众评价占30%，加权计算年度得分。',
    '保洁服务费按4:4:3的比例分三期支付。',
    '三家单位的得分按50:30:25的比例计入总分。',
  ],
  holds: [
    '车辆采购款分三次支付，签约付40%，到货验收付40%，一年后付清余款20%。',
    '工程款分三期支付，开工付30%，完工付至80%，审计后付至97%，余款3%为质保金。',
    '工程款分三期支付，开工付30%，完工付50%，审计后付清余款。群众满意度90%以上，成活率95%。',
    '合同价款分两期支付：进场后支付30%，验收合格率达到95%后支付剩余70%。',
    '月度考核由巡查（40%）、抽查（30%）、群众评议（20%）、督办（10%）四部分加权构成。',
    '产出指标由数量（20%）、质量（20%）、时效（10%）三部分构成。',
    '巡查、抽查、评议的权重分别为50%、30%和20%。其中数量、质量权重分别为20%、10%。',
    '垃圾由厨余（33.51%）、可回收物（45.95%）、其他（20.55%）三部分构成。',
    '保洁服务费按4:3:3分三期支付。',
    '费用由市、区、镇按5:3:2的比例分担，材料按1:2:4的比例拌和。',
    '工程款分两期支付，签约后付40%。',
  ],
  *check(doc) {
    for (const { text, start } of doc.sentences) {
      if (!/\d%/.test(text) && !/按/.test(text)) continue
      yield* inInstalments(text, start)
      for (const found of every(text, weights)) yield* judgedWeights(found[1] ?? '', start + startOf(found, 1))
      for (const found of every(text, bracketed))
        yield* judgedWeights(found[1] ?? '', start + startOf(found, 1), found[2] ?? '?')
      for (const found of /加权|折算/.test(text) ? every(text, weighted) : [])
        yield* judgedWeights(found[1] ?? '', start + startOf(found, 1), '?')
      for (const found of every(text, ratio)) yield* inRatio(found[1] ?? '', start + startOf(found, 1), text)
    }
  },
}

const startOf = (found: RegExpExecArray, group: number) => found.index + found[0].indexOf(found[group] ?? '')
const countOf = (said: string): number => numberOf(said) ?? 0
const percents = (words: string) =>
  every(words, /(\d{1,3}(?:\.\d{1,2})?)%/g).map(({ 1: digits, index }) => ({
    value: Number(digits),
    index,
    length: `${digits}%`.length,
  }))
const sumOf = (terms: readonly { value: number }[]) =>
  Number(terms.reduce((all, { value }) => all + value, 0).toFixed(6))
const spelled = (terms: readonly { value: number }[]) => terms.map(({ value }) => `${written(value)}%`).join(' + ')

/** As many shares as there are instalments, each paid, the last of them what is left. */
function* inInstalments(text: string, start: number): Generator<Outcome> {
  for (const found of every(text, instalments)) {
    const from = found.index + found[0].length
    const next = text.slice(from).search(/[；;]/)
    const semi = text.slice(from, next < 0 ? undefined : from + next)
    const count = countOf(found[1] ?? '')
    const words = percents(semi).length < count ? text.slice(from) : semi
    const clauses = words.split(/[，,；;：:、]/).filter((clause) => /\d%/.test(clause))
    const paid = clauses.filter((clause) => /付|拨|款|金|剩|余|其余|尾|结清|缴/.test(clause))
    const terms = paid.flatMap(percents)
    if (terms.length !== count || paid.some((clause) => percents(clause).length !== 1) || paid.some(isOther)) continue
    const place = { start: start + found.index, end: start + from + words.length }
    const sum = sumOf(terms)
    const formula = `${spelled(terms)} = ${written(sum)}%`
    if (Math.abs(sum - 100) < 1e-6) {
      yield { verdict: 'consistent', formula, places: [place] }
      continue
    }
    const sure = last.test(paid.at(-1) ?? '')
    yield wrong(
      sure ? 'error' : 'question',
      sure ? 0.88 : 0.72,
      `${found[0]}的各期比例相加为${written(sum)}%，应为100%。请核对各期比例。`,
      [place],
      { claimed: `${written(sum)}%`, computed: '100%', formula: `${formula} ≠ 100%` },
    )
  }
}

/** 验收合格率达到95%后支付: the condition, not the share. */
const isOther = (clause: string): boolean => other.test(clause)

/** More than all there is cannot be; less may be what belongs to a part. */
function* judgedWeights(words: string, at: number, said = ''): Generator<Outcome> {
  const terms = percents(words)
  const count = said === '?' || !said ? terms.length : countOf(said)
  const sum = sumOf(terms)
  if (terms.length < 2 || count !== terms.length) return
  const formula = `${spelled(terms)} = ${written(sum)}%`
  const places = [{ start: at, end: at + words.length }]
  const rounding = terms.every(({ value }) => Number.isInteger(value)) ? 0 : terms.length * 0.05
  if (Math.abs(sum - 100) <= rounding + 1e-6)
    return yield { verdict: 'consistent', kind: 'weight-sum', formula, places }
  const more = sum > 100
  if (!more && (sum < LEAST || !said)) return
  yield wrong(
    more && sum < MOST ? 'error' : 'question',
    more ? 0.88 : 0.72,
    `所列${terms.length}部分的比重相加为${written(sum)}%，应为100%。请核对各项比重。`,
    places,
    { kind: 'weight-sum', claimed: `${written(sum)}%`, computed: '100%', formula: `${formula} ≠ 100%` },
  )
}

/** Of 50% and 60% the parts of a part may be; far more than all is another relation. */
const LEAST = 75
const MOST = 130

/** 按4:3:3的比例分三期支付: tenths. */
function* inRatio(words: string, at: number, text: string): Generator<Outcome> {
  const terms = words.split(/[:：∶比]/).map(Number)
  const sum = terms.reduce((all, one) => all + one, 0)
  const places = [{ start: at, end: at + words.length }]
  const formula = `${terms.join(' + ')} = ${sum}`
  if (sum === 100 || sum === 10) return yield { verdict: 'consistent', formula, places }
  const paid = every(text, instalments).some(({ 1: said = '' }) => countOf(said) === terms.length)
  const tenths = paid && terms.every((one) => one < 10) && Math.abs(sum - 10) <= 2
  if (!tenths && (terms.some((one) => one % 5 || one < 5) || sum < LEAST || sum > MOST)) return
  yield wrong('question', 0.66, `比例“${words}”各项相加为${sum}，不是${tenths ? 10 : 100}。请核对。`, places, {
    claimed: String(sum),
    computed: tenths ? '10' : '100',
    formula: `${formula} ≠ ${tenths ? 10 : 100}`,
  })
}
