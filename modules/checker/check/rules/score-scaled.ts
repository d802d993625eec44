import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import { points } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 年度平均92.35分（百分制）按20分折算，得18.47分; 得4.8分（5分×95.93%）: a share of the points is what was got. */
export const scoreScaled: Rule = {
  id: 'score-sum.scaled',
  kind: 'score-sum',
  title: '按百分制成绩或完成率折算的得分应等于成绩×分值',
  source: '得分＝分值×完成率（百分制成绩÷100）',
  fails: [
    '系以全市市容考评年度平均成绩92.35分（百分制）按20分折算，得18.74分。',
    '综合满意率为95.93%，得4.5分（5分×95.93%，保留一位小数）。',
    '市容管理指标满分10分，得92.76分（百分制折算后得9.82分）。',
    '机扫率指标得分=10分×96.5%=9.56分。',
  ],
  holds: [
    '系以全市市容考评年度平均成绩92.35分（百分制）按20分折算，得18.47分。',
    '综合满意率为95.93%，得4.8分（5分×95.93%，保留一位小数）。',
    '市容管理指标满分10分，得92.76分（百分制折算后得9.28分）。',
    '机扫率指标得分=10分×96.5%=9.65分。',
  ],
  *check(doc) {
    yield* ofOther(doc)
    for (const { text, start } of doc.sentences) {
      if (!/折算|换算|折合|[×xX*＊]/.test(text) || !/\d分/.test(text)) continue
      for (const { pattern, order } of forms)
        for (const found of every(text, pattern)) {
          const outcome = judged(start + found.index, found, order)
          if (outcome) yield outcome
        }
    }
  },
}

const number = '(\\d{1,3}(?:\\.\\d{1,3})?)'
const times = '\\s?[×xX*＊]\\s?'
const turned = '(?:折算|换算|折合)'
/** The order of what is found: the share of a hundred, the points, what was got. */
const forms: readonly { pattern: RegExp; order: readonly [share: number, weight: number, got: number] }[] = [
  {
    pattern: new RegExp(
      `${number}分(?:（百分制）)?[^。；\\d]{0,12}按(?:照)?(?:满分)?${number}分(?:值|制)?(?:比例)?(?:进行)?${turned}[^。；\\d]{0,8}(?:得|为)(?:分)?(?:为)?${number}分`,
      'g',
    ),
    order: [1, 2, 3],
  },
  {
    pattern: new RegExp(
      `(?:满分|分值|权重)(?:为)?${number}分[^。；\\d]{1,14}${number}分[^。；\\d]{0,14}${turned}[^。；\\d]{0,6}(?:得|为)(?:分)?(?:为)?${number}分`,
      'g',
    ),
    order: [2, 1, 3],
  },
  { pattern: new RegExp(`得(?:分)?(?:为)?${number}分[（(]${number}分?${times}${number}[%％]`, 'g'), order: [3, 2, 1] },
  {
    pattern: new RegExp(`得(?:分)?(?:为)?${number}分[（(]${number}[%％]${times}${number}分?[）)，,]`, 'g'),
    order: [2, 3, 1],
  },
  { pattern: new RegExp(`(?<![\\d.+＋-])${number}分?${times}${number}[%％][=＝]${number}分`, 'g'), order: [2, 1, 3] },
  { pattern: new RegExp(`(?<![\\d.+＋-])${number}[%％]${times}${number}分?[=＝]${number}分`, 'g'), order: [1, 2, 3] },
]

/** 自评得分97.19分。…折算为年度考核单项分（满分20分）为19.44分: the whole counts for something else. */
const whole = new RegExp(
  `得分(?:为)?${number}分[^\\n]{0,160}?${turned}(?:为|成)[^。；\\d]{2,30}[（(]满分${number}分[）)](?:为|得|计)?${number}分`,
  'g',
)

function* ofOther({ folded: { text } }: Understanding): Generator<Outcome> {
  for (const found of every(text, whole)) {
    const outcome = judged(found.index, found, [1, 2, 3])
    if (outcome) yield { ...outcome, kind: 'score-total' }
  }
}

function judged(start: number, found: RegExpMatchArray, order: readonly [number, number, number]): Outcome | undefined {
  const [share, weight, got] = order.map((at) => found[at] ?? '') as [string, string, string]
  const should = (Number(share) * Number(weight)) / 100
  const decimals = got.split('.')[1]?.length ?? 0
  const formula = `${share}% × ${weight} = ${points(should)}`
  const from = start + (order[2] === 1 ? found[0].indexOf(got) : found[0].lastIndexOf(got))
  const places = [
    { start: from, end: from + got.length },
    { start, end: start + found[0].length },
  ]
  if (Math.abs(should - Number(got)) <= 0.5 / 10 ** decimals + 1e-9) return { verdict: 'consistent', formula, places }
  const rounded = points(Math.round(should * 100) / 100)
  return {
    verdict: 'wrong',
    severity: Math.abs(should - Number(got)) <= 0.0101 ? 'rounding' : 'error',
    certainty: 0.92,
    message: `按${share}%和${weight}分折算，应得${rounded}分，文中写${got}分。`,
    formula: `${formula} ≠ ${got}`,
    claimed: got,
    computed: rounded,
    places,
  }
}
