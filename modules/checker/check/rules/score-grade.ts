import type { Span } from '../../read/reading.ts'
import type { Fact, Understanding } from '../../understand/index.ts'
import { type Bands, bandsOf, gradeOf, gradesFor } from '../../understand/scores/bands.ts'
import { scoresOf } from '../../understand/scores.ts'
import { points } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

interface Graded {
  name: string
  score: number
  label: string
  places: Span[]
}

/** A grade against the bands the document names, else against the national ones: then it is only asked. */
export const scoreGrade: Rule = {
  id: 'score-grade.band',
  kind: 'score-grade',
  title: '评价等级应与得分所在区间相符',
  source:
    '财预〔2020〕10号：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差；文中另有区间的从其规定',
  fails: [
    '我中心自评得分为88.4分，其中产出48分、效果40.4分。按照标准，90分（含）以上为“优”，80分（含）至90分为“良”，80分以下为“中”，自评等级为“优”。',
    '评分90分以上为优，80-90分为良，60-80分为中。2023年我局部门整体支出绩效自评得分85.5分，评价等级为“优”。',
    '经自评，部门整体绩效得分95.2分。按照得分90分（含）以上为“优”、80分（含）至90分为“良”、60分（含）至80分为“中”的标准，评价等级为“良”。',
    '最终自评得分87.60分。按照区财政局规定的等级标准（得分≥90分为优，80分≤得分<90分为良，得分<80分为中），自评等级为“优”。',
    '我局部门整体自评得分85.20分。评价等级标准为[90,100]为优，[80,90)为良，[60,80)为中，本部门评定为“优秀”等次。',
    '部门整体支出绩效自评得分91.5分。90分及以上为优秀，80分及以上为良好，60分及以上为合格。据此，自评等级为“良好”。',
    '项目综合得分78.5分。等级划分为优秀（90分及以上）、良好（80分及以上、90分以下）、合格（60分及以上、80分以下），属“良好”。',
    '自评得分93.82分，评价等级为“良”（90分≤得分≤100分为优，80分≤得分＜90分为良，60分≤得分＜80分为中）。',
  ],
  holds: [
    '最终自评得分87.60分。按照区财政局规定的等级标准（得分≥90分为优，80分≤得分<90分为良，得分<80分为中），自评等级为“良”。',
    '部门整体支出绩效自评得分95分。90分及以上为优秀，80分及以上为良好，60分及以上为合格。据此，自评等级为“优秀”。',
    '我局自评得分95.20分，其中管理20分。评价等级标准为[90,100]为优，[80,90)为良。上年评价等级为“良”。下属三个单位评定为“良好”等次。',
    '评分90分以上为优，80-90分为良，60-80分为中。2023年我局部门整体支出绩效自评得分85.5分，评价等级为“良”。',
    '经自评，部门整体绩效得分95.2分。按照90分（含）以上为“优”、80分（含）至90分为“良”的标准，评价等级为“优”。按照90分（含）以上为“优”的标准，停车项目评价等级为“良”，上年评价等级为“良”。',
  ],
  *check(doc) {
    const bands = bandsOf(doc)
    const lists = scoresOf(doc).lists.filter((list) => !foreign.test(list.caption))
    for (const { rows } of lists) {
      const graded = rows.flatMap(({ name, score, grade, place }) =>
        grade
          ? [
              {
                name,
                score: score.value,
                label: grade.label,
                places: [{ start: score.start, end: Math.max(place.end, grade.place.end) }],
              },
            ]
          : [],
      )
      yield* judged(graded, bands)
    }
    yield* judged([...inSentences(doc), ...behindBands(doc, bands)], bands)
  },
}

/** The scales of the appraisals of others: 数字城管 has its own. */
const foreign = /数字城管|数字化城市?管理|考核|考评|排名|通报|测评|评比|督查|第三方|月度|季度/

const labelWords =
  /(?:等级|等次|档次|结果|结论|评价|评定|评级)(?:[^，,。；;]{0,6}?)(?:为|是|：|:|定为)[“"‘]?(优秀|良好|较好|中等|一般|基本合格|不合格|合格|较差|优|良|中|差)[”"’]?(?=[，,。；;、（）()]|等|级|$)/
