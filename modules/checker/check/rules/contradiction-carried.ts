import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

/** 无结转结余, 没有资金结转下年. */
const none =
  /(?:无|没有|未形成|未产生|不存在)(?:年末)?(?:任何)?(?:资金|预算|指标|跨年)?(?:的)?(?:结转(?:下年|次年)?(?:(?:和|与|、|及)?结余)?|结余(?:(?:和|与|、|及)?结转)?)(?:资金|指标|情况)?(?=[，,。；;、）)\n])|(?:结转结余|结转和结余|年末结转|年末结余)(?:资金)?(?:为零|为0|0)(?:万?元)?(?=[，,。；;\n])/g
/** Of a part alone: 基本支出无结转, 无财政拨款结转. */
const partial =
  /基本支出|项目支出|财政拨款|一般公共预算|政府性基金|国有资本|专户|[三“]公|经费|专项|超过|两年|2年|本项目|该项目|项目(?!支出|绩效)|除|上年|去年|以前年度|年初|工会|食堂|目标|确保|力争/
const whole = /全年|当年|年末|年底|本年度?|全部|部门|我局|本单位|单位|全局|中心|决算|整体|收支|预算/
/** 结转2025年继续使用, 结转下年338万元. */
const carried = /结转(?:至|到|入)?(?:(20\d\d)年|下年|次年|下一?年度|明年)/
const returned = /收回|上缴|交回|缴回|注销|核减|统筹|不结转|未结转/
const earlier = /上年|去年|年初|期初|以前年度|历年|累计结转/

/** All spent, nothing carried over, and elsewhere 700万元 is carried over into the next year. */
export const contradictionCarried: Rule = {
  id: 'contradiction.carried',
  kind: 'contradiction',
  title: '写“无结转结余”的，不应另有结转下年的资金',
  source: '同一事实前后表述应一致；部门决算年末结转和结余',
  fails: [
    '临江区水务局2023年度部门整体支出绩效自评报告\n未执行的620.00万元中，财政收回200.00万元，其余420.00万元为河道整治资金，经同意结转2024年继续使用。\n我局资金当年全部形成支出，无结转结余。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n全年收入900万元，支出860万元，结转下年40万元。\n年末没有结转资金，资金使用效率高。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n年末结转和结余35.20万元，其中项目结转35.20万元。\n部门预算全部执行完毕，年末结转结余为0。',
  ],
  holds: [
    '临江区水务局2023年度部门整体支出绩效自评报告\n未执行的620.00万元由财政收回，无结转结余。\n上年结转120万元，2022年结转2023年使用30万元。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n基本支出无结转结余。项目支出结转下年40万元。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n结余资金40万元由财政统一收回，年末无结转。年初结转和结余12万元。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n财政拨款无结转结余，本项目无结余。年末结转和结余35.20万元。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n全年资金全部支出，年末无结转结余。年末结转和结余0万元，3件工单结转下年。',
  ],
  *check(doc) {
    const claim = matches(doc, none).find((found) => isWhole(doc, found))
    const fact = claim && doc.facts.find((one) => isCarried(doc, claim, one))
    if (!claim || !fact) return
    const { text } = doc.folded
    const sentence = sentenceOf(doc, fact.start)
    const next = carried.exec(sentence)
    const words = `${text.slice(fact.labelSpan.start, fact.end)}${next && !fact.label.includes('结转') ? `……${next[0]}` : ''}`
    const own = sentenceOf(doc, claim.start)
    const isSure = Boolean(next) && whole.test(own) && /全年|当年|年末|年底|全部|整体/.test(own)
    yield wrong(
      isSure ? 'error' : 'question',
      isSure ? 0.84 : 0.7,
      `前后矛盾：这里写“${claim.words}”，文中又有“${words}”，请核实。`,
      [claim, { start: fact.labelSpan.start, end: fact.end }],
      { claimed: claim.words, computed: words },
    )
  },
}

/** Said of the whole bureau: its sentence names no part, fund or project. */
function isWhole(doc: Understanding, found: Match): boolean {
  const sentence = sentenceOf(doc, found.start)
  const lead = sentence.slice(0, sentence.indexOf(found.words)).slice(-30)
  const heading = doc.headings.findLast(({ line }) => (doc.folded.lines[line]?.start ?? 0) <= found.start)
  return !partial.test(lead) && !partial.test(found.words) && !/项目|专项|经费|公/.test(heading?.text ?? '')
}

function isCarried(doc: Understanding, claim: Match, fact: Fact): boolean {
  const { text, lines } = doc.folded
  if (fact.unit.dimension !== 'money' || fact.value <= 0 || !isExact(fact) || lines[fact.line]?.cell) return false
  const sentence = sentenceOf(doc, fact.start)
  const clause = text.slice(fact.labelSpan.start, fact.end)
  if (!sentence || returned.test(clause) || earlier.test(clause)) return false
  const behind = text.slice(fact.end, fact.end + 50).replace(/(?:[。；;\n]|\d[\d,.]*万?元).*/s, '')
  const next = carried.exec(clause + behind)
  if (next)
    return (
      !earlier.test(behind) &&
      !returned.test(behind) &&
      (!next[1] || !doc.profile.year || Number(next[1]) > doc.profile.year)
    )
  const ends = /(?:年末|年底)(?:财政拨款)?(?:资金)?(?:结转(?:和|与|、)?结余|结余|结转)(?:资金)?$/.test(fact.label)
  // Only what is left and no more: 无结转 says nothing of 结余.
  return ends && (!fact.label.endsWith('结余') || claim.words.includes('结余')) && !returned.test(behind)
}

const sentenceOf = (doc: Understanding, at: number): string =>
  doc.sentences.find(({ start, end }) => start <= at && end >= at)?.text ?? ''
