import type { Amounts, SourcedLine } from '../../budget/index.ts'
import { deviationCell, indicatorRows, linesOf, scoredColumns } from './lines.ts'
import { blank, dash, type Form, type FormRow, figure, label, words } from './model.ts'
import { fiscalSplitOf, rateCell, sourceNotes, sources, splitOf, wanCell } from './money.ts'
import { answersTold, deductionRows, goalRows, notesOf, outcomeOf, sumCell, totals } from './parts.ts'
import { executionCells, sourceTitles } from './self.ts'
import type { FormSubject } from './subject.ts'

interface Task {
  name: string
  funds: SourcedLine[]
}
/** What is paid out of several budgets is one task. */
function tasksOf(funds: readonly SourcedLine[]): Task[] {
  const codes = [...new Set(funds.map(({ code }) => code))]
  return codes.map((code) => {
    const own = funds.filter((line) => line.code === code)
    return { name: own[0]!.name, funds: own }
  })
}

const parts = ['all', 'fiscal', 'rest'] as const
const sides = ['full', 'paid'] as const

function taskRow({ name, funds }: Task, at: number): FormRow {
  const split = fiscalSplitOf(funds)
  const cells = sides.flatMap((side) =>
    parts.map((part) => {
      const own = `${part} ${side} ${at}`
      const sum = part === 'all' ? { formula: `{fiscal ${side} ${at}}+{rest ${side} ${at}}` } : {}
      return wanCell(split[part][side], { name: own, ...sum })
    }),
  )
  const rate = rateCell(split.all, { full: `all full ${at}`, paid: `all paid ${at}` })
  return [words(name, { span: 2 }), blank({ span: 2 }), ...cells, dash(), rate, dash()]
}

function totalRow(subject: FormSubject, tasks: readonly Task[]): FormRow {
  const split = fiscalSplitOf(subject.funds)
  const { weight, points } = executionCells(subject)
  const nameOf = (part: (typeof parts)[number], side: keyof Amounts) => (part === 'all' ? side : `${part} ${side}`)
  const sum = (part: (typeof parts)[number], side: (typeof sides)[number]) =>
    tasks.length
      ? sumCell(nameOf(part, side), split[part][side], [`${part} ${side} 0`, `${part} ${side} ${tasks.length - 1}`])
      : wanCell(split[part][side], { name: nameOf(part, side) })
  const cells = sides.flatMap((side) => parts.map((part) => sum(part, side)))
  const rate = rateCell(split.all, { full: 'full', paid: 'paid' })
  return [label('金额合计', { span: 4 }), ...cells, weight, rate, points]
}

/** What of the sum comes from where. */
function sourceRows({ funds }: FormSubject): FormRow[] {
  const split = splitOf(funds)
  return sources.map((name) => {
    const cell = (side: (typeof sides)[number]) => wanCell(split[name][side], { name: `${name} ${side}`, span: 3 })
    const rate = rateCell(split[name], { full: `${name} full`, paid: `${name} paid` })
    return [label(sourceTitles[name].replace('\n', ''), { span: 4 }), cell('full'), cell('paid'), dash(), rate, dash()]
  })
}

function moneyRows(subject: FormSubject): FormRow[] {
  const tasks = tasksOf(subject.funds)
  const three = ['总额', '财政拨款', '其他'].map((one) => label(one))
  return [
    [
      label('年度\n主要\n任务', { rows: tasks.length + 3 + sources.length }),
      label('任务名称', { span: 2, rows: 2 }),
      label('完成情况', { span: 2, rows: 2 }),
      label('预算数（万元）', { span: 3 }),
      label('执行数（万元）', { span: 3 }),
      ...['分值', '执行率', '得分'].map((one) => label(one, { rows: 2 })),
    ],
    [...three, ...three],
    ...tasks.map(taskRow),
    totalRow(subject, tasks),
    ...sourceRows(subject),
  ]
}

/** 部门整体支出绩效自评表: the tasks with their money, then the indicators of the whole. */
export function wholeForm(subject: FormSubject): Form {
  const { answer, bureau } = subject
  const lines = linesOf(subject)
  const { target, actual, weight, points } = scoredColumns(subject)
  const sum = totals(subject, lines)
  return {
    title: '部门整体支出绩效自评表',
    period: `（${answer.year}年度）`,
    of: answer.name,
    isLying: true,
    columns: [12, 18, 18, 18, 16, 17, 17, 17, 17, 17, 17, 13, 16, 12],
    rows: [
      [label('部门名称', { span: 3 }), words(bureau, { span: 11 })],
      ...moneyRows(subject),
      ...goalRows(subject, outcomeOf(subject), [6, 7]),
      [label('偏差\n分析'), words(answersTold(subject).join(''), { span: 13 })],
      ...indicatorRows({
        side: '绩效\n指标',
        lines,
        columns: [
          { head: '三级指标', span: 2, of: ({ name }) => words(name) },
          { head: '分值', of: weight },
          { head: '年度指标值', span: 2, of: target },
          { head: '实际完成值', span: 2, of: actual },
          { head: '得分', of: points },
          { head: '备注', span: 3, of: (line) => deviationCell(subject, line) },
        ],
      }),
      ...deductionRows(subject, [3, 7, 3]),
      [
        label('总分', { span: 5 }),
        sum.weight,
        blank({ span: 4 }),
        sum.points,
        answer.grade ? figure(answer.grade, { span: 3 }) : blank({ span: 3 }),
      ],
    ],
    notes: [...sourceNotes(subject.funds), ...notesOf(subject)],
  }
}
