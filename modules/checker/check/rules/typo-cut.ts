import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** Heads of words that never stand before an amount by themselves, and the word that was cut. */
const cut: readonly [RegExp, string][] = [
  [/(?<![已曾历业途财])经(?=(?:为|共|合计)?\d[\d,.]*(?:万|亿)?元)/gu, '经费'],
  [/(?<=[目本算款级])支(?=(?:为|共|合计)?\d[\d,.]*(?:万|亿)元)/gu, '支出'],
  [/(?<=项|金|动)资(?=(?:为|共|合计)?\d[\d,.]*(?:万|亿)元)/gu, '资金'],
  [/(?<=公共|部门|年初|全年)预(?=(?:为|共|合计)?\d[\d,.]*(?:万|亿)元)/gu, '预算'],
  [/(?<=性)基(?=(?:为|共|合计)?\d[\d,.]*(?:万|亿)元)/gu, '基金'],
]

/** 公用经218.12万元: the end of the word was lost before the figure. */
export const typoCut: Rule = {
  id: 'typo.cut',
  kind: 'typo',
  title: '数字之前的词不完整',
  source: '《预算法实施条例》第五条：基本支出包括人员经费、公用经费',
  fails: ['其中人员经费2691.67万元、公用经218.12万元。', '全年项目支1308.82万元。', '专项资68.4万元。'],
  holds: [
    '公用经费218.12万元，已经支出20万元，开支3万元，投资650万元，历经3年，收支12万元，超支2万元，较预算数60万元少支7.64万元，126座全年应支680.40万元。',
  ],
  *check(doc) {
    for (const [pattern, full] of cut)
      for (const found of matches(doc, pattern)) {
        const written = doc.folded.text
          .slice(Math.max(0, found.end - 3), found.end)
          .replace(/^.*[^\p{Script=Han}]/su, '')
        yield wrong(
          'error',
          0.88,
          `“${written}”疑漏字，应为“${written.slice(0, -1)}${full}”。`,
          [{ start: found.end - written.length, end: found.end }],
          { claimed: written, computed: `${written.slice(0, -1)}${full}` },
        )
      }
  },
}