const shortLabel =
  /^[，,]?(?:综合)?(?:评价|自评)?(?:等级|等次|结果)?(?:评?定?为|属于?|达到)[“"‘]?(优秀|良好|较好|中等|一般|合格|优|良|中|差)[”"’]?(?=[，,。；;、（）()]|等|级|$)|^[，,（(]?[“"‘](优秀|良好|较好|合格|优|良|中|差)[”"’]/

function inSentences(doc: Understanding): Graded[] {
  return doc.sentences.flatMap(({ facts, text, start }) => {
    if (!/[优良中差]|合格/.test(text) || foreign.test(text)) return []
    const figures = facts.filter(({ unit }) => unit.dimension === 'score')
    return figures.flatMap((score, at) => {
      if (!isScore(score)) return []
      const until = figures[at + 1]?.start ?? start + text.length
      const behind = text.slice(score.end - start, until - start)
      if (/平均/.test(text.slice(Math.max(0, score.start - start - 10), score.start - start))) return []
      const found = shortLabel.exec(behind) ?? labelWords.exec(behind.slice(0, 30))
      const label = found?.[1] ?? found?.[2]
      if (!found || !label) return []
      const end = score.end + found.index + found[0].length
      return [{ name: score.label, score: score.value, label, places: [{ start: score.start, end }] }]
    })
  })
}

/** 整体绩效得分95.2分。按照90分以上为优…的标准，评价等级为“优”: the grade of the only total, behind the bands or in a sentence of its own. */
function behindBands(doc: Understanding, { place }: Bands): Graded[] {
  const totals = scoresOf(doc).totals.filter(({ whole }) => whole)
  if (new Set(totals.map(({ quantity }) => quantity.value)).size !== 1) return []
  return doc.sentences.flatMap(({ facts, text, start, end, line }) => {
    if (foreign.test(text)) return []
    const holdsBands = place && start <= place.start && end >= place.end
    const from = holdsBands ? place.end : start
    const others = facts.filter(
      (fact) =>
        fact.unit.dimension === 'score' && !(holdsBands && fact.start >= place.start - 1 && fact.end <= place.end),
    )
    const found = (holdsBands ? ofAll : ofAllAlone).exec(text.slice(from - start))
    const { quantity } = totals.findLast((total) => total.quantity.start < start) ?? {}
    const label = found?.slice(1).find(Boolean)
    if (others.length || !found || !label || !quantity || line - quantity.line > 1) return []
    if (doc.facts.some((fact) => isScore(fact) && fact.start > quantity.end && fact.end < start)) return []
    return [
      { name: '', score: quantity.value, label, places: [{ start: quantity.start, end: from + found[0].length }] },
    ]
  })
}

const anyLabel = '优秀|良好|较好|中等|一般|合格|较差|优|良|中|差'
const quoted = `(?:[“"‘](${anyLabel})[”"’]|(${anyLabel})(?=[，,。；;]|等级|等次|档|$))`
const whose =
  '(?:因此|故|据此|对应|最终|我[局处队委站所]|我中心|本次|本[部单]门?位?|本项目|该?项目|部门|单位|整体|支出|绩效|自评|评价|综合|评定|评级|结果|结论|应)*'
const graded = '(?:等级|等次|档次|评级)(?:评定|确定|认定|划分|定)?(?:为|是|：|属于?)'
/** Right behind the bands, and of nothing that is named. */
const ofAll = new RegExp(
  `^[^，。；\\d]{0,12}[，,]${whose}(?:${graded}|(?:评定|评|定|确定|认定|判定)为|属于?|为|达到)${quoted}`,
)
const ofAllAlone = new RegExp(
  `^(?:(?:对照|按照|根据|依据)[^，。；\\d]{0,24}[，,]|据此[，,]|因此[，,])?${whose}${graded}${quoted}`,
)

const isScore = (fact: Fact) =>
  fact.unit.dimension === 'score' &&
  !fact.bound &&
  !fact.range &&
  fact.value > 30 &&
  fact.value <= 110 &&
  /得分|自评|评分|总分|得|分数|评价/.test(fact.label)

function* judged(graded: readonly Graded[], bands: Bands): Generator<Outcome> {
  const odd: { one: Graded; should: string[] }[] = []
  for (const one of graded) {
    const grade = gradeOf(one.label)
    const should = gradesFor(bands, one.score)
    if (!grade || !should.length) continue
    if (should.includes(grade))
      yield { verdict: 'consistent', formula: `${points(one.score)}分 → ${should.join('、')}`, places: one.places }
    else odd.push({ one, should })
  }
  const inverted = bands.own ? undefined : inversion(graded)
  if (inverted) yield inverted
  const [first] = odd
  if (first) yield wrong(first, odd, bands)
}

function wrong(
  first: { one: Graded; should: string[] },
  odd: { one: Graded; should: string[] }[],
  bands: Bands,
): Outcome {
  const { one, should } = first
  const strange = [...new Set(odd.map(({ one }) => one.label))].filter((label) => !/^[优良中差]/.test(label))
  const rest =
    odd.length > 1
      ? `另有${odd
          .slice(1)
          .map(({ one }) => `“${one.name}”${points(one.score)}分（${one.label}）`)
          .slice(0, 4)
          .join('、')}。`
      : ''
  const named = one.name && odd.length > 1 ? `“${one.name}”` : ''
  const by = bands.own ? '按文中所列区间' : '按财预〔2020〕10号（90—100分优，80—90分良，60—80分中，60分以下差）'
  const other = strange.length ? `“${strange.join('”“')}”不是优、良、中、差四个等级之一。` : ''
  const ask = bands.own ? '' : '如另有等级办法，请写明。'
  return {
    verdict: 'wrong',
    severity: bands.own ? 'error' : 'question',
    certainty: bands.own ? 0.92 : 0.65,
    message: `${named}${points(one.score)}分写为“${one.label}”，${by}应为“${should.join('”或“')}”。${rest}${other}${ask}`,
    formula: `${points(one.score)}分 → ${should.join('、')} ≠ ${one.label}`,
    claimed: one.label,
    computed: should.join('、'),
    places: odd.flatMap(({ one }) => one.places),
  }
}

const ranks = ['优', '良', '较好', '中', '合格', '基本合格', '差', '不合格']

/** A higher score with a lower grade than a lower score: wrong by any scale. */
function inversion(graded: readonly Graded[]): Outcome | undefined {
  const known = graded
    .map((one) => ({ one, rank: ranks.indexOf(gradeOf(one.label) ?? '') }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.one.score - a.one.score || a.rank - b.rank)
  for (let at = 1; at < known.length; at++) {
    const [above, below] = [known[at - 1], known[at]]
    if (!above || !below || below.rank >= above.rank || above.one.score === below.one.score) continue
    return {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.9,
      message: `“${above.one.name}”${points(above.one.score)}分为“${above.one.label}”，得分更低的“${below.one.name}”${points(below.one.score)}分反为“${below.one.label}”。`,
      formula: `${points(above.one.score)} > ${points(below.one.score)}，${above.one.label} < ${below.one.label}`,
      claimed: above.one.label,
      computed: below.one.label,
      places: [...above.one.places, ...below.one.places],
    }
  }
  return undefined
}
