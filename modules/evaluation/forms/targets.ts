import { lastOf } from '../domain/last-year.ts'
import { indicatorRows, linesOf } from './lines.ts'
import { blank, type Form, type FormRow, label, words } from './model.ts'
import { fiscalSplitOf, wanCell } from './money.ts'
import { headRows, sumCell } from './parts.ts'
import type { FormSubject } from './subject.ts'

/** 新增 in the year it began, 延续 from then on. */
function attributeOf({ answer: { year }, facts: { startOn, kind } }: FormSubject): string {
  if (!startOn) return kind
  const begun = Number(startOn.slice(0, 4)) >= year ? '新增项目' : '延续项目'
  return kind ? `${begun}（${kind}）` : begun
}
const periodOf = ({ facts: { startOn } }: FormSubject) =>
  startOn ? `${startOn.slice(0, 4)}年${Number(startOn.slice(5, 7))}月起` : ''

function moneyRows({ funds }: FormSubject): FormRow[] {
  const { all, fiscal, rest } = fiscalSplitOf(funds)
  const midterm = (text: string): FormRow => [label(text, { span: 2 }), blank({ span: 2 })]
  return [
    [
      label('项目\n资金\n（万\n元）', { rows: 3 }),
      ...midterm('中期资金总额'),
      label('年度资金\n总额'),
      { ...sumCell('initial', all.initial, 'fiscal', 'other'), span: 2 },
    ],
    [...midterm('其中：财政拨款'), label('其中：\n财政拨款'), wanCell(fiscal.initial, { name: 'fiscal', span: 2 })],
    [...midterm('其他资金'), label('其他资金'), wanCell(rest.initial, { name: 'other', span: 2 })],
  ]
}

/** What was aimed at and reached the year before, of the indicators that were there. */
function lastNotes({ answer, last }: FormSubject): string[] {
  if (!last) return []
  if (last.unknown) return [`系统里没有${last.year}年的绩效指标，不能与上年比较。`]
  const told = answer.lines.flatMap((line) => {
    const before = lastOf(last.lines, line)
    return before
      ? [`“${line.name}”上年目标${before.targetText}，完成${before.actualText || '值没有填'}，得${before.points}分`]
      : []
  })
  return told.length
    ? [`上年（${last.year}年）：${told.join('；')}。`]
    : [`上年（${last.year}年）没有同名同单位的指标。`]
}

/** 项目支出绩效目标申报表 as 财预〔2015〕88号 has it; the middle term is for people to fill in. */
export function targetsForm(subject: FormSubject): Form {
  const { answer, facts } = subject
  return {
    title: '项目支出绩效目标申报表',
    period: `（${answer.year}年度）`,
    of: answer.name,
    isLying: false,
    columns: [9, 13, 17, 19, 16, 18, 38, 26],
    rows: [
      ...headRows(subject, '主管部门\n及代码', [2, 3, 1, 2]),
      [
        label('项目属性', { span: 2 }),
        words(attributeOf(subject), { span: 3 }),
        label('项目期'),
        words(periodOf(subject), { span: 2 }),
      ],
      ...moneyRows(subject),
      [
        label('总体\n目标', { rows: 2 }),
        label(`中期目标（${answer.year}年—    年）`, { span: 4 }),
        label('年度目标', { span: 3 }),
      ],
      [blank({ span: 4 }), words(facts.goal, { span: 3 })],
      ...indicatorRows({
        side: '绩效\n指标',
        lines: linesOf(subject),
        between: ['二级指标', '三级指标', '指标值'].map((head) => ({ head, of: () => blank() })),
        columns: [
          { head: '三级指标', of: ({ name }) => words(name) },
          { head: '指标值', of: ({ targetText }) => words(targetText) },
        ],
      }),
    ],
    notes: ['中期目标由填报人填写。', ...lastNotes(subject)],
  }
}
