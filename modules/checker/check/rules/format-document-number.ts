import type { Rule } from '../rule.ts'
import { type Match, matches, named, raw, wrong } from '../words.ts'

const wrapped =
  /(?<=[\p{Script=Han}A-Za-z])([〔［[(（【〈]?)((?:19|20)\d{2})([〕］\])）】〉]?)(第?)(\d{1,4})(号)(?!线|楼|院|路|机|泵|桥|令|公告)/gu

/** 湘政函〔2004〕52号: six-cornered brackets, four figures, no 第, no leading zero, no space. */
export const formatDocumentNumber: Rule = {
  id: 'format.document-number',
  kind: 'format',
  title: '发文字号的年份用六角括号〔〕，序号不加“第”、不编虚位',
  source: 'GB/T 9704—2012《党政机关公文格式》7.2.5 发文字号',
  fails: [
    '根据石发[2019]8号文件精神，制定方案。',
    '根据湘政函〔2004 〕52号批文组建。',
    '按照川财绩2025〕10号文件要求。',
    '按照《关于开展绩效自评的通知》（皖财绩〔2022〕第015号）要求。',
    '按照洪财办（2020）44号文件要求。',
  ],
  holds: [
    '根据石发〔2019〕8号文件精神，制定方案。',
    '本院（2022）湘01民初5号判决。2022年12月，百万庄3号路完工。',
    '依据《城市建筑垃圾管理规定》（建设部令第139号）。',
  ],
  *check(doc) {
    const faulty = new Map<string, Match[]>()
    for (const found of matches(doc, wrapped)) {
      const fault = faultOf(found, raw(doc, found))
      if (fault) faulty.set(fault, [...(faulty.get(fault) ?? []), found])
    }
    for (const [fault, found] of faulty) {
      const [first] = found as [Match]
      const should = `〔${first.groups[1]}〕${Number(first.groups[4])}号`
      yield wrong(
        'format',
        0.9,
        `发文字号${named(found.map((one) => raw(doc, one)))}${fault}，应写成“${should}”的样式。`,
        found,
        { claimed: raw(doc, first), computed: should },
      )
    }
  },
}

function faultOf({ groups: [open, , close, the, digits = ''] }: Match, written: string): string | undefined {
  if (!open && !close) return undefined
  if (!open || !close) return '缺半个括号'
  if (open !== '〔' || close !== '〕') return '的年份没有用六角括号〔〕'
  if (/\s/.test(written)) return '中有空格'
  if (the) return '的序号前多了“第”'
  return /^0/.test(digits) ? '的序号前多了0' : undefined
}
