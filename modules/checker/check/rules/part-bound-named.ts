import { every } from '../../understand/every.ts'
import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, isCounted, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'

const opening = /[中里](?:[，,：:]|有(?=\p{Script=Han}))/gu
const again = new RegExp(opening.source, 'u')
/** 工作中, 检查中: the course of a thing, and no whole. */
const course =
  /(?:工作|过程|活动|检查|行动|执法|期间|建设|管理|整治|排查|调查|会议|考核|评价|评审|自评|实施|运行|使用|巡查|审核|审计|监督|服务|实践|其)$/
const leading = /^(?:在|上述|以上|前述|这些|该|全部|所有|从|我局|我单位|全局|全市|全县|全区)+/
/** Another matter, another time, or people who are not of it. */
const stops =
  /另|此外|同时|还[有将]|退休|编外|外聘|聘用|派遣|临时|借调|遗属|上年|去年|目标|计划|任务|累计|每|均|共|合计/
/** Counted more than once: 参加培训58人, 出动120人. */
const repeated = /出动|参加|参训|培训|接待|发放|慰问|检查|巡查/

/** 事业编制人员186人。事业编制人员中，管理岗位58人……: named anew, it is the whole of what follows. */
export const partBoundNamed: Rule = {
  id: 'part-bound.named',
  kind: 'part-bound',
  title: '“某某中”所列各项不大于前文的某某数',
  source: '部门决算报表“其中”项审核关系：其中数不大于合计数',
  fails: [
    '年末在岗职工96人，离岗退养5人。在岗职工中，大专以上学历108人，占比较高。',
    '全镇登记养殖户340户。上述养殖户中：规模养殖户52户，散养户388户，其余已退养。',
    '现管护公园28座、公厕64座。64座公厕中，一类公厕74座。',
    '核定编制120名，实有112人。实有人员里，本科以上学历126人，其余为大专及以下。',
    '全年受理信访件215件。在受理的信访件中，环境类312件、物业类60件。',
  ],
  holds: [
    '年末在岗职工96人，离岗退养5人。在岗职工中，大专以上学历88人，另聘用辅助人员130人。',
    '全镇登记养殖户340户。上述养殖户中：规模养殖户52户，散养户288户，退养户较上年增加400户。',
    '现管护公园28座、公厕64座。公厕中，一类公厕24座。专项检查12次。专项检查中，夜查24次。',
    '行政人员26人，事业人员86人。行政人员中，处级8人，科级18人，事业人员中，专业技术岗位60人。',
    '执法车辆12辆。全局车辆38辆。车辆中，新能源车20辆。整改点位32个。整改中，新发现点位46个。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences)
      for (const { index, 0: words } of every(sentence.text, opening))
        yield* outcomes(doc, sentence, sentence.start + index, words.length)
  },
}

function* outcomes(doc: Understanding, sentence: Sentence, at: number, length: number): Generator<Outcome> {
  const { text } = doc.folded
  const wholes = wholesAt(doc, sentence, at)
  const most = wholes.reduce((one, other) => (base(other) > base(one) ? other : one), wholes[0] as Fact)
  if (!most) return
  const parts = partsBehind(doc, sentence, at + length, most)
  for (const [index, part] of parts.entries()) {
    const places = [part, most]
    const [one, whole] = [printed(text, part), printed(text, most)]
    if (base(part) <= base(most)) {
      yield { verdict: 'consistent', formula: `${one} ≤ ${whole}`, places }
      continue
    }
    const sure = !repeated.test(part.label) && (index === 0 || isClosed(text, parts, sentence))
    yield {
      verdict: 'wrong',
      severity: sure ? 'error' : 'question',
      certainty: sure ? 0.88 : 0.6,
      message: `“${part.label}”写为 ${one}，大于其所属的“${nameOf(most)}”${whole}；部分不能大于整体。`,
      formula: `${one} > ${whole}`,
      claimed: one,
      computed: `不大于 ${whole}`,
      places,
    }
    return
  }
}

const nameOf = ({ label, object }: Fact): string => (label.length > 1 ? label : object || '总数')

