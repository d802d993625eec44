import type { Finding, Place, Severity } from '../domain.ts'

/** From the gravest down, with the word for one of them and what it asks of whoever wrote the report. */
export const severities: readonly { severity: Severity; label: string; about: string }[] = [
  { severity: 'error', label: '错误', about: '按文中的数字不可能成立，应当更正' },
  { severity: 'question', label: '存疑', about: '看起来不对，请核实后更正或说明' },
  { severity: 'rounding', label: '尾差', about: '相差不超过末位的一个单位，多为四舍五入所致' },
  { severity: 'format', label: '格式', about: '写法不合规范，不影响数字' },
]
const rank = new Map(severities.map(({ severity }, at) => [severity, at]))
export const severityLabel = (severity: Severity): string => severities[rank.get(severity) ?? 0]?.label ?? severity

/** For sorting: the graver first. */
export const bySeverity = (one: Pick<Finding, 'severity'>, other: Pick<Finding, 'severity'>): number =>
  (rank.get(one.severity) ?? 0) - (rank.get(other.severity) ?? 0)

/** How sure the checker is, in a word people use. */
export function sureness(certainty: number): string {
  if (certainty >= 0.9) return '确定'
  return certainty >= 0.7 ? '很可能' : '请核实'
}

/** Where a place is, as one would tell somebody: 第3页，表2“清扫率”行“得分”列, “三、绩效分析”第2段. */
export function placeWords(place: Place): string {
  const { page, table } = place
  return [page ? `第${page}页` : '', table ? cellWords(place) : paragraphWords(place)].filter(Boolean).join('，')
}

const cellWords = ({ table, row = 1, column = 1, rowName, columnName }: Place) =>
  `表${table}${rowName ? `“${rowName}”行` : `第${row}行`}${columnName ? `“${columnName}”列` : `第${column}列`}`

function paragraphWords({ section, paragraph }: Place): string {
  if (paragraph === undefined) return ''
  if (!section) return `第${paragraph}段`
  return paragraph ? `“${section}”第${paragraph}段` : `标题“${section}”`
}

const LONGEST_QUOTE = 60
/** A quote as it is read: without the lines of a table drawn in signs, and marked where it was cut off. */
export function quoteWords({ quote }: Pick<Place, 'quote'>): string {
  const words = quote.replace(/\s*[|｜](?:\s*[|｜])*\s*/g, '  ').trim()
  return quote.length < LONGEST_QUOTE ? words : `${words}…`
}

export interface Group {
  severity: Severity
  label: string
  /** Their numbers in the report. */
  findings: number[]
}

/** Findings of one severity together, the gravest first, in the order of the report: their numbers run on from group to group. */
export const groupsOf = (
  findings: readonly Pick<Finding, 'severity'>[],
  shown: (number: number) => boolean = () => true,
): Group[] =>
  severities.flatMap(({ severity, label }) => {
    const own = findings.flatMap((one, at) => (one.severity === severity && shown(at) ? [at] : []))
    return own.length ? [{ severity, label, findings: own }] : []
  })

/** How many of each severity. */
export const countsOf = (findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> => {
  const counts: Record<Severity, number> = { error: 0, question: 0, rounding: 0, format: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** One sentence that says it all: 发现 5 处：错误 2、存疑 3；另有 18 项核对无误。 */
export function summary(findings: readonly Pick<Finding, 'severity'>[], held: number): string {
  const counts = countsOf(findings)
  const said = severities
    .filter(({ severity }) => counts[severity])
    .map((one) => `${one.label} ${counts[one.severity]}`)
  const tested = held ? `另有 ${held} 项已核对无误。` : ''
  if (!findings.length)
    return held ? `没有发现问题，${held} 项已核对无误。` : '没有发现问题，也没有可以核对的数字关系。'
  return `发现 ${findings.length} 处：${said.join('、')}。${tested}`
}
