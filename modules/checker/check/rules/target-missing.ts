import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { type Section, sectionsOf, sectionsOn } from '../sections.ts'
import { named, wrong } from '../words.ts'

const goals = /绩效(?:总体|总|年度)?目标$/

/** Targets without one number in them. */
export const targetMissing: Rule = {
  id: 'target-missing.unquantified',
  kind: 'target-missing',
  title: '绩效目标应当量化',
  source: '财预〔2015〕88号《中央部门预算绩效目标管理办法》：指向明确、细化量化、合理可行、相应匹配',
  fails: [
    '（二）部门年度整体支出绩效目标\n紧紧围绕创建全国文明城市工作目标，强化城市管理执法，突出公用事业管理，城市品质不断提升，市民获得感明显增强。\n（三）其他\n全年处理案件7000件。',
    '（三）项目支出绩效目标\n1、工具车项目：强化秩序管控，提升市容市貌整体水平，树立岗位在路上的管理理念。\n2、劝导员项目：充分发挥市民主观能动性，社会反映良好，市民整体素质有所提高。\n3、泵站项目：4个泵站正常运行。\n二、支出情况\n项目支出20万元。',
  ],
  holds: [
    '（二）部门年度整体支出绩效目标\n处理城市管理案件不少于7000件，结案率达到99%，新增停车泊位900个，群众满意度95%以上，城市品质不断提升。\n（三）其他\n无。',
    '（二）绩效目标\n各项目的绩效目标、指标值和评价标准较多，详见所附的项目支出绩效目标申报表，此处不再逐一列出。\n（三）其他\n无。',
    '（二）绩效目标完成情况\n各项工作顺利推进，城市品质不断提升，市民获得感明显增强，为建设美丽城市作出了应有的贡献。\n（三）其他\n无。',
  ],
  *check(doc) {
    for (const section of sectionsOn(doc, goals)) {
      if (/完成|实现|管理|设定|分析|执行|未/.test(section.heading.text)) continue
      const items = sectionsOf(doc).filter((one) => one.heading.line >= section.from && one.heading.line < section.to)
      const next = items.find(({ heading }) => goals.test(heading.text))
      const own = next ? cut(doc, section, next) : section
      const rows = next
        ? []
        : items.filter(
            ({ heading }) => heading.text.length > 15 && /^(?!.{0,4}目标)[^：:]{2,24}[：:]/.test(heading.text),
          )
      if (rows.length > 1) yield* projects(doc, rows)
      else yield* whole(doc, own)
    }
  },
}

/** As far as the next heading that speaks of targets: the projects' stand below the bureau's, with or without a number. */
const cut = (doc: Understanding, section: Section, { title }: Section): Section => ({
  ...section,
  end: title.start,
  body: doc.folded.text.slice(section.start, title.start),
})

const quantified = ({ facts }: Understanding, { title, end }: Section) =>
  facts.some((fact) => fact.start >= title.end && fact.end <= end)

function* whole(doc: Understanding, section: Section): Generator<Outcome> {
  const words = section.body.replace(/\s/g, '')
  if (
    words.length < 30 ||
    /^详见|[详参]见(?:附|[^。]{0,24}(?:表|附件))/.test(words) ||
    doc.tables.some(
      ({ rows }) => (rows[0]?.[0]?.start ?? -1) >= section.start && (rows[0]?.[0]?.start ?? 0) < section.end,
    )
  )
    return
  if (quantified(doc, section)) {
    yield { verdict: 'consistent', formula: `“${section.heading.text}”有量化的目标值`, places: [section.title] }
    return
  }
  const goal = /[^。\n]{0,6}(?:绩效)?目标[：:]/.exec(section.body)
  const start = section.start + (goal?.index ?? 0)
  yield wrong(
    'question',
    0.6,
    `“${section.heading.text}”没有一个量化的目标值（数量、比率、时限），完成与否无从衡量。`,
    [{ start, end: Math.min(section.end, start + 60) }, section.title],
    { claimed: '0个目标值' },
  )
}

function* projects(doc: Understanding, rows: readonly Section[]): Generator<Outcome> {
  const vague = rows.filter(({ title, heading, end }) => {
    const from = title.start + doc.folded.text.slice(title.start, title.end).search(/[：:]/)
    return heading.text.length > 15 && !doc.facts.some((fact) => fact.start >= from && fact.end <= end)
  })
  if (!vague.length) {
    yield {
      verdict: 'consistent',
      formula: `${rows.length}个项目的目标都有数字`,
      places: rows.map(({ title }) => title),
    }
    return
  }
  const names = vague.map(({ heading }) => heading.text.split(/[：:]/)[0] ?? '')
  yield wrong(
    'question',
    0.55,
    `${named(names)}的绩效目标没有量化的目标值，花了钱要达到什么程度无从衡量。`,
    vague.map(({ title }) => title),
    { claimed: '0个目标值' },
  )
}
