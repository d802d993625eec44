import { every } from '../../understand/every.ts'
import { isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** 《甲》《乙》《丙》共4项制度: as many as are named. */
export const countTitles: Rule = {
  id: 'count-list.titles',
  kind: 'count-list',
  title: '列出的文件、制度名称与写明的数目一致',
  source: '公文写作：列举项数与总数一致',
  fails: [
    '修订印发《财务管理办法》《采购管理办法》《合同管理办法》共4项制度。',
    '制定《财务管理办法》、《采购管理办法》、《合同管理办法》和《公务接待办法》3个办法。',
    '出台《财务管理办法》《采购管理办法》《合同管理办法》等2项制度。',
    '完善内控制度4项：《财务管理办法》《采购管理办法》《合同管理办法》。',
    '修订制度4项（《财务管理办法》《采购管理办法》《合同管理办法》）。',
  ],
  holds: [
    '修订印发《财务管理办法》《采购管理办法》《合同管理办法》共3项制度。出台《考核办法》《管理细则》等6项制度。',
    '根据《条例》《办法》，修订制度4项。依据《条例》《办法》3项规定要求。完善内控制度4项（含《财务管理办法》《采购管理办法》）。',
    '依据《财务管理办法》《采购管理办法》2项制度。完善制度3项：《财务管理办法》《采购管理办法》等。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const list of every(text, titles)) {
      const start = list.index
      const end = start + list[0].length
      const named = list[0].split('《').length - 1
      const rest = text.slice(end, end + 16)
      const open = /^等/.test(rest)
      const fact = doc.facts.find((one) => {
        if (one.unit.dimension !== 'count' || !isExact(one) || one.value < 2) return false
        return isBehind(text, end, one.digits) || isBefore(text, start, one.digits.end, rest)
      })
      const around = fact && text.slice(fact.start >= end ? fact.digits.end : fact.start - 4, fact.digits.end + 8)
      if (!fact || !kinds.test(around ?? '')) continue
      if (fact.value === named || (open && fact.value > named)) {
        yield { verdict: 'consistent', formula: `列出 ${named} 项，写明 ${fact.value}`, places: [fact] }
        continue
      }
      const said = printed(text, fact)
      yield wrong(
        'error',
        0.88,
        `写明“${said}”，列出的名称为${named}个。请核对数目或补全名称。`,
        [fact, { start, end }],
        {
          claimed: String(fact.value),
          computed: String(named),
          formula: `列出 ${named} 项 ≠ ${said}`,
        },
      )
    }
  },
}

const titles = /《[^》\n]{2,40}》(?:(?:、|和|及|以及|与)?《[^》\n]{2,40}》)+/g
const kinds = /制度|办法|规定(?!要求|内容)|文件|细则|方案|意见|规范|标准|预案/
const isBehind = (text: string, end: number, { start }: { start: number }): boolean =>
  start >= end && start - end < 6 && /^(?:等)?(?:共计?|一共|合计|这)?$/.test(text.slice(end, start))

/** 制度4项：《…》, 制度4项（《…》）: the list ends with its stop or bracket. */
const isBefore = (text: string, start: number, from: number, rest: string): boolean =>
  from < start &&
  start - from < 14 &&
  /^[个项部份件](?:内控|管理|规章)?(?:制度|办法|文件|规定)?(?:[：:（(]|，(?:分别为|即)|，?包括|分别为)$/.test(
    text.slice(from, start),
  ) &&
  /^(?:[。；;）)\n]|等|$)/.test(rest)
