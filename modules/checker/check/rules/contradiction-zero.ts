import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const zero =
  /((?:新增|新发)[\p{Script=Han}]{2,4}|[\p{Script=Han}]{2,4}?(?:违建|违法建设|投诉|事故|上访|案件|积水点))[“"]?(?:零增长|零新增|零发生|零投诉|零事故)["”]?(?:[\p{Script=Han}]{0,6}(?:实现|达到|完成|保持))/gu

/** None are new, and so many are counted. */
export const contradictionZero: Rule = {
  id: 'contradiction.zero',
  kind: 'contradiction',
  title: '写“零增长”“零发生”的，不应另有同一事项的数量',
  source: '同一事实前后表述应一致',
  fails: '其中拆除存量违建198宗、拆除新增违建128宗8.37万平方米。新增违建“零增长”目标基本实现。',
  holds: '拆除存量违建198宗，新增违建0宗。新增违建“零增长”目标全面实现。上年拆除新增违建128宗。',
  *check(doc) {
    for (const found of matches(doc, zero)) {
      const name = found.groups[0] ?? ''
      const counted = doc.facts.find(
        (fact) =>
          fact.unit.dimension === 'count' &&
          fact.value > 0 &&
          fact.label.endsWith(name) &&
          !/上年|去年|同期|20\d\d/.test(doc.folded.text.slice(Math.max(0, fact.labelSpan.start - 8), fact.start)),
      )
      if (!counted) continue
      const written = doc.folded.text.slice(counted.labelSpan.start, counted.end)
      yield wrong(
        'question',
        0.7,
        `这里写“${found.words}”，文中又有“${written}”；请核实，或写明“零增长”指什么。`,
        [found, { start: counted.labelSpan.start, end: counted.end }],
        { claimed: found.words, computed: written },
      )
    }
  },
}
