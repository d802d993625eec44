import type { Span } from '../../read/reading.ts'
import { every } from '../../understand/every.ts'
import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { clauseAround, clauseStart, isOfOtherYear, sentenceBefore } from '../clauses.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { lineAt, type Match, matches, wrong } from '../words.ts'

/** 未发生安全责任事故, 没有收到群众投诉. */
const none =
  /(?:未|没有|无)(?:再)?(?:发生|出现|收到|接到)(?:过|任何|一起|一例|一件)*([\p{Script=Han}、“”]{0,20}?(事故|投诉|火灾|中毒|上访|舆情|伤亡))|安全无(事故)(?=[，,。；;、\n])|无([安质责生]\p{Script=Han}{1,7}?(事故))(?=[，,。；;、\n])/gu
/** 实现安全生产零事故, 安全事故零发生. */
const zero = /(?:零(事故|投诉|火灾|中毒|上访|舆情|伤亡))|(?:(事故|投诉|火灾|上访|舆情)(?:为零|零发生|0起|0件))/g
/** 无超期办结, 零逾期, 没有挪用: of what should not be. */
const clean =
  /(?:(?:未|没有|无|不存在)(?:发现|发生|出现|存在)?(?:任何)?[^，,。；;\n\d]{0,16}?|零)(挪用|挤占|截留|套取|虚列|超期|逾期|超时)/g

/** 一起: such small numbers are no quantities elsewhere. */
const few = /[一二两三四五六七八九][起例次](?=[\p{Script=Han}]{0,20}(?:事故|投诉|火灾|中毒|上访|舆情|伤亡))/gu

/** What makes an accident a rarer one: then only such a one is against it. */
const rarer =
  /重大|较大|特大|恶性|严重|死亡|亡人|以上|区域|群体|负面|有责|有效|越级|集体|进京|赴省|大规模|大面积|人为|因|造成/g
const sorts = /安全|生产|责任|质量|交通|消防|环境|污染|食品|施工|服务|廉|医疗|网络|环卫|保洁|供水|燃气|信访/g
const happened = /发生|出现|造成|引发|导致|收到|接到|受理|存在/
const otherwise =
  /未|无|没有|零|防|避免|杜绝|处置|处理|救援|演练|调解|查处|查办|排查|追回|纠正|目标|不超过|控制|(?:较|比)(?:上|去|20)|上年|去年|往年|同期|培训|宣传|案例|全国|全省|外省/
const aimed = /目标|确保|力争|争取|努力|要求|应当?|须|需|杜绝|防止|避免|严防|承诺|预期|计划|如|若/
const whole = /全年|年内|当年|本年度?|(?:19|20)\d{2}年度?(?:全年|我|区|市|县|中心|未|没)/
const partial = /项目|工程|标段|施工|期间|活动|汛期|假期|节日|现场/
const area = /全[区市县镇省]|辖区|企业|行业|道路|社会/
const planned = /下一步|改进|打算|建议|目标设定|年初目标|目标设立/

/** None happened in the year, and elsewhere one is told of. */
export const contradictionNone: Rule = {
  id: 'contradiction.none',
  kind: 'contradiction',
  title: '写“未发生”“零事故”“无超期”的，不应另有同一事项的数量',
  source: '同一事实前后表述应一致',
  fails: [
    '2023年全年未发生供水安全责任事故，实现安全生产零事故。\n存在的问题：2023年7月，因巡查不到位发生1起管线挖断的责任事故，赔偿1.3万元。',
    '年内没有发生一起消防火灾事故。\n安全管理有漏洞，11月仓库出现1次火灾事故。',
    '2023年全年无安全责任事故，运行平稳。\n存在的问题：因操作不当发生2起安全事故。',
    '全年未收到服务投诉。\n全年收到服务投诉6件，均已办结。',
    '全年工单无超期办结情况。\n受理工单320件，其中超期办结12件。',
    '资金使用合规，不存在截留、挤占、挪用现象。\n审计发现挪用专项资金3.6万元。',
    '全年安全生产形势平稳，未发生安全生产责任事故。\n6月泵站发生一起安全生产责任事故，造成直接损失3万元。',
    '全年实现零上访。\n存在不足：发生上访事件2起。',
  ],
  holds: [
    '全年未发生一起安全生产责任事故，杜绝一起安全责任事故。上年发生一起安全责任事故。',
    '全年未发生重大安全责任事故。\n7月发生1起一般安全事故。',
    '2023年全年未发生安全责任事故。\n上年发生1起安全责任事故。2022年发生2起安全责任事故。',
    '全年未发生安全责任事故，服务对象有效投诉3件，全部办结。应急处置安全事故12起。',
    '确保全年未发生安全责任事故，目标为零事故。\n7月发生1起安全责任事故。',
    '全年受理投诉320件，未发生因执法不当引发的投诉。全年未发生有责投诉，收到市民投诉12件。',
    '全年工单无超期办结情况。\n办理工单320件，平均用时2天，超期0件。上年超期12件。',
    '不存在截留、挤占、挪用现象。查处挪用行为3起，追回被挪用资金3.6万元。',
    '未发生因燃气泄漏造成的伤亡。全年出现人员伤亡1人。案件无超期，超期气瓶更换12只。',
  ],
  *check(doc) {
    const plans = sectionsOn(doc, planned)
    const isTold = ({ start, end }: Span) => !plans.some((plan) => start >= plan.start && end <= plan.end)
    const seen = new Set<string>()
    for (const found of claims(doc)) {
      const outcome = isTold(found.place) && !seen.has(found.noun) ? against(doc, found, isTold) : undefined
      if (outcome) seen.add(found.noun)
      if (outcome) yield outcome
    }
  },
}

