import type { Amounts } from '../../budget/index.ts'
import { executionFormula } from './formula.ts'
import { deviationCell, indicatorRows, linesOf, scoredColumns } from './lines.ts'
import { blank, dash, type Form, type FormCell, type FormRow, figure, label, words } from './model.ts'
import { rateCell, sourceNotes, sources, splitOf, wanCell } from './money.ts'
import { answersTold, deductionRows, goalRows, headRows, notesOf, outcomeOf, sumCell, totals } from './parts.ts'
import type { FormSubject } from './subject.ts'

/** Points and weight of the execution row, by the names that the sums use. */
export function executionCells({ answer: { execution } }: FormSubject): Record<'weight' | 'points', FormCell> {
  const { weight, points } = execution
  const name = 'execution weight'
  return {
    weight: figure(String(Number(weight)), { name, value: Number(weight), format: 'General' }),
    points: figure(points, {
      name: 'execution points',
      value: Number(points),
      format: '0.00',
      formula: executionFormula(name, 'full', 'paid'),
    }),
  }
}

export const sourceTitles = { current: '其中：\n当年财政拨款', carried: '上年结转资金', other: '其他资金' } as const

function moneyRows(subject: FormSubject): FormRow[] {
  const { all, ...parts } = splitOf(subject.funds)
  const { weight, points } = executionCells(subject)
  const named = (name: keyof Amounts) => sumCell(name, all[name], [`current ${name}`, `other ${name}`])
  const part = (name: (typeof sources)[number]): FormRow => {
    const cell = (of: keyof Amounts) => wanCell(parts[name][of], { name: `${name} ${of}` })
    const rate = rateCell(parts[name], { full: `${name} full`, paid: `${name} paid` })
    return [label(sourceTitles[name], { span: 2 }), cell('initial'), cell('full'), cell('paid'), dash(), rate, dash()]
  }
  return [
    [
      label('项目\n资金\n（万\n元）', { rows: 5 }),
      label('', { span: 2 }),
      label('年初预算数'),
      label('全年预算数\n（A）'),
      label('全年执行数\n（B）'),
      label('分值'),
      label('执行率\n（B/A）'),
      label('得分'),
    ],
    [
      label('年度资金总额', { span: 2 }),
      named('initial'),
      named('full'),
      named('paid'),
      weight,
      rateCell(all, { full: 'full', paid: 'paid' }),
      points,
    ],
    ...sources.map(part),
  ]
}

/** 项目支出绩效自评表 as 财预〔2020〕10号 has it. */
export function selfForm(subject: FormSubject): Form {
  const { answer } = subject
  const lines = linesOf(subject)
  const { target, actual, weight, points } = scoredColumns(subject)
  const sum = totals(subject, lines)
  return {
    title: '项目支出绩效自评表',
    period: `（${answer.year}年度）`,
    of: answer.name,
    isLying: false,
    columns: [9, 13, 17, 25, 20, 20, 12, 18, 22],
    rows: [
      ...headRows(subject, '主管部门', [2, 3, 1, 3]),
      ...moneyRows(subject),
      ...goalRows(subject, outcomeOf(subject), [4, 4]),
      ...indicatorRows({
        side: '绩效\n指标',
        lines,
        columns: [
          { head: '三级指标', of: ({ name }) => words(name) },
          { head: '年度\n指标值', of: target },
          { head: '实际\n完成值', of: actual },
          { head: '分值', of: weight },
          { head: '得分', of: points },
          { head: '偏差原因\n分析及\n改进措施', of: (line) => deviationCell(subject, line) },
        ],
      }),
      ...deductionRows(subject, [2, 5, 1]),
      [label('总分', { span: 6 }), sum.weight, sum.points, answer.grade ? figure(answer.grade) : blank()],
    ],
    notes: [...sourceNotes(subject.funds), ...answersTold(subject), ...notesOf(subject)],
  }
}
