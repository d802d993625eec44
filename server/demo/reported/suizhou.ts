import type { BureauFigures, DemoIndicator, DemoWork, Office } from '../figures.ts'
import { milli, paidMonthly, wan } from '../spread.ts'
import { askedOf } from '../surveys.ts'

const WHOLE = '整体'
const said = '二〇二二年度部门整体绩效自评结果所列完成值'
const short = `${said}；报告未写明偏差原因`
const points = (weight: number) => weight * 1000
const square = '高铁南站广场路'

type Row = readonly [kind: string, total: number, records: number, office: Office, road?: string]
const supervision: readonly Row[] = [
  ['spot-order', 300, 120, 'enforcement'],
  ['urged', 50, 40, 'enforcement'],
  ['inspected-area', 380, 48, 'enforcement'],
]
const building: readonly Row[] = [
  ['illegal-found', 11, 11, 'enforcement'],
  ['illegal-found-area', 1500, 11, 'enforcement'],
  ['illegal-removed', 9, 9, 'enforcement'],
]
const daily: readonly Row[] = [
  ['survey', 20, 20, 'enforcement'],
  ['shop-duty', 30, 30, 'enforcement'],
  ['volunteer', 20, 20, 'enforcement'],
  ['square-swept', 28_000, 48, 'sanitation', square],
  ['weeds', 300, 6, 'sanitation', square],
  ['stickers', 20, 8, 'sanitation', square],
  ['dead-corner', 10, 5, 'sanitation', square],
  ['road-washed', 4, 4, 'sanitation'],
  ['glass-washed', 30, 5, 'sanitation', square],
  ['guard-kept', 20, 8, 'sanitation', square],
  ['illegal-ride', 50, 36, 'sanitation', square],
  ['board', 52, 12, 'sanitation', square],
]
const works = Object.entries({ supervision, building, daily }).flatMap(([campaign, rows]) =>
  rows.map(
    ([kind, total, records, office, road]): DemoWork => ({
      kind,
      campaign,
      total: milli(total),
      records,
      office,
      ...(road ? { road } : {}),
    }),
  ),
)

/** A rate nobody counts: reached against a target, with the points the report gives where it fell short. */
function rate(
  code: string,
  name: string,
  [weight, earned]: readonly [number, number],
  [value, target]: readonly [number, number],
  stated: DemoIndicator['stated'] = 'both',
): DemoIndicator {
  const fell = earned < weight
  return {
    project: WHOLE,
    code,
    level1: 'output',
    level2: 'quality',
    name,
    direction: 'at-least',
    target: milli(target),
    measure: '%',
    weight: points(weight),
    evidence: 'typed',
    typed: { value: milli(value), ...(fell ? { points: points(earned) } : {}), cause: fell ? short : said },
    stated,
  }
}
function counted(
  code: string,
  name: string,
  value: number,
  measure: string,
  kind: string,
  weight: number,
): DemoIndicator {
  return {
    project: WHOLE,
    code,
    level1: 'output',
    level2: 'number',
    name,
    direction: 'at-least',
    target: milli(value),
    measure,
    weight: points(weight),
    evidence: 'ledger',
    metric: 'work.quantity',
    where: `class=${kind}`,
    stated: 'actual',
  }
}
function inWords(
  code: string,
  [level1, level2]: readonly [string, string],
  name: string,
  targetText: string,
  evidence: DemoIndicator['evidence'],
): DemoIndicator {
  return {
    project: WHOLE,
    code,
    level1,
    level2,
    name,
    direction: 'qualitative',
    targetText,
    weight: points(5),
    evidence,
    typed: { tier: 'met', points: points(5), cause: said },
    stated: 'actual',
  }
}
/** 基本满意 is sixty on the scale of the surveys; the report says no number. */
const satisfied = (code: string, of: string): DemoIndicator => {
  const name = `市民对${of}满意度`
  const survey = `SZ-${code.slice(0, 3)}-2022`
  return {
    project: WHOLE,
    code,
    level1: 'satisfaction',
    level2: 'satisfaction',
    name,
    direction: 'at-least',
    target: milli(60),
    measure: '%',
    weight: points(5),
    ...askedOf({ code: survey, title: `${name}调查`, question: `您对${of}满意吗？`, value: 68 }),
    stated: 'actual',
  }
}

/** The first digit of a code is the goal, the second its outputs or what citizens think of it. */
const indicators: readonly DemoIndicator[] = [
  inWords('1-1-01', ['output', 'number'], '城区主次干道及背街小巷督察', '完成城区主次干道及背街小巷督察', 'typed'),
  rate('1-1-02', '取缔出门出窗占道经营率', [5, 4], [98, 100]),
  rate('1-1-03', '取缔破损广告牌率', [5, 3], [99, 100]),
  rate('1-1-04', '道路绿化率', [5, 4], [95, 98]),
  rate('1-1-05', '人员着装到岗率', [5, 5], [100, 100], 'actual'),
  satisfied('1-2-01', '城区市容市貌'),
  counted('2-1-01', '督察面积', 380, '平方公里', 'inspected-area', 15),
  rate('2-1-02', '违规建筑发现率', [10, 8], [98, 100]),
  satisfied('2-2-01', '发现城区违规建筑'),
  counted('3-1-01', '火车站广场清扫面积', 28_000, '㎡', 'square-swept', 5),
  rate('3-1-02', '火车站广场整洁率', [5, 4], [98, 100]),
  rate('3-1-03', '火车站广场设施设备维护率', [5, 4], [95, 100]),
  satisfied('3-2-01', '火车站广场管理'),
]

const approvedOn = '2022-01-20'
const everyMonth = Array.from({ length: 12 }, (_, i) => i + 1)

/** A city's supervision brigade 2022. The report states 440 and 437.21 万元 in one sum; the split into people and running
 *  the office is made up. */
export const suizhou: BureauFigures = {
  tenant: '421300',
  year: 2022,
  roads: [],
  projects: [],
  basic: [
    {
      kind: 'people',
      use: 'salary',
      initial: { amount: wan(396), on: approvedOn },
      payments: paidMonthly(2022, everyMonth, wan(394.86)),
    },
    {
      kind: 'public',
      use: 'office',
      initial: { amount: wan(44), on: approvedOn },
      payments: paidMonthly(2022, everyMonth, wan(42.35)),
    },
  ],
  works,
  indicators,
}
