import { every } from '../../understand/every.ts'
import type { Sentence } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import { near, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { coreOf, type Series, seriesNear, timeOf } from '../series.ts'
import { wrong } from '../words.ts'

const months =
  '各月得分见下表：\n月份 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月\n得分 | 92 | 88.5 | 91 | 90 | 93.5 | 94 | 86 | 91 | 92 | 93 | 95 | 90\n\n'
const quarters =
  '季度 | 立案数（件） | 办结数（件）\n第一季度 | 512 | 508\n第二季度 | 640 | 630\n第三季度 | 705 | 702\n第四季度 | 598 | 590\n合计 | 2,455 | 2,430\n\n'

/** 低于90分的月份有3个, behind a table of the months in which there are two; 最高分出现在10月. */
export const countSeries: Rule = {
  id: 'count.series',
  kind: 'count',
  title: '按月（季）列表的，文中所说几个月高于或低于某数、最高最低在哪个月、平均数应与表一致',
  source: '逐格清点',
  fails: [
    `${months}全年低于90分的月份有3个。`,
    `${months}其中有4个月得分低于90分，11个月在90分以上。`,
    `${months}从考核情况看，90分以上的月份共9个，其余扣减服务费。`,
    `${months}最高分出现在6月，最低分出现在7月。`,
    `${months}全年月平均得分92.5分。`,
    `${quarters}第二季度立案最多。`,
    `${quarters}全年立案数最多的是四季度，超过600件的季度有3个。`,
  ],
  holds: [
    `${months}全年平均得分91.33分，低于90分的月份有2个，最高分出现在11月，最低分出现在7月，为86分。`,
    `${months}得分高于90分的月份有8个，90分以上的月份10个。考核办法规定，连续3个月低于90分的，可解除合同；年度内4个月低于80分的，扣减保证金。`,
    `${quarters}第三季度立案最多，第一季度最少；超过600件的季度有2个。`,
    `${quarters}投诉最多的是四季度。重复立案最多的是二季度。`,
    `${months}另一家公司低于90分的月份有5个，最高分出现在3月。`,
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      if (!/月|季度|平均/.test(sentence.text) || rulesOnly.test(sentence.text)) continue
      const near = seriesNear(doc, sentence.line)
      if (!near.length) continue
      yield* counted(sentence, near)
      yield* extremes(sentence, near)
      yield* means(sentence, near)
    }
  },
}

/** What is to be, another year or somebody else. */
const rulesOnly = /上年|去年|另一|其他公司|若|如果|办法规定|合同(?:约定|规定)|目标|计划/
const number = '(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,2})'
const border =
  '(?<word>低于|不足|未达到?|未满|少于|高于|超过|大于|超|达到|不低于|在)?(?<limit>\\d[\\d,]*(?:\\.\\d+)?)(?:分|%|件|吨|次|万元|万吨)(?:（含）)?(?:及|（含）)?(?<side>以上|以下)?'
/** 低于90分的月份有3个 */
const countedBehind = new RegExp(`${border}的?(?:月份?|季度|年份)(?:有|共|为|达|计)*${number}个`, 'gu')
/** 90分以上的有10个月 */
const countedLast = new RegExp(`${border}的(?:有|共|为|达|计)*${number}个(?:月|季度)`, 'gu')
/** 4个月得分低于90分 */
const countedBefore = new RegExp(`${number}个(?:月份?|季度)(?:的|考核|考评|月度|得分|评分|成绩|均|都)*${border}`, 'gu')

interface Claim {
  at: number
  words: string
  word: string
  limit: number
  side: string
  count: number
}

function claimsOf(text: string): Claim[] {
  return [countedBehind, countedLast, countedBefore]
    .flatMap((pattern) => every(text, pattern))
    .map(({ index, 0: words, groups: { word = '', limit = '', side = '', count = '' } = {} }) => ({
      at: index,
      words,
      word,
      limit: Number(limit.replaceAll(',', '')),
      side,
      count: numberOf(count) ?? 0,
    }))
    .filter(
      ({ at, words, word, side }) =>
        (side || (word && word !== '在')) &&
        !/(?:连续|累计|出现|每|达到|任意)$/.test(text.slice(0, at)) &&
        !/^的?[，,]?(?:的|可|应|将)/.test(text.slice(at + words.length)),
    )
}

function* counted({ text, start }: Sentence, near: readonly Series[]): Generator<Outcome> {
  for (const { at, words, word, limit, side, count } of claimsOf(text)) {
    const series = meant(near, clauseAt(text, at, words.length), /\d分/.test(words))
    if (!series) continue
    const values = series.items.map(({ quantity }) => quantity.value)
    const below = side === '以下' || /低于|不足|未|少于/.test(word.replace('不低于', ''))
    const within = values.filter((one) => (below ? one < limit : one > limit)).length
    const atLeast = values.filter((one) => (below ? one <= limit : one >= limit)).length
    const strict = /^(?:低于|不足|未达到?|未满|少于|高于|超过|大于|超)$/.test(word) && !side
    const counts = strict ? [within] : [...new Set([atLeast, within])]
    const place = { start: start + at, end: start + at + words.length }
    const formula = `表中${series.name}${below ? '低于' : '高于'}${written(limit)}的有 ${counts.join('或')} 个`
    if (counts.includes(count)) yield { verdict: 'consistent', formula, places: [place] }
    else
      yield wrong(
        'error',
        0.88,
        `文中写“${words}”，按表中各${/季度/.test(series.items[0]?.head ?? '') ? '季度' : '月'}${series.name}清点为${counts[0]}个。`,
        [
          place,
          ...series.items
            .map(({ quantity }) => quantity)
            .filter(({ value }) => (below ? value < limit : value > limit)),
        ],
        { claimed: String(count), computed: String(counts[0]), formula: `${formula} ≠ ${count}` },
      )
  }
}

