import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { clauseAround, clauseStart, isOfOtherYear, sentenceBefore } from '../clauses.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { lineAt, type Match, matches, wrong } from '../words.ts'

/** What may be said not to be, and how its clause tells of it elsewhere: # stands for the number of it. */
interface Matter {
  denied: RegExp
  told: RegExp
  /** Not when the clause that tells of it says so: it is another's, or over. */
  apart?: RegExp
  /** The sorts of it: one denied is told of as that same sort. */
  sorts?: RegExp
}

const matters: readonly Matter[] = [
  {
    denied: /(?:无|没有|不存在|未出现|未发生)(?:一[件起]|任何|跨年度?|历史遗留|长期|重点|的)*信访(?:积案|老案)/g,
    told: /(?:尚|仍|还|未)[^#]{0,6}#[^#]{0,16}积案|#[^#]{0,16}积案[^#]{0,4}(?:尚|仍|未)|积案[^#]{0,6}#[^#]{0,4}(?:尚|仍|未)|未[^#]{0,4}积案[^#]{0,2}#/,
  },
  {
    denied:
      /(?:无|没有|不存在|未出现)(?:一[件起]|任何)?(?:未结|未办结|积压)(?:的)?(?:案件|工单|事项|投诉|信访件|诉求)/g,
    told: /(?:尚|仍|还)有#[^#]{0,12}(?:未结|未办结|没有办结|积压)|(?:未结|未办结|积压)(?:的)?\p{Script=Han}{0,4}#/u,
    sorts: /案件|工单|事项|投诉|信访件|诉求/g,
  },
  {
    denied:
      /(?:无|没有|不存在|未发生|未出现|未)(?:任何)?(?:拖欠|欠付)(?:\p{Script=Han}{0,8}(?:工资|薪|工程款|货款|账款|养护费|服务费|款项|企业款|费用))?/gu,
    told: /(?:拖欠|欠付|尚欠)[^#]{0,20}#/,
    apart: /追|督促|化解|查处|协调|清欠|清偿|案|投诉|帮|问题|企业拖欠|施工单位拖欠|公司拖欠|偿还|已付/,
    sorts: /工资|薪|工程款|货款|账款|养护费|服务费/g,
  },
  {
    denied:
      /(?:无|没有|不存在|未发生|未)(?:任何)?(?:银行|对外|外部)?(?:借款|贷款|举债)(?=[，,。；;、和或及]|情况|余额|事项)/g,
    told: /(?:借款|贷款|借入|举债)(?:余额|金额|资金)?[为共计]{0,2}#/,
    apart: /归还|偿还|个人|职工|应收|备用|企业|农户|居民|贷款贴息|公积金|发放/,
    sorts: /对外/g,
  },
  {
    denied:
      /(?:无|没有|不存在|未)(?:使用|聘用|招用|招聘|配备|自行)?(?:编外|临聘|劳务派遣|合同制|聘用制|聘用)(?:人员|用工|职工|工作人员|工人|辅助人员)/g,
    told: /(?:编外|临聘|劳务派遣|合同制|聘用)[\p{Script=Han}（]{0,8}#(?![^#]{0,6}(?:元|次))|#(?:为|是|系)?(?:编外|临聘|劳务派遣|合同制|聘用制?人员)/u,
    apart: /中心|大队|支队|下属|二级|所属|公司|企业|承包|外包|中标|清退|解聘|减少|核减|压减|培训/,
    sorts: /编外|临聘|劳务派遣|合同制|聘用/g,
  },
  {
    denied:
      /(?:未|没有|无)(?:收到|接到|发生)?(?:任何|一件|一起|群众|信访|实名|违纪|违规|违法|廉政|作风|问题|线索|的)*举报/g,
    told: /(?:收到|接到|受理|发生)[^#]{0,10}举报[^#]{0,4}#|(?:收到|接到|受理|发生)[^#]{0,6}#[^#]{0,8}举报/,
    sorts: /实名|违纪|违规|违法|廉政|作风/g,
  },
  {
    denied:
      /(?:未|没有|无)(?:发生|出现|被提起|被申请|一[件起]|任何|的|过)*(?:行政)?(?:复议|诉讼)(?:案件|事项|申请|情况)?(?=[，,。；;、\n和及或])(?![、和及或](?:行政)?诉讼[^，,。；;]{0,4}(?:败诉|撤销|纠错))/g,
    told: /(?:行政|被申请|被提起)(?:复议|诉讼)(?:案件|申请)?[共为]{0,2}#|提起(?:行政)?(?:复议|诉讼)的?#|#(?:行政)(?:复议|诉讼)/,
    apart: /代理|法律援助|申请人民法院|强制执行/,
    sorts: /复议|诉讼/g,
  },
  {
    denied:
      /(?:未|没有|无)(?:发生|出现|一[件起]|任何|过|因|的|案件|行政|复议|被|撤销|纠错|变更|诉讼|[、，或和及])*败诉/g,
    told: /败诉(?:案件|的)?[为共有]{0,2}#|#[^#]{0,4}(?:被判|判决)?败诉/,
    apart: /胜诉/,
  },
]

const aimed = /目标|确保|力争|争取|努力|要求|应|须|需|杜绝|防止|避免|严防|承诺|预期|计划|如|若|公示|期间/
const unlike = /未|无|没有|零|目标|不超过|控制|上年|去年|往年|同期|较|比|拟|将|全省|全国|以上|已于|目前已/
const partial = /项目|标段|机关|本级|其他|其余|除/
const planned = /下一步|改进|打算|建议|目标设定|年初目标|目标设立/
const few = /[一二两三四五六七八九十][件起名](?=\p{Script=Han})/gu

/** No old case is left open, and two are; none of a third party is hired, and one is paid. */
export const contradictionNoneTold: Rule = {
  id: 'contradiction.none-told',
  kind: 'contradiction',
  title: '写“没有”“无一件”的，不应另有同一事项的数量',
  source: '同一事实前后表述应一致',
  fails: [
    '信访工作扎实，全年无跨年度信访积案。\n存在的问题：仍有3件征地信访积案未化解。',
    '历史遗留问题全部解决，没有一件信访积案。\n还有两件信访积案没有化解。',
    '截至年底，无未结工单。\n全年受理工单560件，年末未办结工单14件。',
    '严格合同履约，不存在拖欠工程款情况。\n截至年末，因资金未到位，尚欠施工单位工程款36.5万元。',
    '我局无银行借款，财务风险可控。\n其他说明：年末借款余额120万元。',
    '我单位未聘用编外人员。\n现有在编人员21人，编外人员9人。',
    '行风建设持续向好，未收到群众举报。\n全年收到群众举报6件，均已核查。',
    '全年没有发生行政复议、行政诉讼案件。\n全年行政复议3件，均予维持。',
    '执法规范，无行政诉讼败诉案件。\n应诉行政诉讼4件，其中败诉1件。',
    '本次绩效自评由局机关自行完成，未聘请第三方机构。\n我局委托平川正信会计师事务所作为第三方机构对重点项目实施评价，支付评价费3.2万元。',
    '自评工作没有委托中介机构，未发生评价费用。\n全年支付绩效评价费2.6万元。',
  ],
  holds: [
    '全年无跨年度信访积案。上年有3件信访积案未化解。化解信访积案3件。',
    '截至年底，无未结工单。年末未结案件12件，均在法定期限内。',
    '不存在拖欠农民工工资情况。督促企业支付拖欠的农民工工资36.5万元。尚欠施工单位工程款36.5万元。',
    '我局无银行借款。归还借款余额120万元。职工个人借款0.5万元。',
    '局机关无编外人员。所属环卫中心编外人员90人。编外人员0人。',
    '公示期间未收到群众举报。全年收到群众举报6件。未收到违纪举报，受理举报215件。',
    '全年案件未发生行政复议被撤销、行政诉讼败诉情形，申请行政复议7件，行政诉讼2件，均胜诉。',
    '没有行政复议被撤销、行政诉讼败诉案件。行政复议3件，均予维持。',
    '本次绩效自评自行完成，未聘请第三方机构。满意度调查委托第三方机构开展，支付调查费3.2万元。财政局委托第三方机构对我局开展重点评价。',
    '本次自评未聘请第三方机构。2024年拟委托第三方机构开展绩效评价。上年委托第三方机构实施绩效评价，支付评价费2万元。',
  ],
  *check(doc) {
    const plans = sectionsOn(doc, planned)
    const isTold = ({ start, end }: Span) => !plans.some((plan) => start >= plan.start && end <= plan.end)
    for (const matter of matters) {
      const claims = matches(doc, matter.denied).filter((place) => isTold(place) && isClaim(doc, place))
      if (!claims.length) continue
      const told = quantities(doc).filter((place) => isTold(place) && tells(doc, place, matter))
      for (const claim of claims) {
        const place = told.find((place) => isOther(claim, place) && isSame(doc, claim, place, matter))
        if (!place) continue
        yield against(doc, claim, place)
        break
      }
    }
    yield* thirdParty(doc, isTold)
  },
}

function against(doc: Understanding, claim: Span, place: Span): Outcome {
  const { text } = doc.folded
  const [said, told] = [clauseAround(text, claim), clauseAround(text, place)]
  const from = clauseStart(text, place.start)
  return wrong(
    'question',
    0.72,
    `前后不一：这里写“${said}”，文中又有“${told}”，请核实。`,
    [claim, { start: from, end: from + told.length }],
    { claimed: said, computed: told },
  )
}

function isClaim(doc: Understanding, place: Match): boolean {
  const { text } = doc.folded
  const lead = text.slice(clauseStart(text, place.start), place.start)
  return !aimed.test(lead) && !partial.test(lead) && !isOfOtherYear(doc, place.start)
}

const isOther = (one: Span, other: Span) => one.end <= other.start || other.end <= one.start

const quantities = (doc: Understanding): Span[] => [
  ...doc.facts.filter(
    (fact) => /count|money/.test(fact.unit.dimension) && fact.value > 0 && isExact(fact) && !isCell(doc, fact),
  ),
  ...matches(doc, few),
]
const isCell = (doc: Understanding, { start }: Span) => Boolean(doc.folded.lines[lineAt(doc, start)]?.cell)

/** The clause with # for its number. */
function tells(doc: Understanding, place: Span, { told, apart }: Matter): boolean {
  const { text } = doc.folded
  const from = clauseStart(text, place.start)
  const lead = text.slice(from, place.start)
  const words = `${lead}#${text.slice(place.end, from + clauseAround(text, place).length)}`
  if (!told.test(words) || apart?.test(words) || isOfOtherYear(doc, from)) return false
  return !unlike.test(words.replace(/[未没有]{1,3}(?:能|予|化解|办结|结|付|支付|妥善|解决|完成)+/g, ''))
}

function isSame(doc: Understanding, claim: Match, place: Span, { sorts }: Matter): boolean {
  const denied = sorts && claim.words.match(sorts)
  if (!denied) return true
  const told = clauseAround(doc.folded.text, place)
  return denied.some((sort) => told.includes(sort))
}

const hiredNone =
  /(?:没有|未|无)(?:聘请|委托|引入|邀请|借助|购买|请)(?:过|任何)?(?:社会)?(?:第三方|中介)|(?:没有|未|无)(?:发生|产生|支付|支出)(?:过|任何|第三方|绩效)*评价(?:费|经费)/g
const hired =
  /(?:委托|聘请|引入|邀请)[^，。；\n]{0,24}第三方|支付[^，。；\n]{0,8}评价费[^，。；\n]{0,3}\d|发生[^，。；\n]{0,6}评价费[^，。；\n]{0,3}\d/g
const ofEvaluation = /自评|绩效评价|评价|绩效/
const ofOther =
  /调查|测评|检测|审计|监理|监测|测绘|造价|预算评审|结算|考核|巡查|财政局|财政部门|人大|市局|省厅|上级|拟|将|可|计划|建议|探索/

/** Of the evaluation itself: a survey or a test is another matter, and so is what the treasury has evaluated. */
function* thirdParty(doc: Understanding, isTold: (place: Span) => boolean): Generator<Outcome> {
  const { text } = doc.folded
  const claim = matches(doc, hiredNone).find(
    (place) => isTold(place) && isClaim(doc, place) && ofEvaluation.test(sentenceAround(doc, place)),
  )
  if (!claim) return
  const place = matches(doc, hired).find((place) => {
    const from = clauseStart(text, place.start)
    const words = text.slice(from, place.end + 40).replace(/[。；\n].*$/s, '')
    return (
      isTold(place) &&
      isOther(claim, place) &&
      !ofOther.test(words) &&
      /评价/.test(words) &&
      !isOfOtherYear(doc, place.start)
    )
  })
  if (place) yield against(doc, claim, place)
}

const sentenceAround = (doc: Understanding, { start, end }: Span): string =>
  sentenceBefore(doc, start) + doc.folded.text.slice(start, end + 30).replace(/[。\n].*$/s, '')