interface Claim {
  place: Match
  noun: string
  /** From the stop before it to the one behind. */
  clause: string
  words: string
}

function claims(doc: Understanding): Claim[] {
  const { text } = doc.folded
  return [...matches(doc, none), ...matches(doc, zero), ...matches(doc, clean)].flatMap((place) => {
    const clause = clauseAround(text, place)
    const lead = clause.slice(0, place.start - clauseStart(text, place.start))
    if (aimed.test(lead) || isOfOtherYear(doc, place.start)) return []
    const own = place.groups.findLast((group) => group) ?? ''
    // 不存在截留、挤占、挪用: several at once.
    const nouns = listed.test(own) ? every(clause, misuses).map(([noun]) => noun) : [own]
    return nouns.map((noun) => ({ place, noun, clause, words: place.words }))
  })
}
const listed = /挪用|挤占|截留|套取|虚列/
const misuses = /挪用|挤占|截留|套取|虚列/g

function against(doc: Understanding, claim: Claim, isTold: (place: Span) => boolean): Outcome | undefined {
  const counted =
    doc.facts.find((fact) => isTold(fact) && isOf(claim.noun, fact) && contradicts(doc, claim, fact)) ??
    matches(doc, few).find((place) => isTold(place) && contradicts(doc, claim, place))
  if (!counted) return undefined
  const { text } = doc.folded
  const from = clauseStart(text, counted.start)
  const clause = clauseAround(text, counted)
  const isSure =
    /事故|火灾|中毒/.test(claim.noun) &&
    whole.test(sentenceBefore(doc, claim.place.start) + claim.clause) &&
    !partial.test(claim.clause) &&
    (!area.test(clause) || area.test(claim.clause))
  return wrong(
    isSure ? 'error' : 'question',
    isSure ? 0.84 : 0.7,
    `前后矛盾：这里写“${claim.words}”，文中又有“${clause}”，请核实。`,
    [claim.place, { start: from, end: from + clause.length }],
    { claimed: claim.words, computed: clause },
  )
}

/** Of misuse also the money is told. */
const isOf = (noun: string, fact: Fact): boolean =>
  (fact.unit.dimension === 'count' || (fact.unit.dimension === 'money' && listed.test(noun))) &&
  fact.value > 0 &&
  isExact(fact)

function contradicts(doc: Understanding, { place, noun, clause: said }: Claim, fact: Span): boolean {
  const { text, lines } = doc.folded
  if (lines[lineAt(doc, fact.start)]?.cell || (fact.start < place.end && place.start < fact.end)) return false
  const clause = clauseAround(text, fact)
  if (!clause.includes(noun) || otherwise.test(clause) || isOfOtherYear(doc, fact.start)) return false
  const [lead, rest] = [text.slice(clauseStart(text, fact.start), fact.start), text.slice(fact.end, fact.end + 20)]
  const isCounted = (happened.test(lead) && rest.replace(/[，,。；;\n].*/s, '').includes(noun)) || countedOf(lead, noun)
  return isCounted && isSameSort(said, clause, noun)
}

/** 安全责任事故2起, 超期办结12件, 挪用专项资金3.6万元. */
const countedOf = (lead: string, noun: string): boolean => {
  const at = lead.lastIndexOf(noun)
  return at >= 0 && lead.length - at - noun.length <= (listed.test(noun) ? 10 : 6)
}

/** A rarer kind is contradicted by one of that kind, a kind by one that shares its name. */
function isSameSort(claim: string, clause: string, noun: string): boolean {
  const wordsOf = (text: string, pattern: RegExp) => every(text, pattern).map(([word]) => word)
  const [rare, sort] = [wordsOf(claim, rarer), /火灾|中毒/.test(noun) ? [] : wordsOf(claim, sorts)]
  if (!rare.every((word) => clause.includes(word))) return false
  // 零投诉 alone may be of anything, and complaints are what such a bureau works on.
  if (!sort.length) return noun !== '投诉' && !/超期|逾期|超时/.test(noun) ? true : shared(claim, clause, noun)
  return sort.some((word) => clause.includes(word))
}

/** 工单无超期办结, 超期办结12件: the two letters behind or before it are the same. */
function shared(claim: string, clause: string, noun: string): boolean {
  const [one, other] = [claim, clause].map((words) => words.slice(words.indexOf(noun) + noun.length).slice(0, 2))
  return Boolean(one && one.length === 2 && one === other) || (noun !== '投诉' && /^[零无]/.test(claim))
}
