import type { Fact, Understanding } from '../understand/index.ts'

const lead =
  /^(?:(?:19|20)\d{2}年度?|全年|年度|本年度?|截至\d*年?[末底]?|全[县市区局镇州省旗]|我[县市区局委办]|本部门|本单位|部门|单位|整体|共有?|现有|累计|实际|实施|完成|开展|虽然|达到|局属|所属|下属|直属|下设|辖区|其中|已|均|将|为)+/
const tail = /(?:总额|总数|总量|合计|总计|数量|金额|数额|数|额|量)+$/
/** Words that name no matter of their own. */
const general =
  /^(?:年初|年末|调整后|本年|财政|拨款|预算|决算|支出|收入|执行|完成|资金|金额|目标|指标|结转|结余|和|项目|实有|合计|人员|情况|占.*|增加|减少|其他|值|率|的)*$/

/** What a quantity is about, bare of whose it is, of its year and of verbs; empty where its words name nothing. */
export function subjectOf(doc: Understanding, fact: Fact): string {
  if (doc.folded.lines[fact.line]?.cell) return rowName(doc, fact)
  const names = [fact.label, fact.unit.dimension === 'count' ? thing(fact.object) : '', fact.head]
  return names.map(bare).find((name) => name.length >= 2) ?? ''
}

function bare(words: string): string {
  const name = words.replace(lead, '').replace(tail, '').replace(/职工$/, '人员')
  return general.test(name) ? '' : name
}

/** 354名**在职职工**中, 9个**二级机构**均…: the noun behind the unit. */
const thing = (object: string) => object.replace(/(?:均|中|的|已|全部|共|为|按|完成|实行)[\p{Script=Han}]*$/u, '')

const isResult = (words: string | undefined) => /^(?:全年|年度)?实际(?:完成)?值?|完成值|完成情况/.test(words ?? '')
/** What a row of indicators is about, for its result alone. Their heading may stand in the middle of the form. */
function rowName({ folded: { lines }, tables }: Understanding, { line }: Fact): string {
  const { cell, start } = lines[line] ?? {}
  const table = tables.find(({ index, rows }) => index === cell?.table && rows[cell.row]?.some(isHere(start)))
  const row = cell && table?.rows[cell.row]
  const at = row?.findIndex(isHere(start)) ?? -1
  if (!row || at < 1) return ''
  const above = table?.rows.slice(0, cell.row).some((one) => isResult(one[at]?.text))
  if (!above && !isResult(table?.columns[at])) return ''
  return bare(row.slice(0, at).findLast(({ text, quantities }) => text && !quantities.length)?.text ?? '')
}

const isHere = (start: number | undefined) => (cell: { start: number }) => cell.start === start

const levels = /中央|省|市|县|区|镇|乡|本级|上半年|下半年|季度/g
/** Whether two subjects are one: the signs of the shorter stand in the longer in order, and neither is of another level. */
export function sameSubject(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let at = 0
  for (const sign of short) {
    at = long.indexOf(sign, at) + 1
    if (at === 0) return sharesMost(short, long)
  }
  return short.length >= 3 && (short.length * 3 >= long.length || long.endsWith(short))
}

/** 医疗救助 of 医疗救助惠及困难群众: four signs in a row at the beginning of both. */
const sharesMost = (one: string, other: string): boolean =>
  one.slice(0, 4) === other.slice(0, 4) && one.length >= 4 && String(one.match(levels)) === String(other.match(levels))

const otherTime = /上年|去年|上一年|同期|往年|上半年|下半年|季度|[12]?\d-[12]?\d月|比|较/
/** Of another time or a comparison, by the words of its clause. */
export function isOfOtherTime({ folded: { text, lines }, profile }: Understanding, fact: Fact): boolean {
  const words = text.slice(Math.max(lines[fact.line]?.start ?? 0, fact.start - 30), fact.start)
  const clause = words.replace(/^.*[，。；、（(]/s, '')
  const year = /((?:19|20)\d{2})年/.exec(clause)?.[1]
  return otherTime.test(clause) || (year !== undefined && profile.year !== undefined && Number(year) !== profile.year)
}

const aims = /目标|计划|任务数?|拟|预计|力争|核定|应|≥|不低于/g
const results = /实际|完成|现有|执行|截至|全年(?!目标)/g
const lastOf = (words: string, pattern: RegExp) => [...words.matchAll(pattern)].at(-1)?.index ?? -1
/** What was planned, by the last word before it in its paragraph that says so, or by the heading above. */
export function isAim(doc: Understanding, fact: Fact): boolean {
  const { text, lines } = doc.folded
  const line = lines[fact.line]
  if (!line || line.cell) return false
  const words = text.slice(line.start, fact.start)
  const above = doc.headings.findLast(({ line: at, style }) => at < fact.line && style && style !== '一是')?.text ?? ''
  if (/目标(?:为|是|如下)?[：:][^。]*$/.test(words)) return true
  const [aim, result] = [lastOf(words, aims), lastOf(words, results)]
  return aim > result || (result < 0 && /目标/.test(above) && !/完成|实现/.test(above))
}
