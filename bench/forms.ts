import { schemes } from '../catalog/schemes/index.ts'
import { formIds } from '../modules/evaluation/contract.ts'
import { formsDocx } from '../modules/evaluation/forms/docx.ts'
import { writeForms } from '../modules/evaluation/forms/forms.ts'
import type { FormSubject } from '../modules/evaluation/forms/subject.ts'
import { formsXlsx } from '../modules/evaluation/forms/xlsx.ts'
import type { IndicatorLine, Value } from '../modules/evaluation/index.ts'
import { subjectOf } from '../tests/helpers/forms.ts'
import { round, timed } from './parts/say.ts'

// npm run bench -- forms: the forms of a year's projects as one workbook and as one Word file, and one form as a Word file;
// from scores that have been computed.

const projects = 30
const indicators = 20
const most = { all: 5000, one: 1000 }

const levels = [
  ['output', 'number'],
  ['output', 'quality'],
  ['benefit', 'social'],
  ['satisfaction', 'people'],
] as const
const line = (at: number): IndicatorLine => {
  const [level1, level2] = levels[Math.floor((at * levels.length) / indicators)]!
  return {
    id: `i${at}`,
    level1,
    level2,
    name: `第${at + 1}项绩效指标的名称`,
    direction: at % 5 === 4 ? 'at-most' : 'at-least',
    target: String(100 + at),
    measure: '盏',
    weight: '4.5',
    evidence: 'ledger',
  }
}
const value = (at: number): Value => ({ actual: String(98 + at), said: '器材到货晚，已改为季度备货' })

function subjectAt(n: number): FormSubject {
  const places = [...Array(indicators).keys()]
  const full = 1_703_500_00 + n
  return subjectOf({
    scheme: schemes[0]!,
    lines: places.map(line),
    values: Object.fromEntries(places.map((at) => [`i${at}`, value(at)])),
    money: { initial: full, full, paid: Math.round(full * 0.9) },
    project: `XM${n}`,
    name: `第${n + 1}个项目`,
  })
}

const subjects = [...Array(projects).keys()].map(subjectAt)
const write = (some: readonly FormSubject[]) => writeForms(formIds, { year: some, months: some })
const forms = write(subjects)
const xlsx = await timed(`${forms.length} forms of ${projects} projects as a workbook`, () =>
  formsXlsx(
    write(subjects).map(({ form }) => form),
    forms.map(({ name }) => name),
  ),
)
const docx = await timed(`${forms.length} forms of ${projects} projects as a Word file`, () =>
  formsDocx(
    write(subjects).map(({ form }) => form),
    '绩效表格',
    '城管局',
  ),
)
const one = await timed('one form as a Word file', () => formsDocx([forms.at(-1)!.form], '自评表', '城管局'))
const allMs = xlsx.ms + docx.ms
console.log(
  `all: ${round(allMs)} ms (at most ${most.all}), ${round(xlsx.result.length / 1000)} kB and ${round(docx.result.length / 1000)} kB; one: ${round(one.ms)} ms (at most ${most.one})`,
)
console.log(
  JSON.stringify({
    bench: 'forms',
    projects,
    indicators,
    forms: forms.length,
    ms: { xlsx: round(xlsx.ms), docx: round(docx.ms), one: round(one.ms) },
    bytes: { xlsx: xlsx.result.length, docx: docx.result.length },
  }),
)
if (allMs > most.all || one.ms > most.one) process.exitCode = 1
