import { numbered } from '../../understand/headings.ts'
import type { Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** 以上6个项目 behind items numbered from 1 to 5. */
export const countAbove: Rule = {
  id: 'count.above',
  kind: 'count',
  title: '“以上N项”与上文编号所列的项数一致',
  source: '公文写作：列举项数与总数一致',
  fails: [
    '（三）项目明细\n1.保洁经费86.2万元；\n2.车辆经费18.4万元；\n3.宣传经费6万元。\n以上4个项目共计110.6万元。',
    '（1）修订考核办法；\n（2）更换破损设施；\n（3）开展业务培训。\n上述两项措施均已落实。',
  ],
  holds: [
    '（三）项目明细\n1.保洁经费86.2万元；\n2.车辆经费18.4万元；\n3.宣传经费6万元。\n以上3个项目共计110.6万元。',
    '2.车辆经费18.4万元；\n3.宣传经费6万元。\n以上4个项目共计110.6万元。',
    '1.保洁经费86.2万元；\n2.车辆经费18.4万元，含燃油、维修两项。上述2项均为经常性支出。\n以上三个方面的问题已整改。',
  ],
  *check(doc) {
    for (const fact of doc.facts) {
      if (!/^[个项条类]$/.test(fact.unit.word) || !isExact(fact) || doc.folded.lines[fact.line]?.cell) continue
      const line = doc.folded.lines[fact.line]
      const lead = doc.folded.text.slice(line?.start ?? 0, fact.start)
      if (!/^(?:以上|上述|前述)$/.test(lead) || !thing.test(doc.folded.text.slice(fact.digits.end + 1, fact.end + 8)))
        continue
      const count = countAboveLine(doc, fact.line)
      if (count < 2) continue
      const [said, formula] = [printed(doc.folded.text, fact), `上文编号列出 ${count} 项`]
      if (count === fact.value) yield { verdict: 'consistent', formula: `${formula}，写明 ${said}`, places: [fact] }
      else
        yield wrong('error', 0.82, `此处写“${lead}${said}”，${formula}。请核对数目或补全所列各项。`, [fact], {
          claimed: String(fact.value),
          computed: String(count),
          formula: `${formula} ≠ ${said}`,
        })
    }
  },
}

const thing = /项目|措施|任务|指标|工程|问题|支出|资金|内容|工作|经费/

/** How many lines right above are numbered from 1 on, each a line. */
function countAboveLine(doc: Understanding, line: number): number {
  const last = numbered(doc.line(line - 1))
  if (!last || !/^(?:1\.|1、|（1）|1）|①)$/.test(last.style)) return 0
  for (let back = 1; back <= last.number; back++) {
    const own = numbered(doc.line(line - back))
    if (own?.style !== last.style || own.number !== last.number - back + 1) return 0
  }
  return last.number
}
