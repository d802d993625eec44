import { type Amounts, inWan } from '../../budget/index.ts'
import { indicatorRows, linesOf } from './lines.ts'
import { blank, type Form, type FormCell, type FormRow, label, words } from './model.ts'
import { rateCell, sourceNotes, splitOf, wanCell } from './money.ts'
import { headRows, sumCell } from './parts.ts'
import type { FormSubject } from './subject.ts'

const reasons = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他'] as const
const chances = ['确定能', '有可能', '完全不可能'] as const

const monthsText = (months: number) => (months === 1 ? '1月' : `1—${months}月`)

function moneyRows({ funds, months }: FormSubject): FormRow[] {
  const { all, current, carried, other } = splitOf(funds)
  const until = monthsText(months)
  const row = (title: string, amounts: Amounts, [initial, paid]: readonly [FormCell, FormCell]): FormRow => [
    label(title, { span: 3 }),
    { ...initial, span: 2 },
    { ...paid, span: 2 },
    // The form divides by the budget of the year's beginning.
    { ...rateCell({ full: amounts.initial, paid: amounts.paid }, { full: initial.name!, paid: paid.name! }), span: 3 },
    blank({ span: 6 }),
  ]
  const part = (title: string, name: string, amounts: Amounts) =>
    row(title, amounts, [
      wanCell(amounts.initial, { name: `${name} initial` }),
      wanCell(amounts.paid, { name: `${name} paid` }),
    ])
  return [
    [
      label('项目\n资金\n（万\n元）', { rows: 5 }),
      label('', { span: 3 }),
      label('年初预算数', { span: 2 }),
      label(`${until}执行数`, { span: 2 }),
      label(`${until}执行率`, { span: 3 }),
      label('全年预计执行数', { span: 6 }),
    ],
    row('年度资金总额', all, [
      sumCell('initial', all.initial, ['current initial', 'other initial']),
      sumCell('paid', all.paid, ['current paid', 'other paid']),
    ]),
    part('其中：本年财政拨款', 'current', current),
    part('上年结转资金', 'carried', carried),
    part('其他资金', 'other', other),
  ]
}

/** A second head under the first: each reason and each chance has a box of its own to tick. */
function headed([head, ...rows]: readonly FormRow[]): FormRow[] {
  const tall = head!.map((cell, at) => ({ ...cell, rows: at === 0 ? (cell.rows ?? 1) + 1 : 2 }))
  return [
    [
      ...tall.slice(0, 7),
      label('偏差原因分析', { span: reasons.length + 1 }),
      label('完成目标可能性', { span: chances.length }),
      label('备注', { rows: 2 }),
    ],
    [...reasons, '原因说明', ...chances].map((one) => label(one)),
    ...rows,
  ]
}

function notesOf({ funds, months, answer: { asOf } }: FormSubject): string[] {
  const { initial, full } = splitOf(funds).all
  return [
    ...sourceNotes(funds),
    ...(full === initial
      ? []
      : [`${monthsText(months)}预算调整${inWan(full - initial)}万元，执行率按年初预算数计算。`]),
    '偏差原因、完成目标可能性和全年预计数由填报人填写。',
    ...(asOf === null ? [] : [`数据截至第${asOf}次封账。`]),
  ]
}

/** 绩效目标执行监控表 with the columns of 财预〔2019〕136号. */
export function monitoringForm(subject: FormSubject): Form {
  const { answer, facts, months } = subject
  const open = [...reasons, '原因说明', ...chances, '备注'].map((head) => ({ head, of: () => blank() }))
  return {
    title: '项目支出绩效目标执行监控表',
    period: `（${answer.year}年${monthsText(months)}）`,
    of: answer.name,
    isLying: true,
    columns: [9, 13, 17, 27, 20, 20, 19, 9, 9, 9, 9, 9, 18, 9, 9, 9, 10],
    rows: [
      ...headRows(subject, '主管部门', [3, 4, 3, 7]),
      ...moneyRows(subject),
      [label('年度总体目标', { span: 3 }), words(facts.goal, { span: 14 })],
      ...headed(
        indicatorRows({
          side: '绩效\n指标',
          lines: linesOf(subject),
          columns: [
            { head: '三级指标', of: ({ name }) => words(name) },
            { head: '年度指标值', of: ({ targetText }) => words(targetText) },
            { head: `${monthsText(months)}\n执行情况`, of: ({ actualText }) => words(actualText) },
            { head: '全年预计\n完成情况', of: () => blank() },
            ...open,
          ],
        }),
      ),
    ],
    notes: notesOf(subject),
  }
}