/** The figures of what is named: 64座公厕中 has its own; otherwise every one told under that name. */
function wholesAt(doc: Understanding, sentence: Sentence, at: number): Fact[] {
  const { text } = doc.folded
  const clause = clauseBefore(text, sentence, at)
  const own = sentence.facts.findLast(({ start, end }) => end <= at && start >= at - clause.length)
  if (own) {
    const behind = text.slice(own.end, at)
    return /^\p{Script=Han}{2,12}$/u.test(behind) && !course.test(behind) && isWhole(own) ? [own] : []
  }
  const name = plain(clause.replace(leading, ''))
  if (name.length < 2 || course.test(name)) return []
  const named = doc.facts.filter((fact) => isWhole(fact) && isNamed(fact, name))
  return named.some(({ line, end }) => line === sentence.line && end <= at) ? named : []
}

/** The words of its clause: 在受理的信访件. */
function clauseBefore(text: string, { start }: Sentence, at: number): string {
  const words = text.slice(Math.max(start, at - LONGEST_NAME), at)
  return words.slice(words.search(/[^，,、；：:（）()]*$/))
}

const LONGEST_NAME = 20
const plain = (words: string): string => words.replace(/[的所已了之当“”"]/g, '')

/** A name of two signs is the name, and not what another ends in. */
const isNamed = ({ label, object }: Fact, name: string): boolean => {
  const words = plain(label).replace(/^[实现]$/, '$&有')
  // 实有112人。实有人员中
  if (words.length > 1 && name.startsWith(words) && /^(?:人员|职工|人数)$/.test(name.slice(words.length))) return true
  return words.endsWith(name) || (words.length >= 3 && name.endsWith(words)) || plain(object).startsWith(name)
}

/** Rounds and meetings are counted in each other; things and people are not. */
const isWhole = (fact: Fact): boolean =>
  isCounted(fact) &&
  isExact(fact) &&
  base(fact) > 1 &&
  !isComparison(fact) &&
  !/^(?:次|场|轮|期|批|批次|场次|人次)$/.test(fact.unit.word) &&
  !/目标|计划|任务|上年|去年|新增|减少|每|均/.test(fact.label)

/** What is told of it to the end of the clause, outside of brackets, as far as it goes on about it. */
function partsBehind(doc: Understanding, { facts, end }: Sentence, from: number, whole: Fact): Fact[] {
  const { text } = doc.folded
  const words = text.slice(from, end)
  const stop = words.search(/[；;]/)
  const to = stop < 0 ? end : from + stop
  const parts: Fact[] = []
  let last = from
  for (const fact of facts.filter(({ start, end }) => start >= from && end <= to)) {
    const lead = text.slice(last, fact.start)
    const next = text.slice(fact.end, fact.end + 1)
    if (stops.test(lead) || again.test(lead) || next === '中' || isComparison(fact) || isTold(doc, fact)) break
    last = fact.end
    if (isInside(text.slice(from, fact.start)) || !comparable(fact, whole)) continue
    if (!isExact(fact)) break
    parts.push(fact)
  }
  return parts
}

const isInside = (words: string): boolean => (words.match(/[（(]/g)?.length ?? 0) > (words.match(/[）)]/g)?.length ?? 0)

/** The figure stands elsewhere under the same name: it is a whole of its own. */
const isTold = ({ facts }: Understanding, fact: Fact): boolean =>
  fact.label.length > 1 &&
  facts.some(
    (other) => other !== fact && other.label === fact.label && comparable(other, fact) && base(other) === base(fact),
  )

/** 、 between them, or 其余 behind: all are of the one whole. */
function isClosed(text: string, parts: readonly Fact[], { end }: Sentence): boolean {
  const last = parts.at(-1) as Fact
  return (
    /^[^；;\d]{0,6}(?:[（(][^（()）]*[）)])?[，、]?其余/.test(text.slice(last.end, Math.min(end, last.end + 40))) ||
    parts
      .slice(1)
      .every(
        (part, at) =>
          /^[、，]?$/.test(text.slice((parts[at] as Fact).end, part.labelSpan.start)) &&
          text[(parts[at] as Fact).end] === '、',
      )
  )
}
