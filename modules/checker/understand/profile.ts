import type { Folded } from './fold.ts'
import type { Heading } from './headings.ts'

/** What the document is: its title, whose it is, of which year, of which kind. */
export interface Profile {
  title?: string
  bureau?: string
  year?: number
  kind: 'self-evaluation' | 'final-account' | 'budget' | 'score-sheet' | 'other'
}

const titleWords =
  /(?:自评|评价|绩效).{0,14}(?:报告|结果|情况|表)|部门决算|决算公开|决算说明|(?:19|20)\d{2}年.{0,8}(?:部门|单位)预算(?:公开|说明)?$/
const bureauName =
  /[\p{Script=Han}（）()]{2,24}?(?:局|大队|支队|中心|委员会|办公室|管理处|街道办事处|综合办|厅|站|所|办)(?![\p{Script=Han}]{0,1}(?:长|领导|机关|党组|党委))/u

/** The first lines that belong together and speak of evaluation or accounts are the title. */
export function profileOf({ text, lines }: Folded, headings: readonly Heading[]): Profile {
  const first = lines.slice(0, 14).map((line) => text.slice(line.start, line.end))
  const title = titleOf(first, headings)
  const year = yearOf(title, text)
  const bureau = bureauOf(title, text)
  return {
    ...(title ? { title } : {}),
    ...(bureau ? { bureau } : {}),
    ...(year ? { year } : {}),
    kind: kindOf(title ?? '', text),
  }
}

/** A bureau of three merged ones names them all. */
const LONGEST_TITLE = 90
function titleOf(first: string[], headings: readonly Heading[]): string | undefined {
  const at = first.findIndex(
    (words, index) =>
      titleWords.test(words) &&
      words.length <= LONGEST_TITLE &&
      !/[。；]/.test(words) &&
      !headings.some((heading) => heading.line === index && heading.style),
  )
  if (at < 0) return undefined
  let begin = at
  while (begin > 0 && at - begin < 2 && isAbove(first[begin - 1] ?? '', first[at] ?? '')) begin--
  const title = first.slice(begin, at + 1).join('')
  const below = first[at + 1] ?? ''
  return yearAlone.test(below) && !/(?:19|20)\d{2}年/.test(title) ? title + below : title
}

/** 项目支出绩效自评报告, and on the line below （2023年度）. */
const yearAlone = /^[（(]?(?:19|20)\d{2}年度?[）)]?$/

/** A title is broken after the name of the bureau, the year or the project; below stands what has no place of its own. */
function isAbove(above: string, below: string): boolean {
  if (above.length < 2 || above.length > 40 || /[。：:；]|^附/.test(above)) return false
  const place = /[省市区县州旗]/
  return (
    /(?:局|大队|支队|中心|委员会|办公室|年度|年|处|项目|专项|经费)$/.test(above) ||
    (place.test(above) && !place.test(below))
  )
}

function yearOf(title: string | undefined, text: string): number | undefined {
  const own = /((?:19|20)\d{2})年/.exec(title ?? '')
  if (own) return Number(own[1])
  const counts = new Map<number, number>()
  for (const [, year] of text.matchAll(/((?:19|20)\d{2})年/g))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0]
}

function bureauOf(title: string | undefined, text: string): string | undefined {
  const clean = (words: string) => words.replace(/^(?:关于|根据|按照|附件\d?[：:]?)/, '')
  const withoutYear = (words: string) => clean(words.replace(/^.*?(?:19|20)\d{2}年度?/, ''))
  const nameIn = (words: string) => bureauName.exec(words)?.[0]
  return (
    nameIn(clean((title ?? '').replace(/(?:19|20)\d{2}年.*$/, ''))) ??
    nameIn(withoutYear(title ?? '')) ??
    nameIn(withoutYear(text.slice(0, 400)))
  )
}

function kindOf(title: string, text: string): Profile['kind'] {
  if (/决算/.test(title) || (/收入支出决算总表/.test(text) && /财政拨款收入支出决算/.test(text))) return 'final-account'
  if (/(?:部门|单位)预算(?:公开|说明)?$/.test(title)) return 'budget'
  if (/自评表/.test(title) && text.length < 6000) return 'score-sheet'
  if (/自评|绩效评价|绩效目标/.test(text)) return 'self-evaluation'
  return 'other'
}
