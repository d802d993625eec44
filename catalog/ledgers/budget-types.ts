import { choice, type Option } from '../../modules/ledger/index.ts'

/** The four budgets of 预算法 art. 5. */
export const budgetTypes: readonly Option[] = [
  { value: 'general', label: '一般公共预算' },
  { value: 'government-fund', label: '政府性基金预算' },
  { value: 'state-capital', label: '国有资本经营预算' },
  { value: 'social-insurance', label: '社会保险基金预算' },
]

/** Who gives the money, and whether it is this year's. */
export const fundLevels: readonly Option[] = [
  { value: 'central', label: '中央' },
  { value: 'province', label: '省级' },
  { value: 'city', label: '市级' },
  { value: 'district', label: '区县级' },
  { value: 'own', label: '单位自有' },
]
export const fundSources: readonly Option[] = [
  { value: 'current', label: '当年财政拨款' },
  { value: 'carried', label: '上年结转资金' },
  { value: 'other', label: '其他资金' },
]
export const fundSource = choice('资金来源', fundSources, { listed: true, help: '不填的，财政预算算当年财政拨款' })

/** What of a ledger's amounts is not of this year's appropriation: the rows of 财预〔2020〕10号 below 年度资金总额. */
export const bySource = <const M extends string>(at: M, label: string) => {
  const of = (is: 'carried' | 'other', words: string) =>
    ({
      kind: 'sum',
      field: 'amount',
      at,
      only: { field: 'source', is },
      label: `${label}（${words}）`,
      unit: '元',
      formula: `${label}中资金来源登记为${words}的金额之和`,
      excludes: '已作废的登记；没有登记资金来源的',
    }) as const
  return { carried: of('carried', '上年结转资金'), other: of('other', '其他资金') }
}

/** What a line of the budget is for: 部门支出 = 基本支出（人员、公用）+ 项目支出 (预算法实施条例 art. 5). */
export const spendingKinds: readonly Option[] = [
  { value: 'people', label: '基本支出·人员经费', group: '基本支出' },
  { value: 'public', label: '基本支出·公用经费', group: '基本支出' },
  { value: 'project', label: '项目支出', group: '项目支出' },
]
