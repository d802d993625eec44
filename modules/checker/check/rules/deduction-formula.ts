import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import { everyNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, points } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { before, behind, type Match, matches } from '../words.ts'

/** 按执行率×10分计算，该项应得9.2分，扣0.8分: what an item got and what it lost are its full mark, told just before. */
export const deductionFormula: Rule = {
  id: 'deduction.formula',
  kind: 'deduction',
  title: '得分与扣分之和应等于前文（计分公式）所写的满分',
  source: '得分＝分值－扣分',
  fails: [
    '预算执行率为92.00%。按预算执行率得分=执行率×10分计算，该项应得9.2分，扣0.9分。',
    '预算执行率为92.00%。按照执行率乘以分值15分的办法，此项得13.8分，应扣1.5分。',
    '按“得分=预算执行率×分值10分”计算，应得9.2分，应扣0.6分。',
    '该项得分=10×92.00%=9.2分，相应扣1.8分。',
    '按20分×预算执行率计分，该指标扣1.4分，得18.4分。',
  ],
  holds: [
    '预算执行率为92.00%。按预算执行率得分=执行率×10分计算，该项应得9.2分，扣0.8分。',
    '按照执行率乘以分值15分的办法，此项得13.8分，应扣1.2分。按20分×预算执行率计分，该指标扣1.6分，得18.4分。',
    '预算执行率指标满分10分。全年执行率92%，据此该项得9.2分，扣除0.8分。',
    '该项得分=10×92.00%=9.2分。产出指标得48分，扣2分。预算执行率得分=执行率×10分。管理指标得8分，扣1分。',
    '预算执行率满分10分。一级指标中过程方面，资金管理得4分，扣1分。',
    '按执行率×10分计算，该项得9.2分，扣0.8分，另因进度慢再扣1分。按执行率×10分计算，该项得8.2分，扣0.8分，再扣1分。',
    '评价满分100分。过程指标得18分，扣2分。满分20分的指标共3项，其中该项得18分，每晚一天扣1分。',
    '按执行率×10分计算，每低1个百分点扣0.5分。加分后按执行率×10分计算，该项得9.4分，扣0.8分。',
  ],
  *check(doc) {
    const all = [
      ...matches(doc, gotFirst).map((found) => ({ found, got: found.groups[0], lost: found.groups[1] })),
      ...matches(doc, lostFirst).map((found) => ({ found, got: found.groups[1], lost: found.groups[0] })),
    ]
    for (const { found, got, lost } of all)
      if (!isItem(doc, found)) yield* judged(doc, found, Number(got), Number(lost))
  },
}

const figure = '(\\d{1,2}(?:\\.\\d{1,3})?)分'
const so = '(?:该项|该指标|此项|实际|相应|故|因此|因而|则|即|应|被|予以|共|须|需)*'
const took = '扣(?:减|除|去|掉|了|分)?(?:为|：)?'
const gotFirst = new RegExp(`(?:得分?(?:为|是|：)?|[=＝])${figure}[，,、；;（(]${so}${took}${figure}(?!制)`, 'g')
const lostFirst = new RegExp(`${took}${figure}(?:后)?[，,、；;]?${so}得(?:分)?(?:为|是|：|=)?${figure}(?!制)`, 'g')

const rate = '(?:预算|资金)?(?:执行率|完成率|到位率|支付率|得分率)'
const times = '(?:×|\\*|x|X|乘以|乘)'
const mark = '(\\d{1,2}(?:\\.\\d)?)'
/** 执行率×20分, 20分×执行率, 满分20分, and the calculation itself, 20×93%=: the full mark of one item. */
const fulls = [
  new RegExp(
    `(?:${rate}|[\\d.]+%)${times}(?:该项|该指标|指标|标准)*(?:满分|分值|权重分?)?(?:的|（|\\()?${mark}分?(?![\\d.%])`,
    'g',
  ),
  new RegExp(`(?<![\\d.])${mark}分?${times}(?:${rate}|\\d+(?:\\.\\d+)?%)`, 'g'),
  new RegExp(`(?:满分|分值|权重)(?:为|是|共|：)?${mark}分(?!的)`, 'g'),
]
/** Between the full mark and what was got of it no other item is named and no other points. */
const other = /分值?[^值计，。；]{0,3}\d|\d分|其中|方面|部分|维度|另|每|若|如果|上年|去年/
const itself = /(?:该|此|本|这)(?:一|个)?项?(?:三级|二级|一级)?指标|执行率指标/g
const subject =
  /(?:^|[，,。；;：:=）)])(?:故|因此|因而|则|即|据此|经计算|经测算|计算|得出|按此|全年|我[局所中心委办单位]*|本(?:部门|单位|局)|该项目?|此项|本项|该指标|该项指标|此项指标|本指标|预算|资金|执行率?|完成率|指标|实际|自评|应|可|得分|计)*$/
const more = /^[^。\n]{0,40}(?:扣(?!分(?:原因|理由|主要))|加)|^[^。；;\n]{0,4}(?:左右|以上|以下)/

/** What has its full mark beside it, 满分10分，得9.2分，扣0.8分, is an item of the scores and has a rule of its own. */
const isItem = (doc: Understanding, { start, end }: Match): boolean =>
  [...everyNode(scoresOf(doc))].some(
    ({ weight, got, deducted }) => weight && deducted && got && got.start >= start && got.end <= end,
  )

function* judged(doc: Understanding, found: Match, got: number, lost: number): Generator<Outcome> {
  const words = before(doc, found, AROUND)
  const line = words.slice(words.lastIndexOf('\n') + 1)
  if (more.test(behind(doc, found, 48)) || /加分|奖励/.test(line)) return
  const full = fullBefore(line)
  if (!full) return
  const between = line.slice(full.end)
  const plain = between.replace(itself, '')
  if (!subject.test(between) || other.test(plain) || /指标|项目/.test(plain) || between.split('。').length > 2) return
  const start = found.start - line.length
  const places = [found, { start: start + full.start, end: start + full.end }]
  const should = Number((full.value - got).toFixed(6))
  const formula = `${points(full.value)} − ${points(got)} = ${points(should)}`
  if (equalPoints(should, lost)) return yield { verdict: 'consistent', formula, places }
  if (should < 0 || Math.abs(should - lost) <= ROUNDING) return
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.9,
    message: `该项满分${points(full.value)}分，得${points(got)}分，应扣${points(should)}分，文中写扣${points(lost)}分。`,
    formula: `${formula} ≠ ${points(lost)}`,
    claimed: points(lost),
    computed: points(should),
    places,
  }
}

/** The full mark stands in the same sentence or in the one before. */
const AROUND = 90
/** What is got of a rate is printed to two places or to one. */
const ROUNDING = 0.0501

interface Full {
  value: number
  start: number
  end: number
}

/** The last that is told. */
function fullBefore(line: string): Full | undefined {
  const found = fulls.flatMap((pattern) =>
    every(line, pattern).map(({ index, 0: words, 1: digits }) => ({
      value: Number(digits),
      start: index,
      end: index + words.length,
    })),
  )
  return found.sort((one, two) => two.end - one.end)[0]
}
