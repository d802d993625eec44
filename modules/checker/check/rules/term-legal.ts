import type { Rule } from '../rule.ts'
import { type Match, matches, named, wrong } from '../words.ts'

interface Term {
  written: RegExp
  right: string
  why: string
}
/** The word comes first, what stands before it is asked behind it: a pattern that begins with a look back is tried at every sign. */
const terms: readonly Term[] = [
  {
    written:
      /罚金(?<!(?:判|刑|法院|罚款)[^。；\n]{0,12}罚金)(?:(?<![并单]处罚金)(?!额)(?=[^。；，\d\n]{0,4}\d)|(?<=(?:收缴|处以|行政处罚|上缴|征收)[^。；，\n判刑]{0,4}罚金)(?![刑额]))/g,
    right: '罚款',
    why: '“罚金”是法院判处的刑罚，行政处罚应称“罚款”',
  },
  {
    written: /行政处罚通知书/g,
    right: '行政处罚决定书',
    why: '作出行政处罚应制作决定书，处罚前制作的是行政处罚事先告知书',
  },
  {
    written: /法人代表(?<=(?:企业|公司|单位|的|由|经)法人代表)(?!人)/g,
    right: '法定代表人',
    why: '法律用语是“法定代表人”',
  },
  {
    written: /暂扣(?<=(?:依法|予以|进行|实施|共|累计|先行)暂扣)(?=[^，。；]{0,8}(?:物品|工具|车辆|经营|三轮|\d))/g,
    right: '扣押',
    why: '行政强制措施的种类是“扣押”（暂扣只用于许可证件）',
  },
  {
    written: /截止(?=(?:19|20)\d{2}年|目前|\d{1,2}月|本年|上年|年底|去年|报告期)/g,
    right: '截至',
    why: '说到某时为止的情况用“截至”，“截止”是停止',
  },
]

/** A word that means something else in law or in grammar. */
export const termLegal: Rule = {
  id: 'term.legal',
  kind: 'term',
  title: '法律和财务用语应准确',
  source: '《行政处罚法》第九条、第五十九条；《行政强制法》第九条；《民法典》第六十一条；《刑法》第三十四条',
  fails: [
    '全年处罚违法建筑8337平方米，收缴罚金300534.3元。',
    '下达行政处罚通知书35份。',
    '截止2023年12月31日，项目资金全部支付。',
    '依法暂扣占道经营工具46件。',
  ],
  holds: [
    '全年处罚金额计30万元，收缴罚款30万元，下达行政处罚决定书35份，截至2023年12月底，资金全部支付；报名已截止。',
    '移送司法机关后，当事人被判处罚金5000元；公司的法定代表人到场；暂扣许可证1件。',
  ],
  *check(doc) {
    for (const { written, right, why } of terms) {
      const found = matches(doc, written)
      const [first] = found
      if (!first) continue
      const grammar = right === '截至'
      yield wrong(
        grammar ? 'format' : 'error',
        grammar ? 0.7 : 0.85,
        `用语不当：${around(doc.folded.text, found)}中的“${first.words}”应为“${right}”。${why}。`,
        found,
        { claimed: first.words, computed: right },
      )
    }
  },
}

const around = (text: string, found: readonly Match[]) =>
  named(
    found.map(({ start, end, words }) => {
      const before = text.slice(Math.max(0, start - 4), start).replace(/^.*[\n，。；、]/s, '')
      return before + words + text.slice(end, end + 6).replace(/[\n，。；、].*$/s, '')
    }),
  )
