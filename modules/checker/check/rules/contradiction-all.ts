import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const every = /(?:所有|全部|各(?:项|个|类|单位|项目)|每(?:个|项)|均|都)/
const evenly = /(?:均|都|全部)(?:达到?了?|为|是|在|完成|保持在)?$/
const changes = /(?:提高|提升|上升|增长|下降|降低|增加|减少|较|比|目标|指标值|计划)(?:了|到|至|为|值)?$/

/** All reach a value, and one of them does not: 均达100%，其中…达98%. */
export const contradictionAll: Rule = {
  id: 'contradiction.all',
  kind: 'contradiction',
  title: '“所有”“均”之后所举的例子与之相符',
  source: '形式逻辑：全称判断与其中的特称判断不得相反',
  fails: [
    '所有项目服务对象满意度均达100%，其中公众对停车项目满意度达98%，得益于常态化巡查。',
    '各项目服务对象满意度均达到100%。\n公厕管护项目服务对象满意度为96.8%，主要是高峰期排队。',
    '各标段合格率均在95%以上，其中二标段为93%。',
  ],
  holds: [
    '所有项目满意度均达95%以上，其中停车项目满意度达98%。',
    '各项目完成率均为100%，其中一季度较上年提高5%，占全部的30%。',
    '所有路段亮灯率均为99%，其中主干道99%。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) yield* claimIn(doc, sentence)
    yield* elsewhere(doc)
  },
}

function* claimIn({ folded: { text } }: Understanding, { facts, start, end }: Sentence): Generator<Outcome> {
  for (const all of facts) {
    if (all.unit.dimension !== 'percent' || all.range) continue
    const clause = text.slice(Math.max(start, all.start - 40), all.start)
    if (!evenly.test(wordsBefore(text, all)) || !every.test(clause)) continue
    const opener = text.slice(all.end, end).search(/其中/)
    if (opener < 0 || opener > 4) continue
    const parts = facts.filter((fact) => fact.start > all.end && isSame(text, fact, all))
    const against = parts.find((part) => !holds(part, all))
    const words = (fact: Fact) => text.slice(fact.start, fact.end)
    if (against)
      yield wrong(
        'error',
        0.9,
        `前后矛盾：先说“均”为${words(all)}，其中又有${words(against)}。两处必有一处不对。`,
        [
          { start: Math.max(start, all.start - 12), end: all.end },
          { start: against.labelSpan.start, end: against.end },
        ],
        { claimed: words(all), computed: words(against) },
      )
    else if (parts.length)
      yield {
        verdict: 'consistent',
        formula: `“均”${words(all)}，其中${parts.map(words).join('、')}`,
        places: [all, ...parts],
      }
  }
}

const measures = /(满意度|合格率|完成率|达标率|及时率|办结率|执行率)(?:均|都|全部)?(?:达到?了?|为|是|在)?$/
const notNow = /上年|去年|目标|指标值|计划|年初|≥|不低于|争取|力争|较|比|提高|提升/

/** 各项目满意度均达到100%, and in another sentence one of 96.8%. */
function* elsewhere(doc: Understanding): Generator<Outcome> {
  const { text, lines } = doc.folded
  const measureOf = (fact: Fact) => measures.exec(text.slice(Math.max(0, fact.start - 14), fact.start))?.[1]
  const inText = doc.facts.filter((fact) => fact.unit.dimension === 'percent' && !lines[fact.line]?.cell && !fact.range)
  const all = inText.find((fact) => {
    const clause =
      text
        .slice(Math.max(0, fact.start - 30), fact.start)
        .split(/[。；;，,\n]/)
        .at(-1) ?? ''
    return (
      fact.value === 100 &&
      measureOf(fact) &&
      /所有|各(?:项目|项|类|单位|标段)|全部/.test(clause) &&
      /均|都|全部/.test(clause)
    )
  })
  const sentence = all && doc.sentences.find(({ start, end }) => all.start >= start && all.end <= end)
  if (!all || !sentence) return
  const less = inText.find((fact) => {
    const before = text.slice(Math.max(0, fact.start - 24), fact.start)
    const outside = fact.start < sentence.start || fact.start > sentence.end
    return (
      outside &&
      !fact.bound &&
      !fact.approximate &&
      fact.value < 100 &&
      measureOf(fact) === measureOf(all) &&
      !notNow.test(before)
    )
  })
  if (!less) return
  const words = text.slice(Math.max(0, less.start - 14), less.end).replace(/^.*[\n。；;，,]/s, '')
  yield wrong(
    'error',
    0.78,
    `前后矛盾：一处说各项${measureOf(all)}均为100%，另一处是“${words}”。两处必有一处不对。`,
    [all, less],
    { claimed: '100%', computed: text.slice(less.digits.start, less.end) },
  )
}

const wordsBefore = (text: string, { start }: Fact) => text.slice(Math.max(0, start - 8), start)

/** Of the same measure: a percentage that is neither a change nor a share, with the same last word where both name one. */
function isSame(text: string, fact: Fact, all: Fact): boolean {
  if (fact.unit.dimension !== 'percent' || fact.range || fact.approximate) return false
  if (changes.test(wordsBefore(text, fact)) || /占[^，。]{0,8}$/.test(wordsBefore(text, fact))) return false
  const measure = (label: string) => /(?:满意度|率|比例)(?=[^率度]*$)/.exec(label)?.[0]
  const [one, other] = [measure(fact.label), measure(all.label)]
  return !one || !other || one === other
}

function holds(part: Fact, all: Fact): boolean {
  if (all.bound === 'least') return part.value >= all.value
  if (all.bound === 'most') return part.value <= all.value
  return all.approximate || part.value === all.value
}
