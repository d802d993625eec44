import type { ScoreAnswer } from '../../evaluation/index.ts'
import type { Binding, Block, Drawn, ReportDocument, SumRule } from '../domain.ts'

/** A project as the budget has it; its score when it has indicators. */
export interface DrawnProject {
  code: string
  name: string
  score?: ScoreAnswer
}
/** What is drawn from: the scores of a year and the projects of its budget. */
export interface Drawing {
  scoreOf: (project: string) => ScoreAnswer | undefined
  projects: readonly DrawnProject[]
}
/** A block with the figures it needs, and what must add up in it. */
interface Inked {
  block: Block
  figures: Binding[]
  sums?: SumRule[]
}
type Line = ScoreAnswer['lines'][number]

/** Words of a ledger; braces in them are no figures. */
const plainWords = (text: string) => text.replaceAll(/[{}]/g, '')
const points = (id: string, label: string, project: string, of: string): Binding => ({
  ...{ id, label, scale: '分2', unit: '分' },
  from: { points: project, of },
})
const reached = (id: string, label: string, project: string, of: string): Binding => ({
  ...{ id, label, scale: '词', unit: '' },
  from: { reached: project, of },
})
const totals = (key: string, { project, name }: Pick<ScoreAnswer, 'project' | 'name'>): Binding[] => [
  { id: `${key}-total`, label: `${name}自评得分`, scale: '分2', unit: '分', from: { score: project } },
  { id: `${key}-grade`, label: `${name}自评等级`, scale: '词', unit: '', from: { grade: project } },
]
/** What a line reached and the points it earned. */
const lineFigures = (key: string, at: number, project: string, { id, name }: Line): Binding[] => [
  reached(`${key}-r${at}`, `${name}完成值`, project, id),
  points(`${key}-p${at}`, `${name}得分`, project, id),
]

const pointsHead = ['一级指标', '指标', '目标值', '完成值', '分值', '得分']
const across = (first: string, second: string, last: string) => [first, second, '', '', '', last]

/** A figure in a table is printed without its unit, except for percent; what was reached needs it, as its target has it. */
const unitOf = ({ actual, measure }: Line) => (actual === undefined || measure === '%' ? '' : plainWords(measure))

/** Some of the indicators: what each could earn stands beside what it did, since a column of it would not add up to 100. */
const someHead = ['指标', '目标值', '完成值', '得分']
const someCells = (key: string, at: number, line: Line) => [
  ...[plainWords(line.name), plainWords(line.targetText), `{${key}-r${at}}${unitOf(line)}`],
  `{${key}-p${at}}（满分${Number(line.weight)}）`,
]

/** Execution above the indicators; below them what was deducted, what capped the total, the total and the grade. */
function whole(key: string, score: ScoreAnswer): { above: string[]; below: string[][]; figures: Binding[] } {
  const { execution, deductions, capped, project } = score
  const rate = execution.rate === null ? '—' : `${execution.rate}%`
  return {
    above: ['预算执行', '预算执行率', '100%', rate, String(Number(execution.weight)), `{${key}-e}`],
    below: [
      ...deductions.map(({ label, points }) => across('扣分', plainWords(label), `−${points}`)),
      ...(capped ? [across('总分上限', plainWords(capped), '')] : []),
      ['总分', '', '', '', '100', `{${key}-total}`],
      across('等级', '', `{${key}-grade}`),
    ],
    figures: [points(`${key}-e`, '预算执行得分', project, 'execution'), ...totals(key, score)],
  }
}

/** 自评表 in a report: each indicator with target, value and points; of all levels also the total with its grade. */
function pointsTable(
  { of, levels, caption }: Extract<Drawn, { draw: 'points' }>,
  key: string,
  score: ScoreAnswer,
): Inked {
  const lines = score.lines.filter(({ level1 }) => !levels || levels.includes(level1))
  const figures = lines.flatMap((line, at) => lineFigures(key, at, of, line))
  if (levels) {
    const some = lines.map((line, at) => someCells(key, at, line))
    return { block: { table: { caption, head: someHead, rows: some }, drawn: true }, figures }
  }
  const rows = lines.map((line, at) => [
    ...[plainWords(line.level1Label).replace(/指标$/, ''), plainWords(line.name), plainWords(line.targetText)],
    ...[`{${key}-r${at}}${unitOf(line)}`, String(Number(line.weight)), `{${key}-p${at}}`],
  ])
  const more = whole(key, score)
  return {
    block: { table: { caption, head: pointsHead, rows: [more.above, ...rows, ...more.below] }, drawn: true },
    figures: [...more.figures, ...figures],
  }
}

/** What a project or the whole came to. */
function scoreText(key: string, score: Pick<ScoreAnswer, 'project' | 'name' | 'deductions' | 'capped'>): Inked {
  const less = score.deductions.length ? '扣分后' : ''
  const most = plainWords(score.capped ?? '')
  return {
    block: {
      text: `{year}年度${plainWords(score.name)}绩效自评${less}得{${key}-total}，其中预算执行得{${key}-e}；评价等级为“{${key}-grade}”。${most}`,
      drawn: true,
    },
    figures: [points(`${key}-e`, '预算执行得分', score.project, 'execution'), ...totals(key, score)],
  }
}

/** So many can be read in a sentence; more are a table. */
const sentence = 4
interface Short {
  project: string
  whose: string
  line: Line
}

