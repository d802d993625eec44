import type { Span } from '../../read/reading.ts'
import type { Fact, Understanding } from '../../understand/index.ts'
import { once } from '../../understand/once.ts'
import { base } from '../../understand/quantities.ts'
import { comparable, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { wrong } from '../words.ts'

const named =
  '(?:年初|年度|全年|预期|计划|考核|绩效|既定|规定|设定|确定|下达|成本|控制|的|目标|指标|任务|要求)*(?:目标|指标|任务|要求|标准)(?:值|数)?'
const lead =
  '^(?:[（(][^（）()]{0,20}[）)])?[，,](?:但|也|均|都|已经?|全面|圆满|顺利|如期|按期|从而|并|超额|最终|与目标相比|该项(?:指标)?|仍|尚|略|均)*'
const ending = '(?=[，,。；;、）)\\n]|$)'
/** 93.54%，完成年初目标; a figure behind it says something else (完成目标的85%). */
const met = new RegExp(`${lead}(?:(?:完成|达到|实现|达成|符合|满足|优于)了?${named}|达标)${ending}`)
const missed = new RegExp(
  `${lead}(?:(?:未|没有|没能)(?:能)?(?:全部|如期|按期)?(?:完成|达到|实现|达成)(?:了)?(?:${named})?|未达标|不达标)${ending}`,
)
const above = new RegExp(`${lead}(?:高于|超过|超出|高出)了?${named}(?:[，,。；;\\n]|$|\\d)`)
const below = new RegExp(`${lead}(?:(?:低于|少于|不及)了?${named}|比${named}(?:低|少))(?:[，,。；;\\n]|$|\\d)`)
const claims = { met, missed, above, below } as const
type Claim = keyof typeof claims

/** What was to be reached stands in a paragraph that says so. */
const aims = /目标|指标|任务|计划|要求/
const setOut = /目标(?:为|是|值)?[：:]|目标[^。；]{0,12}(?:为|是|包括|如下)[：:]?|^[^。]{0,12}目标[。：:]/
const aimHeading = /目标(?:设定|设立|内容|情况|设置)?$/
const later = /下一步|改进|打算|建议|上年|去年|往年/
const otherTime = /上年|去年|往年|同期|20\d\d年|季度|上半年|下半年|月份|\d月|其中|标段|某/
const neutral =
  /^(?:全年|当年|本年度?|年度|全[区市县镇旗]|[我本][区市县镇局]|辖区|城区|实际|项目|其中|保持|确保|实现|达到|使|(?:19|20)\d{2}年(?:度)?)+/
const less =
  /下降|降低|减少|控制|压减|成本|投诉|时间|时长|时限|工期|天数|事故|浓度|返工|差错|平均用时|缩短|负债|能耗|支出|经费|费用|成灾率|损失率|流失率/
const beside = /^[，,][^，,。；;\d]{0,8}实际[^，,。；;\d]{0,10}$/
const LEAST_NAME = 4
const TELLING_NAME = 6

/** 道路保洁合格率不低于95% among the aims, and further on 道路保洁合格率93.54%，完成年初目标. */
export const contradictionTargetBefore: Rule = {
  id: 'contradiction.target-before',
  kind: 'contradiction',
  title: '写“完成目标”“未完成目标”的，应与前文所定的同一指标相符',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails: [
    '年初设定目标：管网巡查覆盖率不低于96%，水质抽检合格率≥98%。\n实际完成情况：抽检水样250份，水质抽检合格率97.20%，完成年初目标。',
    '年度目标：新建管网12公里，城区亮灯率达到97%以上。\n全年新建管网11公里，达到年度目标值；城区亮灯率97.6%，未达到目标。',
    '绩效指标包括：平均每公里养护成本不超过3.2万元，机械化清扫率≥90%。\n全区机械化清扫率为89.2%，达到年度目标值，该项指标得满分。',
    '主要指标为：病虫害成灾率不超过1%，群众满意度90%以上。\n病虫害成灾率1.3%，达到目标要求。群众满意度93.1%，低于目标值3.1个百分点。',
    '主要指标为：农户满意度≥88%，居民医保参保率98%以上。\n3.农户满意度。回收问卷500份，满意460份，满意度92.00%，比目标值低4个百分点。\n居民基本医疗保险参保率98.60%，与目标相比未完成。',
    '4.成本指标。工程总成本控制在326万元以内，实际成本310.48万元，未达到成本控制目标。',
    '（二）项目绩效目标\n水质综合抽检合格率达到98%以上。\n二、完成情况\n全年检测120批次，水质综合抽检合格率为97.2%，圆满完成目标任务。',
  ],
  holds: [
    '全面完成目标任务，水质抽检合格率达到98%以上。\n3月水质抽检合格率97.20%。全年水质抽检合格率97.60%，达到目标。',
    '4.成本指标。工程总成本控制在326万元以内，实际成本310.48万元，达到成本控制目标。平均处置不超过6小时，实际用时8小时，未达到目标要求。',
    '年初设定目标：管网巡查覆盖率不低于96%，水质抽检合格率≥98%。\n实际完成情况：抽检水样250份，水质抽检合格率98.40%，完成年初目标。管网巡查覆盖率95%，未完成目标。',
    '年初设定目标：水质抽检合格率≥98%，绿化养护面积120万平方米。\n一季度水质抽检合格率97%，完成年初目标的99%。绿化养护面积60万平方米，完成目标的50%。',
    '主要指标为：病虫害成灾率不超过1%。\n病虫害成灾率0.8%，低于目标值，上年病虫害成灾率1.3%，达到目标要求。',
    '年初目标：一级道路清扫合格率≥98%，二级道路清扫合格率≥95%。\n二级道路清扫合格率96%，达到目标。',
    '甲项目年初目标：工程验收合格率≥98%。\n乙项目年初目标：工程验收合格率≥95%。\n乙项目工程验收合格率96%，达到年初目标。',
    '下一步打算：明年目标水质抽检合格率≥98%。\n水质抽检合格率97.20%，完成目标。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences)
      for (const actual of sentence.facts) {
        const outcome = held(doc, actual)
        if (outcome) yield outcome
      }
  },
}

const begins =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]*)+([\p{Script=Han}]{2,8}(?:满意度|满意率))[。：（(，]/u
function nameOf(doc: Understanding, { label, line }: Fact): string {
  const name = label
    .replace(neutral, '')
    .replace(/(?:实际|完成|达到?|保持在|控制在|为|应)+$/, '')
    .replace(/(?:基本)?医疗保险/, '医保')
  // 3.居民满意度。……满意度91.56%: of those the paragraph is about.
  const whose = /^满意[度率]$/.test(name) && begins.exec(doc.line(line))?.[1]
  return whose || name
}

/** 合格率达到95%以上 may be what was reached; 不低于95% is an aim. */
const isLoose = ({ folded: { text } }: Understanding, { digits, end }: Fact): boolean =>
  /以[上内下]|之内/.test(text.slice(digits.end, end))

const within = (inner: Span, { start, end }: Span): boolean => inner.start >= start && inner.end <= end

/** What is told to be the aim, by the name of the figure. */
const targetsOf = once((doc: Understanding): Map<string, Fact[]> => {
  const found = new Map<string, Fact[]>()
  const plans = sectionsOn(doc, later)
  const under = sectionsOn(doc, aimHeading)
  for (const sentence of doc.sentences) {
    const paragraph = doc.line(sentence.line)
    if (plans.some((plan) => within(sentence, plan))) continue
    if (/下一步|明年|下年|上年目标|去年/.test(sentence.text)) continue
    const isSet = setOut.test(paragraph) || under.some((section) => within(sentence, section))
    if (!isSet && !aims.test(paragraph)) continue
    for (const fact of sentence.facts) {
      const name = nameOf(doc, fact)
      if (name.length < LEAST_NAME || fact.approximate || fact.range || !(isSet || (fact.bound && !isLoose(doc, fact))))
        continue
      found.set(name, [...(found.get(name) ?? []), fact])
    }
  }
  return found
})

function claimBehind({ folded: { text } }: Understanding, { end }: Fact): [Claim, string] | undefined {
  const words = text.slice(end, end + 60)
  for (const claim of ['met', 'missed', 'above', 'below'] as const) {
    const found = claims[claim].exec(words)?.[0]
    if (found) return [claim, found.replace(/^[，,]|[，,。；;\n\d]$/g, '')]
  }
  return undefined
}

function held(doc: Understanding, actual: Fact): Outcome | undefined {
  const { text } = doc.folded
  if (
    actual.bound ||
    actual.approximate ||
    actual.range ||
    !['percent', 'count', 'area', 'length', 'mass', 'money'].includes(actual.unit.dimension)
  )
    return undefined
  const said = claimBehind(doc, actual)
  const name = nameOf(doc, actual)
  if (!said) return undefined
  const sentence = doc.sentences.find(({ start, end }) => start <= actual.start && end >= actual.end)
  const own = (sentence?.facts ?? []).filter((fact) => fact.start < actual.start && comparable(fact, actual))
  const bound = own.find((fact) => fact.bound || aims.test(fact.label))
  // 总成本控制在326万元以内，实际成本310万元，未达到控制目标: its own target, right before it.
  const isBeside = bound?.bound && bound === own.at(-1) && beside.test(text.slice(bound.end, actual.start))
  // 满意度：目标值≥90%，满意度88.60%，达到年初目标 is read elsewhere.
  if (bound && (!isBeside || aims.test(text.slice(sentence?.start, bound.start)))) return undefined
  const [target, ...others] = bound ? [bound] : (targetsOf(doc).get(name) ?? []).filter((fact) => fact !== actual)
  if (!target || target.start > actual.start || (target.line === actual.line && !bound)) return undefined
  if (!comparable(target, actual) || others.some((fact) => base(fact) !== base(target) && fact.bound)) return undefined
  const clause = text.slice(Math.max(0, actual.start - 30), actual.start).replace(/^.*[，,。；;\n]/s, '')
  if (otherTime.test(clause) || (!target.bound && (less.test(name) || target.unit.dimension === 'money')))
    return undefined
  const [claim, words] = said
  if (fits(claim, base(actual), base(target), target.bound ?? 'least')) return undefined
  const sign = target.bound === 'most' ? '≤' : '≥'
  const isSure =
    (Boolean(bound) || name.length >= TELLING_NAME) && Boolean(target.bound) && (claim === 'met' || claim === 'missed')
  return wrong(
    isSure ? 'error' : 'question',
    isSure ? 0.86 : 0.74,
    `前后矛盾：“${name}”此前定的目标是${aimOf(text, target)}，这里实际${printed(text, actual)}，却写“${words}”。`,
    [{ start: actual.labelSpan.start, end: actual.end + words.length + 1 }, target],
    {
      ...(claim === 'met' && target.bound ? { kind: 'threshold' as const } : {}),
      claimed: words,
      computed: printed(text, target),
      formula: `${printed(text, actual.digits)} ${fits('met', base(actual), base(target), target.bound ?? 'least') ? sign : sign === '≥' ? '<' : '>'} ${printed(text, target.digits)}`,
    },
  )
}

const aimOf = (text: string, target: Fact): string => {
  const words = printed(text, target)
  return /以[上内下]|之内|[≥≤<>]/.test(words) || !target.bound
    ? words
    : `${target.bound === 'most' ? '不超过' : '不低于'}${words}`
}

function fits(claim: Claim, actual: number, target: number, bound: 'least' | 'most'): boolean {
  const isMet = bound === 'least' ? actual >= target : actual <= target
  if (claim === 'met') return isMet
  if (claim === 'missed') return !isMet
  return claim === 'above' ? actual >= target : actual <= target
}