const time = '(\\d{1,2}月份?|第?[一二三四]季度)'
const topAt = new RegExp(
  `最(高|低|多|少|大|小)(?:的)?(?:得?分|值|月份?|季度)?(?:均?出现)?(?:是|为|在)*${time}(?!至|-|—|、|和|及)`,
  'gu',
)
const atTop = new RegExp(`${time}(?:份|的)?([\\p{Script=Han}]{0,6})最(高|低|多|少|大|小)`, 'gu')

function* extremes({ text, start }: Sentence, near: readonly Series[]): Generator<Outcome> {
  const found = [
    ...every(text, topAt).map(({ index, 0: words, 1: side = '', 2: head = '' }) => ({ index, words, side, head })),
    ...every(text, atTop).map(({ index, 0: words, 1: head = '', 3: side = '' }) => ({ index, words, side, head })),
  ]
  for (const { index, words, side, head } of found) {
    if (/(?:[至到、和及]|\d[-—])$/.test(text.slice(0, index))) continue
    const series = meant(near, clauseAt(text, index, words.length), /分/.test(words))
    const own = series?.items.find((item) => item.head === timeOf(head))
    if (!series || !own) continue
    const values = series.items.map(({ quantity }) => quantity.value)
    const best = /[高多大]/.test(side) ? Math.max(...values) : Math.min(...values)
    const place = { start: start + index, end: start + index + words.length }
    const right = series.items.filter(({ quantity }) => quantity.value === best)
    const formula = `${series.name}：${right.map((item) => item.head).join('、')} ${written(best)}`
    if (own.quantity.value === best) {
      yield { verdict: 'consistent', kind: 'order', formula, places: [place] }
      continue
    }
    yield wrong(
      'error',
      0.86,
      `文中写“${words}”，表中${own.head}${series.name}为${written(own.quantity.value)}，最${side}的是${right.map((item) => item.head).join('、')}（${written(best)}）。`,
      [place, own.quantity, ...right.map(({ quantity }) => quantity)],
      { kind: 'order', claimed: own.head, computed: right[0]?.head ?? '', formula: `${formula} ≠ ${own.head}` },
    )
  }
}

const mean = /(?:月均|季均|平均)(?:得?分(?:数|值)?|成绩|每月|每季度?)?(?:为|是|达到?)?(\d[\d,]*(?:\.\d+)?)分/g
/** Only of points: means of other things may be weighed. */
function* means({ text, start }: Sentence, near: readonly Series[]): Generator<Outcome> {
  for (const { index, 0: words, 1: digits = '' } of every(text, mean)) {
    const series = meant(near, clauseAt(text, index, words.length), true)
    if (!series?.complete) continue
    const values = series.items.map(({ quantity }) => quantity.value)
    const value = values.reduce((sum, one) => sum + one, 0) / values.length
    const places = digits.split('.')[1]?.length ?? 0
    const place = { start: start + index, end: start + index + words.length }
    const formula = `表中${values.length}个数平均 ${written(value, Math.max(2, places))}`
    if (fits(Number(digits.replaceAll(',', '')), value, places))
      yield { verdict: 'consistent', kind: 'average', formula, places: [place] }
    else
      yield wrong(
        'error',
        0.85,
        `文中写“${words}”，按表中各月（季）${series.name}计算平均为${written(value, Math.max(2, places))}。`,
        [place],
        {
          kind: 'average',
          claimed: digits,
          computed: written(value, Math.max(2, places)),
          formula: `${formula} ≠ ${digits}`,
        },
      )
  }
}
const fits = (one: number, other: number, places: number) => near(one, other, 0.5001 * 10 ** -places)

/** The clause around a place. */
function clauseAt(text: string, at: number, length: number): string {
  const before = text.slice(0, at).replace(/^.*[，,；;：:（(]/s, '')
  return before + text.slice(at, at + length) + (/^[^，,；;。）)]*/.exec(text.slice(at + length))?.[0] ?? '')
}

/** The one the clause names, the one of points where it counts points, or the only one there is. */
function meant(near: readonly Series[], clause: string, inPoints: boolean): Series | undefined {
  if (inPoints) {
    const scores = near.filter(({ name }) => /分|成绩/.test(name))
    return scores.length === 1 ? scores[0] : undefined
  }
  if (/重复|其中/.test(clause)) return undefined
  const named = near.filter((one) => coreOf(one).length > 1 && clause.includes(coreOf(one)))
  return named.length === 1 ? named[0] : undefined
}
