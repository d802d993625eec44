import { every } from '../../understand/every.ts'
import { numberOf } from '../../understand/numerals.ts'
import { equalPoints, points, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 具体权重为：决策16分、过程22分、产出36分、效益26分，总分100分: the points of a list and what it says they are in all. */
export const weightListed: Rule = {
  id: 'weight-sum.listed',
  kind: 'weight-sum',
  title: '所列各指标分值相加应等于所写的总分',
  source: '财预〔2020〕10号：绩效自评指标权重合计为100分',
  fails: [
    '分值分别为15分、20分、35分和20分，合计100分，评价得分分别为14分、18分、33.5分和27.8分，综合得分93.3分。',
    '指标体系设一级指标4个，具体权重为：决策16分、过程22分、产出36分、效益24分，总分100分。',
    '共设置8项工作目标，分值合计80分，预算资金执行情况10分，总分100分。',
    '评价指标体系满分100分，其中：决策（20分）、过程（20分）、产出（30分）、效益（20分）。',
    '评分表由投入（15分）、过程（25分）、产出（35分）、效果（20分）四部分组成，满分100分。',
    '满分100分，由投入（15分）、过程（25分）、产出（35分）、效果（20分）等四个方面构成。',
    '评价满分100分，投入、过程、产出、效果权重分别为15分、25分、35分、20分。',
    '投入、过程、产出、效果分值分别为15分、25分、35分、20分，满分100分。',
  ],
  holds: [
    '分值分别为15分、20分、35分和30分，合计100分，评价得分分别为14分、18分、33.5分和27.8分，综合得分93.3分。',
    '指标体系设一级指标4个，具体权重为：决策16分、过程22分、产出36分、效益26分，总分100分。',
    '共设置8项工作目标，分值合计90分，预算资金执行情况10分，总分100分。',
    '评价指标体系满分100分，其中：决策（20分）、过程（20分）、产出（30分）、效益（30分）。',
    '产出指标下设数量（20分，得19分）、质量（10分）、时效（10分），总分100分。',
    '评价指标体系满分100分，其中：决策（20分）、过程（20分）等。',
    '评分表由投入（15分）、过程（25分）、产出（35分）、效果（25分）四部分组成，满分100分。',
    '评分表由投入（15分）、过程（25分）、产出（35分）等四部分组成，满分100分。',
    '评价满分100分，投入、过程、产出、效果权重分别为15分、25分、35分、25分，得分分别为14分、24分、33分和21分。',
    '产出指标由数量（15分）、质量（15分）、时效（10分）、成本（10分）四部分构成，满分50分。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      if (!/\d分/.test(sentence.text)) continue
      const list = listBefore(sentence.text) ?? listBehind(sentence.text)
      if (list) yield judged(sentence.start, list)
      for (const one of listsInTurn(sentence.text)) yield judged(sentence.start, one)
    }
  },
}

const figure = '\\d{1,3}(?:\\.\\d{1,2})?'
const item = `[\\p{Script=Han}A-Za-z“”]{2,20}?(?:[（(]${figure}分[）)]|[：:]?${figure}分)`
const list = `((?:${item})(?:[、，,；;和及]+(?:${item}))+)`
/** …四部分构成: how many they are said to be. */
const made =
  '(?:等?(?:共|这)?([二三四五六七八九]|\\d{1,2})(?:个|大|项)?(?:一级)?(?:部分|方面|类|维度|项|板块|指标)(?:指标|内容)?(?:共同)?(?:构成|组成)?)?'
const before = new RegExp(
  `${list}${made}[，,；;]?(?:合计|共计|总计|共|总分值?|满分|分值合计)(?:为|：)?(${figure})分(?!制)$`,
  'u',
)
const behind = new RegExp(
  `(?:总分值?|满分|分值合计)(?:为|共|：)?(${figure})分[，,：:（(]?(?:其中|分别为|包括|即|(?:评价|自评|指标|体系)*由)[：:]?${list}[）)]?${made}$`,
  'u',
)
/** What was got or lost, or how points are given, is no list of what may be got. */
const other = /得|扣|完成|达到|加分|平均|每|不低于|最高|考核/

