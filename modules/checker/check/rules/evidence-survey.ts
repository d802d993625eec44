import type { Fact, Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const surveyed = /问卷|调查|测评|抽样|访谈|回访|走访|第三方|民意|随访|征求意见|评议/
const denied =
  /(?:尚?未|没有)(?:针对|面向|对)?[^，,。；;\n]{0,8}?(?:组织|开展|进行|安排|建立)[^，,。；;\n]{0,12}(?:满意度)?(?:调查|测评|问卷)[^，,。；;\n]{0,6}/g
const claimed =
  /满意(?:度|率)(?:(?:目标值|指标值)[^，,。；;]{0,8}[，,](?:实际)?(?:完成)?值)?(?:均|都|分别)?(?:达到?了?|为|是|在|约|超过)?$/

/** A satisfaction in per cent, and nowhere how it was found. */
export const evidenceSurvey: Rule = {
  id: 'evidence.survey',
  kind: 'evidence',
  title: '满意度应有调查依据',
  source: '财预〔2020〕10号：满意度指标一般通过问卷调查等方式取得',
  fails: [
    '所有项目服务对象满意度均达100%，主要得益于常态化巡查。',
    '“社会公众满意度”指标分值10分，因时间紧张未组织问卷调查，结合日常工作情况自评得9分。',
    '我办尚未建立全面的满意度调查机制，本次满意度指标完成值按80%进行评分。',
    '因条件所限未开展测评，社会公众满意度按10分计。',
    '（三）满意度指标\n乘客满意度目标值为90%以上，完成值为93%。因人手不足，未组织开展满意度问卷调查，完成值由股室估计。',
    '受益群众满意度目标值90%，实际值96.5%，满分10分，自评得9分。因人手不足，未组织开展群众满意度测评。',
  ],
  holds: [
    '“社会公众满意度”指标分值10分，因未组织问卷调查，自评得0分。满意度指标未开展问卷调查，不得分，执行率得9分。',
    '发放问卷300份，服务对象满意度为96%，得10分。企业满意度指标未组织问卷调查，得0分。',
    '发放问卷300份，服务对象满意度为96%。',
    '满意度指标：服务对象满意度≥95%。',
    '群众满意度目标值为95%。',
  ],
  *check(doc) {
    const guessed = scoredUnasked(doc)
    if (guessed) {
      yield guessed
      return
    }
    const [none] = matches(doc, denied)
    // Asked for one thing, not asked for another: nobody can say which of the two a figure is.
    if (none && /发放(?:调查|满意度)*问卷|有效(?:问卷|样本)|收回问卷/.test(doc.folded.text)) return
    if (!none && surveyed.test(doc.folded.text)) return
    const stated = doc.facts.filter(
      (fact) =>
        fact.unit.dimension === 'percent' &&
        !fact.bound &&
        !doc.folded.lines[fact.line]?.cell &&
        claimed.test(doc.folded.text.slice(Math.max(0, fact.start - 24), fact.start)) &&
        isScored(doc, fact),
    )
    const [first] = stated
    if (!first) return
    if (none) {
      yield wrong(
        'error',
        0.82,
        `满意度写为${doc.folded.text.slice(first.digits.start, first.end)}，又说“${none.words}”：没有调查就没有满意度的数，也不能计分。`,
        [first, none],
        { claimed: doc.folded.text.slice(first.digits.start, first.end), computed: '未调查' },
      )
      return
    }
    yield wrong(
      'question',
      0.5,
      `满意度写为${doc.folded.text.slice(first.digits.start, first.end)}，全文没有说明怎样得出：调查了多少人、用什么方式？`,
      stated.map(({ start, end }) => ({ start: Math.max(0, start - 6), end })),
      { claimed: doc.folded.text.slice(first.digits.start, first.end) },
    )
  },
}

const unasked =
  /满意(?:度|率)[^。；;\n]{0,50}?((?:尚?未|没有)(?:组织|开展|进行|安排)?[^，,。；;\n]{0,12}(?:调查|测评|问卷)[^，,。；;\n]{0,6})[，,][^。；;，,\n]{0,20}?[，,]?[^。；;，,\n]{0,12}(?:得|计|评|打|给予?)(?:满分)?(\d+(?:\.\d+)?)分/g

const asked = /[，,][^。；;，,\n]{0,8}满意(?:度|率)[^。；;，,\n]{0,8}(?:按|得|计|评|打|给)(?:为|了)?(\d+(?:\.\d+)?)分/
const unaskedFirst = new RegExp(
  `((?:尚?未|没有)(?:组织|开展|进行|安排)[^，,。；;\\n]{0,12}(?:调查|测评|问卷)[^，,。；;\\n]{0,6})${asked.source}`,
  'g',
)

/** 尚未建立满意度调查机制，……满意度指标完成值按80%进行评分 */
const assumed =
  /((?:尚?未|没有)[^，,。；;\n]{0,24}满意度(?:调查|测评)[^，,。；;\n]{0,8})[，,][^。\n]{0,60}?满意(?:度|率)[^。；;\n]{0,16}按(\d+(?:\.\d+)?)%(?:进行)?(?:评分|计分|打分)/g

/** 未组织问卷调查，…自评得9分: points without anybody asked. */
function scoredUnasked(doc: Understanding) {
  const asked = [...matches(doc, unasked), ...matches(doc, unaskedFirst)].find(
    ({ words, groups }) =>
      Number(groups[1]) > 0 && !/不得分|未得分|不计分|执行率|扣|发放|回收|电话|走访|自行|改为|通过/.test(words),
  )
  const found = asked ?? matches(doc, assumed)[0]
  const [none = '', got = ''] = found?.groups ?? []
  if (!found) return undefined
  const at = found.start + found.words.indexOf(none)
  return wrong(
    'error',
    0.84,
    `写明“${none}”，满意度却按${got}计分：没有调查就没有满意度的数，不能计分。`,
    [{ start: at, end: found.end }],
    { claimed: got, computed: none },
  )
}

/** It earns points: as an indicator of its class, with points beside it, or because all are said to be satisfied. */
function isScored({ folded: { text } }: Understanding, { start, end, value }: Fact): boolean {
  if (value === 100) return true
  const before = text.slice(Math.max(0, start - 80), start)
  return /满意度指标/.test(before) || /得分|得\d|分值|满分|权重/.test(before.slice(-40) + text.slice(end, end + 30))
}
