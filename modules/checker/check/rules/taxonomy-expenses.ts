import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const listed =
  /三公”?经费[^。；;\n]{0,40}?(?:其中|包括|分别)[^。；;\n]{0,80}?(会议费|培训费|差旅费)[^，,、。；;\n]{0,4}?\d/g

/** Meetings and training are no part of the three public expenses. */
export const taxonomyExpenses: Rule = {
  id: 'taxonomy.three-expenses',
  kind: 'taxonomy',
  title: '会议费、培训费不属于“三公”经费',
  source: '“三公”经费＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费；会议费、培训费单列',
  fails: '全年“三公”经费支出32.80万元，其中公务接待费2.30万元、公务用车运行维护费28.50万元、会议费2万元。',
  holds: '全年“三公”经费支出30.80万元，其中公务接待费2.30万元、公务用车运行维护费28.50万元。会议费2万元，培训费1万元。',
  *check(doc) {
    for (const found of matches(doc, listed)) {
      const name = found.groups[0] ?? ''
      const start = found.end - found.words.slice(found.words.lastIndexOf(name)).length
      yield wrong(
        'error',
        0.85,
        `“${name}”不属于“三公”经费，应单独列出，不应计入“三公”经费的合计。`,
        [{ start, end: found.end }],
        {
          claimed: '“三公”经费',
          computed: name,
        },
      )
    }
  },
}
