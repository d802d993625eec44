import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { itemsOf } from './count-list.ts'

const thing = /(?:项目|指标|任务|工程)/
const good = /完成|达标|达到|满分|实现|优秀|合格/
const bad = /偏差|未完成|未达|滞后|未达标|没有完成|不足|未实现/

interface Counted {
  fact: Fact
  noun: string
  sentence: Sentence
  /** What is said of them: from the count to the next count of the same noun or the end of the sentence. */
  predicate: string
}

/** Of seven projects, as many are done and not done as there are; the same thing said twice has the same number. */
export const countOfProjects: Rule = {
  id: 'count.partition',
  kind: 'count',
  title: '完成与未完成的项目数之和等于项目总数，同一说法的数目前后一致',
  source: '公文写作：分类计数与总数一致',
  fails: '全年实施7个项目。6个项目完成预期要求，文明创建、垃圾分类、智慧城管存在偏差。',
  holds: '全年实施7个项目。4个项目完成预期要求，文明创建、垃圾分类、智慧城管存在偏差。',
  *check(doc) {
    const counted = doc.sentences.flatMap((sentence) => countedIn(doc, sentence))
    for (const sentence of doc.sentences)
      yield* partition(
        doc,
        counted.filter((one) => one.sentence === sentence),
        counted,
      )
    yield* twice(doc, counted)
  },
}

function countedIn({ folded: { text } }: Understanding, sentence: Sentence): Counted[] {
  const own = sentence.facts.flatMap((fact) => {
    const noun = isExact(fact) && fact.unit.word === '个' ? thing.exec(fact.object.slice(0, 8))?.[0] : undefined
    return noun ? [{ fact, noun }] : []
  })
  return own.map(({ fact, noun }, at) => ({
    fact,
    noun,
    sentence,
    predicate: text.slice(fact.end, own[at + 1]?.fact.start ?? sentence.end),
  }))
}

/** How many there are in all: said where they are introduced. */
function totalOf({ folded: { text } }: Understanding, noun: string, all: readonly Counted[]): Counted | undefined {
  return all.find(
    ({ fact, noun: other }) =>
      other === noun &&
      /(?:实施|推进|共|安排|设立|设置|涉及|统筹|共有|全部)$/.test(text.slice(Math.max(0, fact.start - 4), fact.start)),
  )
}

function* partition(doc: Understanding, own: readonly Counted[], all: readonly Counted[]): Generator<Outcome> {
  const [first, second] = own
  if (first && second && own.length === 2) return yield* partsOf(doc, first, second, all)
  if (own.length !== 1 || !first || !good.test(first.predicate) || bad.test(first.predicate.split(/[，,]/)[0] ?? ''))
    return
  const total = totalOf(doc, first.noun, all)
  const rest = /[，,]([^，,。；]{4,60}?)(?:等)?(?:\d*[个项])?(?:项目|指标)?(?:存在|出现|未|没有)[^，,。]*$/.exec(
    first.predicate,
  )
  if (!total || total.fact === first.fact || !rest?.[1] || !bad.test(first.predicate)) return
  const names = itemsOf(rest[1])
  if (names.length < 2 || names.some((name) => name.length > 16)) return
  const { text } = doc.folded
  const sum = first.fact.value + names.length
  const places = [first.fact, total.fact]
  if (sum === total.fact.value) {
    yield { verdict: 'consistent', formula: `${first.fact.value} + ${names.length} = ${total.fact.value}`, places }
    return
  }
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.88,
    message: `共 ${total.fact.value} 个${first.noun}，此处写 ${printed(text, first.fact)}${first.noun}完成，又列出 ${names.length} 个存在偏差（${names.join('、')}），合计 ${sum} 个。`,
    formula: `${first.fact.value} + ${names.length} = ${sum} ≠ ${total.fact.value}`,
    claimed: String(first.fact.value),
    computed: String(total.fact.value - names.length),
    places,
  }
}

/** 4个项目完成目标，甲、乙、丙3个项目存在偏差: both are counted. */
function* partsOf(doc: Understanding, done: Counted, left: Counted, all: readonly Counted[]): Generator<Outcome> {
  const says = ({ predicate }: Counted, words: RegExp) => words.test(predicate.split(/[，,；;]/)[0] ?? '')
  const total = totalOf(doc, done.noun, all)
  if (!total || done.noun !== left.noun || [done.fact, left.fact].includes(total.fact)) return
  if (!says(done, good) || says(done, bad) || !says(left, bad)) return
  const sum = done.fact.value + left.fact.value
  const formula = `${done.fact.value} + ${left.fact.value} = ${sum}`
  const places = [done.fact, left.fact, total.fact]
  if (sum === total.fact.value) return yield { verdict: 'consistent', formula, places }
  yield {
    verdict: 'wrong',
    severity: sum > total.fact.value ? 'error' : 'question',
    certainty: sum > total.fact.value ? 0.88 : 0.6,
    message: `共 ${total.fact.value} 个${done.noun}，此处写 ${done.fact.value} 个完成、${left.fact.value} 个存在偏差或未完成，合计 ${sum} 个。`,
    formula: `${formula} ≠ ${total.fact.value}`,
    claimed: String(sum),
    computed: String(total.fact.value),
    places,
  }
}

const predicates: readonly RegExp[] = [/存在[^，。]{0,6}偏差|偏差/, /满分/, /未完成/, /滞后/, /超支/]

/** 4个项目…存在偏差 here, 3个项目存在偏差 there. */
function* twice(doc: Understanding, all: readonly Counted[]): Generator<Outcome> {
  const { text } = doc.folded
  for (const pattern of predicates) {
    const same = all.filter(({ predicate, fact }) => pattern.test(predicate.slice(0, 30)) && fact.value >= 2)
    const [first] = same
    const other = same.find(({ fact, noun }) => fact.value !== first?.fact.value && noun === first?.noun)
    if (!first || !other) continue
    yield {
      verdict: 'wrong',
      kind: 'cross-reference',
      severity: 'error',
      certainty: 0.75,
      message: `存在同样情况（${pattern.exec(other.predicate)?.[0]}）的${first.noun}，一处写 ${printed(text, first.fact)}，另一处写 ${printed(text, other.fact)}，前后不一致。`,
      formula: `${printed(text, first.fact)} ≠ ${printed(text, other.fact)}`,
      claimed: String(first.fact.value),
      computed: String(other.fact.value),
      places: [other.fact, first.fact],
    }
  }
}
