import type { Span } from '../../read/reading.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

interface Step extends Span {
  day: number
  words: string
}

const dated =
  /^(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日(?:\s?[-—~～至到]\s?(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?\d{1,2}日)?/

/** 3月1日印发方案；3月6日至24日自评；4月7日审议: told one after the other, each begins with its day. */
export const dateChain: Rule = {
  id: 'date.chain',
  kind: 'date',
  title: '逐项写明日期的工作过程应先后有序',
  source: '财预〔2020〕10号：自评、复核、报送依次进行；过程按时间先后叙述',
  fails: [
    '3月4日成立评价工作组；3月11日至3月22日，收集资料；4月26日形成评价报告初稿；4月19日，征求被评价单位意见；5月10日出具正式报告。',
  ],
  holds: [
    '3月4日成立评价工作组；3月11日至3月22日，收集资料；4月12日形成评价报告初稿；4月19日，征求被评价单位意见；5月10日出具正式报告。',
    '2023年11月4日下达计划；12月11日开工；2月26日完工；3月19日验收。',
    '3月4日处置渗滤液；1月11日整治广场；5月26日巡查；2月19日回访。',
    '5月4日开工；4月26日签订另一合同。',
  ],
  *check(doc) {
    const { text, lines } = doc.folded
    for (const line of lines) {
      if (line.cell) continue
      for (const chain of chainsOf(text.slice(line.start, line.end), line.start)) {
        const back = chain.flatMap((step, at) => {
          const last = chain[at - 1]
          return last && step.day < last.day ? [{ step, last }] : []
        })
        const [only] = back
        const ordered = chain.map(({ words }) => words).join('、')
        if (!only) yield { verdict: 'consistent', formula: `${ordered} 依次`, places: chain }
        // Two steps back, and the list follows something else than time.
        else if (back.length === 1 && chain.length >= 4)
          yield wrong(
            'error',
            0.82,
            `日期先后颠倒：${only.step.words}写在${only.last.words}之后，其余各项都按时间先后；请核实。`,
            [only.step, only.last],
            { claimed: only.step.words, computed: `不早于${only.last.words}` },
          )
      }
    }
  },
}

/** Parts of a paragraph that begin with a day, three or more of them on end. */
function chainsOf(words: string, start: number): Step[][] {
  const chains: Step[][] = [[]]
  let at = 0
  let month = 0
  for (const part of words.split(/[；;。]/)) {
    const found = dated.exec(part)
    const [own, , m, d] = found ?? []
    // From December to January the year is another, whether it says so or not.
    const turns = Number(m) < 6 && month > 9
    if (!found || turns) chains.push([])
    if (found && own) {
      month = Number(m)
      chains.at(-1)?.push({
        start: start + at,
        end: start + at + own.length,
        day: month * 100 + Number(d),
        words: own.replace(/^(?:19|20)\d{2}年/, ''),
      })
    }
    at += part.length + 1
  }
  return chains.filter((chain) => chain.length >= 3)
}