const inTurn = new RegExp(
  `(分值|权重|满分|得分?|扣分?|评分)分别(?:为|是)?((?:${figure}分[、，,；和及]*){2,})(?:[，,；](?:合计|共计|总计)|[，,；](?:总分值?|满分)|[，,；](?:综合|总)得分)(?:为|：)?(${figure})分(?!制)`,
  'gu',
)
const behindInTurn = new RegExp(
  `(?:总分值?|满分)(?:为|共|：)?(${figure})分[，,：:（(](?:其中)?[：:]?[\\p{Script=Han}、“”]{4,60}?(?:权重|分值|满分)?分别(?:为|占|是|计)((?:${figure}分[、，,；和及]*){3,})`,
  'gu',
)

/** 分值分别为15分、20分和65分，合计100分. */
function* listsInTurn(text: string): Generator<List> {
  for (const found of every(text, inTurn)) {
    const [all, word = '', items = '', whole = ''] = found
    // What was got adds up to a total got, what may be got to all there is.
    if (
      /得分|评分/.test(word) !== /得分/.test(all.slice(all.indexOf(items) + items.length)) &&
      /得分/.test(all.slice(-12))
    )
      continue
    const at = found.index + all.indexOf(items)
    yield { text: items, at, whole, wholeAt: found.index + all.lastIndexOf(whole), got: /得|评/.test(word) }
  }
  for (const { 0: all, 1: whole = '', 2: items = '', index } of every(text, behindInTurn)) {
    const names = all.slice(0, all.lastIndexOf(items))
    if (other.test(names) || named(names) !== figuresIn(items).length) continue
    yield { text: items, at: index + names.length, whole, wholeAt: index + all.indexOf(whole) }
  }
}

/** 投入、过程和产出: as many as are named. */
const named = (words: string) => words.split(/[、和及]/).length
const figuresIn = (words: string) => every(words, /(\d+(?:\.\d+)?)分/g).map(([, digits]) => Number(digits))
/** 等四部分 behind three of them. */
const isAll = (items: string, said?: string): boolean => {
  const count = said && numberOf(said)
  return !count || count === figuresIn(items).length
}

interface List {
  got?: boolean
  text: string
  at: number
  whole: string
  wholeAt: number
}

/** The list is all that the sentence says of points. */
function listBefore(text: string): List | undefined {
  const found = before.exec(text)
  const [all, items = '', said, whole = ''] = found ?? []
  if (!found || !all || /\d分/.test(text.slice(0, found.index)) || other.test(items) || !isAll(items, said))
    return undefined
  return { text: items, at: found.index, whole, wholeAt: text.lastIndexOf(whole) }
}

function listBehind(text: string): List | undefined {
  const found = behind.exec(text)
  const [all, whole = '', items = '', said] = found ?? []
  if (!found || !all || /\d分/.test(text.slice(0, found.index)) || other.test(items) || !isAll(items, said))
    return undefined
  return { text: items, at: text.lastIndexOf(items), whole, wholeAt: text.indexOf(whole, found.index) }
}

function judged(start: number, { text, at, whole, wholeAt, got = false }: List): Outcome {
  const kind = got ? 'score-sum' : 'weight-sum'
  const terms = figuresIn(text)
  const sum = sumOfPoints(terms)
  const formula = `${terms.map(points).join(' + ')} = ${points(sum)}`
  const places = [
    { start: start + wholeAt, end: start + wholeAt + whole.length },
    { start: start + at, end: start + at + text.length },
  ]
  if (equalPoints(sum, Number(whole))) return { verdict: 'consistent', kind, formula, places }
  return {
    verdict: 'wrong',
    kind,
    severity: 'error',
    certainty: 0.93,
    message: `所列${terms.length}项${got ? '得分' : '分值'}相加为${points(sum)}分，文中写${whole}分。`,
    formula: `${formula} ≠ ${whole}`,
    claimed: whole,
    computed: points(sum),
    places,
  }
}
