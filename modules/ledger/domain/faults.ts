import type { Ledger } from './declare.ts'

/** What the compiler cannot see of a declaration, in sentences. */
export function faultsOf(ledger: Ledger): string[] {
  const faults: string[] = []
  const inForm = new Set(Object.values(ledger.form).flat())
  const called = Object.values(ledger.fields).flatMap(({ label, alsoCalled = [] }) => [label, ...alsoCalled])
  for (const [name, field] of Object.entries(ledger.fields)) {
    if (!field.derived && !inForm.has(name)) faults.push(`字段 ${name} 不在任何表单分组里`)
    if (field.kind === 'choice' && !field.options?.length) faults.push(`字段 ${name} 没有选项`)
    if (field.within && !ledger.fields[field.within]) faults.push(`字段 ${name} 依赖的 ${field.within} 不存在`)
    if (field.secret && field.searched) faults.push(`保密字段 ${name} 不能被检索`)
    for (const other of field.alsoCalled ?? [])
      if (called.filter((word) => word === other).length > 1) faults.push(`字段 ${name} 的别名 ${other} 还指别的字段`)
  }
  for (const [name, { series, account }] of Object.entries(ledger.fields)) {
    const moves = [...(series?.by ?? []), Object.keys({ ...account?.adds, ...account?.takes })].flat()
    const amounts = Object.values({ ...account?.adds, ...account?.takes })
    for (const move of moves) if (!ledger.moves[move]) faults.push(`字段 ${name} 用到的动作 ${move} 不存在`)
    for (const field of amounts) if (!ledger.fields[field]) faults.push(`字段 ${name} 用到的字段 ${field} 不存在`)
    const undone =
      account &&
      Object.values(ledger.moves).find(({ undoes = [] }) => [undoes].flat().some((one) => moves.includes(one)))
    if (undone) faults.push(`“${undone.label}”不能撤销账户 ${name} 的收支；请用相反的动作冲销`)
  }
  if (!Object.values(ledger.moves).some((move) => move.from === 'new')) faults.push('没有开始一条记录的动作')
  if (ledger.number && !ledger.numberedBy) faults.push('有编号规则，没有说由哪个动作取号')
  for (const { label, public: open, from, by } of Object.values(ledger.moves))
    if (open && (from !== 'new' || Object.keys(by).length)) faults.push(`公众的“${label}”只能开始一条记录，没有办理人`)
  for (const { label, finds, from, reason } of Object.values(ledger.moves))
    if (finds !== undefined && (from !== 'new' || reason)) faults.push(`自动“${label}”只能开始一条记录，不问原因`)
  if (Object.values(ledger.deadlines)[0]?.aside) faults.push('不限时的提醒不能是第一个时限')
  for (const { label, aside, brings } of Object.values(ledger.deadlines))
    if (aside && !brings) faults.push(`“${label}”不限时，也不带来动作`)
  for (const { label, carries } of Object.values(ledger.moves))
    if (carries && (ledger.fields[carries.to]?.ledger !== ledger.id || !ledger.moves[carries.move]?.inside))
      faults.push(`“${label}”带动的应是本台账的另一条记录，其动作应为 inside`)
  if (ledger.one && ledger.one[0] !== ledger.columns.class) faults.push('只能有一条的字段，第一个应是分类列')
  if (ledger.keyed && ledger.keyed.by !== ledger.columns.class) faults.push('别的台账按编码引用它的，编码应是分类列')
  if (ledger.handover && !ledger.fields[ledger.handover.batch]?.listed)
    faults.push(`移交批次 ${ledger.handover.batch} 应能在列表中筛选`)
  const { since = '', shows = [] } = ledger.publishes ?? {}
  if (ledger.publishes && !ledger.fields[since]?.listed) faults.push(`公开日期 ${since} 应能在列表中筛选`)
  for (const name of shows) if (ledger.fields[name]?.secret) faults.push(`保密字段 ${name} 不能公开`)
  for (const { brings } of Object.values(ledger.deadlines)) {
    const move = brings === undefined ? undefined : ledger.moves[brings]
    if (move && (move.needs?.length || move.reason || move.guard || Object.keys(move.by).length))
      faults.push(`到期自动“${move.label}”的动作不能有办理人、必填项或条件`)
  }
  for (const [id, metric] of Object.entries(ledger.metrics)) {
    if (!metric.formula || !metric.unit) faults.push(`指标 ${id} 没有写明公式或单位`)
    const { field, is } = ('only' in metric && metric.only) || {}
    if (field && !ledger.fields[field]?.options?.some(({ value }) => value === is))
      faults.push(`指标 ${id} 只计 ${field} 为 ${is} 的登记，没有这个选项`)
  }
  return faults
}
