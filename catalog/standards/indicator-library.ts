import type { LibraryIndicator } from '../../modules/evaluation/index.ts'

const common = '财预〔2013〕53号 预算绩效评价共性指标体系框架'
const trade = '城市管理台账'
type Row = readonly [
  level1: string,
  level2: string,
  name: string,
  direction: LibraryIndicator['direction'],
  target: number,
]

const computed = (
  source: string,
  [level1, level2, name, direction, target]: Row,
  formula: string,
): LibraryIndicator => ({
  ...{ sector: '部门整体共性', level1, level2, name, direction, target, measure: '%', evidence: 'computed' },
  ...{ formula, source, certainty: 'general' },
})
const counted = (
  [level1, level2, name, direction, target]: Row,
  measure: string,
  metric: string,
): LibraryIndicator => ({
  ...{ sector: '城市管理', level1, level2, name, direction, target, measure, evidence: 'ledger', metric },
  ...{ source: trade, certainty: 'read' },
})

/** Indicators a bureau may take over: the common ones of a department, computed from its own ledgers, and those of the trade.
 *  Targets are where most begin; each bureau sets its own. */
export const indicatorLibrary: readonly LibraryIndicator[] = [
  computed(common, ['output', 'quality', '在职人员控制率', 'at-most', 100], 'personnel.staff / personnel.posts * 100'),
  computed(
    common,
    ['output', 'cost', '三公经费变动率', 'at-most', 0],
    '(account.amount[class=three-public-budget] - account.amount[class=three-public-budget]@-1) / account.amount[class=three-public-budget]@-1 * 100',
  ),
  computed(
    common,
    ['output', 'time', '预算完成率', 'at-least', 100],
    '(payment.amount + basic-spending.amount) / (fund.initial + adjustment.amount) * 100',
  ),
  computed(common, ['output', 'quality', '预算调整率', 'at-most', 10], 'adjustment.amount / fund.initial * 100'),
  computed(
    common,
    ['output', 'time', '结转结余率', 'at-most', 10],
    'account.amount[class=closing] / (fund.initial + adjustment.amount) * 100',
  ),
  computed(
    common,
    ['output', 'time', '结转结余变动率', 'at-most', 0],
    '(account.amount[class=closing] - account.amount[class=closing]@-1) / account.amount[class=closing]@-1 * 100',
  ),
  computed(
    common,
    ['output', 'cost', '公用经费控制率', 'at-most', 100],
    'basic-spending.amount[class=public] / (fund.initial[class=public] + adjustment.amount[class=public]) * 100',
  ),
  computed(
    common,
    ['output', 'cost', '三公经费控制率', 'at-most', 100],
    '(basic-spending.amount[class=public] - basic-spending.amount[channel=office]) / account.amount[class=three-public-budget] * 100',
  ),
  computed(common, ['output', 'quality', '固定资产利用率', 'at-least', 90], 'asset.in-use / asset.fixed * 100'),
  counted(['output', 'time', '案件按期结案率', 'at-least', 95], '%', 'case.closed-in-time'),
  counted(['output', 'quality', '案件立案率', 'at-least', 95], '%', 'case.filing-rate'),
  counted(['output', 'quality', '案件结案率', 'at-least', 98], '%', 'case.closing-rate'),
  counted(['output', 'quality', '案件返工率', 'at-most', 5], '%', 'case.rework-rate'),
  counted(['output', 'quality', '亮灯率', 'at-least', 98], '%', 'lamp.lighting'),
  counted(['output', 'time', '路灯及时修复率', 'at-least', 95], '%', 'lamp.repaired-in-time'),
  counted(['output', 'quality', '门前三包签订率', 'at-least', 100], '%', 'shop.sign-rate'),
  counted(['output', 'quality', '点位检查合格率', 'at-least', 95], '%', 'point.passed'),
  counted(['output', 'quality', '督察整改率', 'at-least', 95], '%', 'notice.corrected'),
  counted(['output', 'time', '行政处罚按期决定率', 'at-least', 100], '%', 'penalty.decided-in-time'),
  counted(['output', 'time', '行政许可按期办结率', 'at-least', 100], '%', 'permit.decided-in-time'),
]
