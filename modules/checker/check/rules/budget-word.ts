import type { Fact } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'

const compares = /(?:支出)?决算数?(?:与|同|和|跟)?(?:年初)?(?:预算数?)?(大于|小于|高于|低于|等于|(?:基本)?持平)/
const budget = /年初预算(?:数|为|是)*$/
const spent = /支出决算(?:数|为|是)*$/

/** 年初预算为A，支出决算为B……决算数小于预算数: the word agrees with the figures. */
export const budgetWord: Rule = {
  id: 'contradiction.budget-word',
  kind: 'contradiction',
  title: '“大于、小于、持平”与预决算数相符',
  source: '部门决算公开说明格式：决算数与预算数比较（B-16）',
  fails: '年初预算为452.40万元，支出决算为446.11万元，完成年初预算的98.61%。决算数大于预算数的主要原因：人员变动。',
  holds: [
    '年初预算为452.40万元，支出决算为446.11万元，完成年初预算的98.61%。决算数小于预算数的主要原因：人员变动。',
    '年初预算为10.00万元，支出决算为10.00万元。决算数与预算数基本持平。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const [at, sentence] of doc.sentences.entries()) {
      const word = compares.exec(sentence.text)
      if (!word?.[1] || !/预算/.test(sentence.text)) continue
      const facts = [doc.sentences[at - 1], sentence].flatMap((one) =>
        one && one.line === sentence.line ? one.facts.filter(({ start }) => start < sentence.start + word.index) : [],
      )
      const last = (pattern: RegExp): Fact | undefined =>
        facts.findLast((fact) => isExact(fact) && pattern.test(text.slice(Math.max(0, fact.start - 12), fact.start)))
      const [planned, used] = [last(budget), last(spent)]
      if (!planned || !used || !comparable(planned, used)) continue
      const [one, other] = [printed(text, used), printed(text, planned)]
      const is = near(base(used), base(planned), 0) ? '等于' : base(used) > base(planned) ? '大于' : '小于'
      if (agrees(word[1], is, base(used) / base(planned)))
        yield { verdict: 'consistent', formula: `决算 ${one} ${is}预算 ${other}`, places: [used, planned] }
      else {
        const start = sentence.start + word.index
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.9,
          message: `写“决算数${word[1]}预算数”，但支出决算 ${one} ${is}年初预算 ${other}，应改正用词或数字。`,
          formula: `${one} ${is} ${other}`,
          claimed: word[1],
          computed: is,
          places: [{ start, end: start + word[0].length }, used, planned],
        }
      }
    }
  },
}

/** 基本持平 may be off by a twentieth. */
function agrees(word: string, is: string, ratio: number): boolean {
  if (word === '基本持平') return Math.abs(ratio - 1) <= 0.05
  if (word === '等于' || word === '持平') return is === '等于'
  return is === (/[大高]/.test(word) ? '大于' : '小于')
}
