import { numbered } from '../../understand/headings.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const tables = '收入支出决算总表\n项目|决算数\n收入|100.00\n支出|100.00\n'

/** A table the contents list stands in the document. */
export const missingListedTable: Rule = {
  id: 'missing-element.listed-table',
  kind: 'missing-element',
  title: '目录所列的表在正文中都有',
  source: '《地方预决算公开操作规程》（财预〔2016〕143号）：部门决算应当公开的报表',
  fails: `临江区城管局2024年度部门决算\n目 录\n第一部分 概况\n第二部分 决算表\n一、收入支出决算总表\n二、收入决算表\n三、支出决算表\n第三部分 决算情况说明\n第一部分 概况\n负责市容管理工作。\n第二部分 决算表\n${tables}收入决算表\n项目|合计\n财政拨款|100.00\n`,
  holds: `临江区城管局2024年度部门决算\n目 录\n第一部分 概况\n第二部分 决算表\n一、收入支出决算总表\n二、收入决算表\n三、支出决算表………………12\n第三部分 决算情况说明\n第一部分 概况\n负责市容管理工作。\n第二部分 决算表\n${tables}收入决算表\n项目|合计\n财政拨款|100.00\n附表3：支出决算表（单位：万元）\n项目|合计\n基本支出|100.00\n`,
  *check(doc) {
    const entries = entriesOf(doc)
    const listed = entries.filter(({ name }) => /表$/.test(name) && !chapter.test(name))
    if (listed.length < FEWEST) return
    const body = doc.folded.lines.slice((entries.at(-1)?.line ?? 0) + 1)
    const titles = body
      .map(({ start, end }) => doc.folded.text.slice(start, end))
      .filter((words) => words.includes('表'))
    for (const { line, name } of listed) {
      const place = doc.folded.lines[line]
      if (!place) continue
      if (titles.some((words) => isTitleOf(words, name)))
        yield { verdict: 'consistent', formula: `目录所列“${name}”，正文中有`, places: [place] }
      else
        yield wrong('error', 0.8, `目录列有“${name}”，正文中没有这张表。`, [place], {
          claimed: name,
          computed: '正文中没有',
        })
    }
  },
}

const FEWEST = 3
const LONGEST = 60

/** 第二部分 2024年度部门决算表: the chapter of the tables. */
const chapter = /(?:^|部门|单位|年度?)(?:预算|决算)(?:公开)?报?表$/

/** What may stand before the name: a number, whose it is, of which year. */
const front = /(?:^|[\d、.．：:\s）)〕表年度门位局心处会队室站所院办])$/

/** 公开03表 支出决算表（单位：万元）: its name, and not the end of another's. */
function isTitleOf(words: string, name: string): boolean {
  const at = words.lastIndexOf(name)
  return at >= 0 && words.length <= LONGEST && front.test(words.slice(0, at)) && !/[。，]/.test(words)
}

interface Entry {
  line: number
  name: string
}

/** The lines behind 目录 as far as they are numbered. */
function entriesOf(doc: Understanding): Entry[] {
  const { lines } = doc.folded
  const title = lines.findIndex(({ cell }, line) => !cell && /^目\s*[录次]$/.test(doc.line(line)))
  const entries: Entry[] = []
  if (title < 0) return entries
  for (let line = title + 1; line < lines.length; line++) {
    const words = doc.line(line)
    const found = words.length <= LONGEST ? numbered(words) : undefined
    const name = found?.rest.replace(/[.．…·\s]*\d*$/, '') ?? ''
    if (!found || entries.some((entry) => entry.name === name)) break
    entries.push({ line, name })
  }
  return entries
}