function shortBlock(key: string, found: readonly Short[]): Block {
  const cells = (at: number) => ({ reached: `{${key}-r${at}}`, points: `{${key}-p${at}}` })
  const named = found.map(({ whose, line }) => ({ ...line, whose: plainWords(whose), name: plainWords(line.name) }))
  if (found.length <= sentence) {
    const said = named.map(({ whose, name }, at) => {
      const { reached, points } = cells(at)
      return `${whose}“${name}”（完成${reached}，得${points}）`
    })
    return { text: `没有得满分的指标有：${said.join('、')}。`, drawn: true }
  }
  const ofSeveral = found.some(({ whose }) => whose)
  const rows = named.map(({ whose, ...line }, at) => [...(ofSeveral ? [whose] : []), ...someCells(key, at, line)])
  const head = [...(ofSeveral ? ['项目'] : []), ...someHead]
  return { table: { caption: '没有得满分的指标', head, rows }, drawn: true }
}

/** What lost points; of several projects each with its name. */
function shortOf({ none }: Extract<Drawn, { draw: 'short' }>, key: string, scores: readonly ScoreAnswer[]): Inked {
  const found = scores.flatMap(({ project, name, lines }) =>
    lines
      .filter(({ lost }) => Number(lost) > 0)
      .map((line) => ({ project, whose: scores.length > 1 ? name : '', line })),
  )
  if (!found.length) return { block: { text: none }, figures: [] }
  return {
    block: shortBlock(key, found),
    figures: found.flatMap(({ project, line }, at) => lineFigures(key, at, project, line)),
  }
}

const full = ['fund.initial', 'adjustment.amount']
const paid = ['payment.amount']

/** 全年预算, 全年执行 and 执行率 of some projects together. */
function executionFigures(key: string, name: string, codes: readonly string[]): Binding[] {
  const of = (metrics: readonly string[]) =>
    codes.flatMap((code) => metrics.map((metric) => ({ metric, where: { class: code } })))
  const money = { scale: '万元2', unit: '万元' } as const
  return [
    { ...money, id: `${key}-full`, label: `${name}全年预算`, from: { sum: of(full) } },
    { ...money, id: `${key}-paid`, label: `${name}全年执行`, from: { sum: of(paid) } },
    { id: `${key}-rate`, label: `${name}执行率`, scale: '%2', unit: '', from: { rate: of(paid), among: of(full) } },
  ]
}
const executionCells = (key: string) => [`{${key}-full}`, `{${key}-paid}`, `{${key}-rate}`]

/** Every project with its budget, what was paid of it, its rate, score and grade; several of them also together. */
function projectTable(
  { caption }: Extract<Drawn, { draw: 'projects' }>,
  key: string,
  projects: Drawing['projects'],
): Inked {
  const own = (at: number) => `${key}-${at}`
  const all = projects.length > 1 ? `${key}-all` : undefined
  const rows = projects.map(({ name, score }, at) => [
    ...[plainWords(name), ...executionCells(own(at))],
    ...(score ? [`{${own(at)}-total}`, `{${own(at)}-grade}`] : ['—', '—']),
  ])
  const partsOf = (part: string) => projects.map((_, at) => `${own(at)}-${part}`)
  return {
    block: {
      table: {
        caption,
        head: ['项目', '全年预算（万元）', '全年执行（万元）', '执行率', '得分', '等级'],
        rows: all ? [...rows, ['合计', ...executionCells(all), '', '']] : rows,
      },
      drawn: true,
    },
    figures: [
      ...projects.flatMap(({ code, name, score }, at) => [
        ...executionFigures(own(at), name, [code]),
        ...(score ? totals(own(at), score) : []),
      ]),
      ...(all
        ? executionFigures(
            all,
            '各项目合计',
            projects.map(({ code }) => code),
          )
        : []),
    ],
    sums: all ? ['full', 'paid'].map((part) => ({ whole: `${all}-${part}`, parts: partsOf(part) })) : [],
  }
}

function inked(block: Drawn, key: string, { scoreOf, projects }: Drawing): Inked {
  const none: Inked = { block: { text: block.none }, figures: [] }
  if (block.draw === 'projects') return projects.length ? projectTable(block, key, projects) : none
  if (block.draw === 'short') {
    const scores = block.of === undefined ? projects.map(({ score }) => score) : [scoreOf(block.of)]
    const found = scores.filter((one) => one !== undefined)
    return shortOf(block, key, found)
  }
  const score = scoreOf(block.of)
  if (block.draw === 'score') return score ? scoreText(key, score) : none
  const isShown = score?.lines.some(({ level1 }) => !block.levels || block.levels.includes(level1))
  return score && isShown ? pointsTable(block, key, score) : none
}

export const isDrawn = (block: Block): block is Drawn => 'draw' in block
export const hasDrawn = ({ sections }: ReportDocument): boolean => sections.some(({ blocks }) => blocks.some(isDrawn))

/** The document with its drawn blocks as tables and sentences, each in its place, and their figures bound. Pure. */
export function drawn(document: ReportDocument, drawing: Drawing): ReportDocument {
  const figures: Binding[] = []
  const sums: SumRule[] = []
  const sections = document.sections.map((section, s) => ({
    ...section,
    blocks: section.blocks.map((block, b) => {
      if (!isDrawn(block)) return block
      const found = inked(block, `d${s}-${b}`, drawing)
      figures.push(...found.figures)
      sums.push(...(found.sums ?? []))
      return found.block
    }),
  }))
  return {
    ...document,
    sections,
    figures: [...document.figures, ...figures],
    sums: [...document.sums, ...sums],
  }
}
