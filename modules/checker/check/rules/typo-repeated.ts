import type { Rule } from '../rule.ts'
import { matches, raw, wrong } from '../words.ts'

const doubledWords =
  '进行|开展|完成|加强|提高|通过|对于|关于|以及|并且|我局|我们|已经|实现|推进|主要|为了|同时|按照|根据|及时|有效|认真|积极|确保|落实|存在|达到|其中|共计|取得|得到|没有|由于|因为|所以|但是|需要|继续|不断|全面|严格|利用|采取|组织|制定|建立|健全|完善|提升|促进|保障|强化|增加|减少|下降|增长|情况|工作|等部门'

/** The same words twice in a row. */
export const typoRepeated: Rule = {
  id: 'typo.repeated',
  kind: 'typo',
  title: '重复录入的词句',
  source: '公文校对：衍文',
  fails: [
    '强化与公安、交警、城管等部门等部门的沟通联动。',
    '积极开展开展集中整治行动。',
    '完成绩效自评报告绩效自评报告的编制。',
    '包括市容整治、市容整治、垃圾清运。',
    '进一步的的提高效率。',
  ],
  holds: [
    '研究研究再定，一户一户走访，一项一项落实，达到目的的同时，为了了解情况，层层落实，常态长效，工作情况情况说明另附。',
    '人人参与、人人尽责。',
  ],
  *check(doc) {
    const found = [
      ...matches(doc, /([\p{Script=Han}]{3,12})\1/gu),
      ...matches(doc, new RegExp(`(${doubledWords})\\1(?!说明)`, 'g')),
      ...matches(doc, /(?<![目标])(的)的(?!确|士)/g),
      ...matches(
        doc,
        /(?<=[、，。；：]|^|包括|涵盖|涉及|如|有|了|对|和)([\p{Script=Han}]{3,12})、\1(?=[、，。；等])/gmu,
      ),
    ]
    const told: { start: number; end: number }[] = []
    for (const match of found) {
      const once = match.groups[0] ?? ''
      if (/^[一二三四五六七八九十]|^(.)\1+$|^(?:的.|对|有|会(?=委))|人$/u.test(once)) continue
      // With white space between, they are the headings of two columns.
      if (/\s/.test(raw(doc, { start: match.start, end: match.start + once.length + 1 }))) continue
      if (told.some((other) => other.start < match.end && match.start < other.end)) continue
      told.push(match)
      yield wrong('error', 0.88, `“${once}”重复录入，应删去一处。`, [match], { claimed: match.words, computed: once })
    }
  },
}
