import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { type Match, matches, wrong } from '../words.ts'

const points = '(\\d+(?:\\.\\d+)?)分'
const item = `[^、，；。：:（()）\\d扣满\\n]{2,24}?${points}`
/** 数量指标（25分）得24.58分，包括甲5分、乙4.58分： to the end of the list. */
const listed = new RegExp(
  `(?:[（(](?:分值|满分)?(\\d+(?:\\.\\d+)?)分[）)][^。；\\n\\d]{0,6})?得(?:分)?${points}[，,。：:]?(?:其中|包括|分别为|具体为)[：:，,]?((?:${item}、)+${item})(?=[，；。\\n]|$)`,
  'g',
)

/** What a group got is what the items listed behind it add up to. */
export const scoreIncluding: Rule = {
  id: 'score-sum.including',
  kind: 'score-sum',
  title: '“得×分，包括……”所列各项得分之和等于所得分',
  source: '绩效自评表：上级指标的得分为其下各项之和',
  fails:
    '产出指标（50分）：46.76分。其中，数量指标（25分）得23.67分，包括耕地保护5分、生态修复5分、村庄规划4.76分、造林绿化9分；质量指标（10分）得10分。',
  holds: [
    '数量指标（25分）得23.76分，包括耕地保护5分、生态修复5分、村庄规划4.76分、造林绿化9分；质量指标（10分）得10分，包括结案率5分、准确率5分。',
    '效益指标（30分）得28.5分，其中社会效益10分、生态效益10分、可持续影响10分，可持续影响扣1.5分。',
    '管理指标得18.5分，包括制度建设6分、资产管理6分、信息公开6分等。',
  ],
  *check(doc) {
    for (const found of matches(doc, listed)) {
      const [weight, total = '', list = ''] = found.groups
      const terms = Array.from(list.matchAll(new RegExp(points, 'g')), ([, value]) => Number(value))
      const sum = Number(terms.reduce((all, term) => all + term, 0).toFixed(4))
      const formula = `${terms.join(' + ')} = ${sum}`
      if (sum === Number(total)) {
        yield { verdict: 'consistent', formula, places: [found] }
        continue
      }
      const places = total.split('.')[1]?.length ?? 0
      const slip = slipOf({ value: Number(total), step: 10 ** -places }, sum)
      // What is listed may be the points each could have got.
      if (!slip || sum === Number(weight) || takesOff(doc.folded.text, found)) continue
      yield wrong(
        places > 1 || slip === 'swapped' ? 'error' : 'question',
        places > 1 || slip === 'swapped' ? 0.88 : 0.76,
        `这里得分写${total}分，所列${terms.length}项相加为${sum}分，${slipSentence(slip)}。`,
        [found],
        { claimed: total, computed: String(sum), formula: `${formula} ≠ ${total}` },
      )
    }
  },
}

const takesOff = (text: string, { end }: Match): boolean => /扣/.test(/^[^。；\n]*/.exec(text.slice(end))?.[0] ?? '')
