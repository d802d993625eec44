import type { ExecutionTable } from './domain.ts'
import { inWan, rateOf } from './domain.ts'

/** A named amount in 分. */
export interface Amount {
  label: string
  fen: number
}
/** Two sides that must be the same amount; `left` and `right` are printed in 万元 or percent. */
export interface Identity {
  id: string
  label: string
  left: string
  right: string
  holds: boolean
  sentence: string
}

/** What a department spent in a year, counted in independent ways. */
export interface Spending {
  /** Every payment of the general budget, counted without asking what it was for. */
  general: number
  basic: number
  people: number
  public: number
  projects: number
  /** The listed projects; the list is closed. */
  listed: readonly Amount[]
  /** 因公出国（境）、公务用车购置、公务用车运行、公务接待. */
  threePublic: readonly Amount[]
  threePublicTotal: number
  /** Budget for 三公经费, when one was set. */
  threePublicBudget?: number
}

const sumOf = (parts: readonly Amount[]) => parts.reduce((sum, part) => sum + part.fen, 0)
const partsText = (parts: readonly Amount[]) =>
  parts.map(({ label, fen }) => `${label}${/\d$/.test(label) ? '：' : ''}${inWan(fen)}`).join(' + ') || '0.00'

/** `whole = parts`, to the 分: our amounts are not rounded, so there is no tolerance. */
export function sumIdentity(id: string, label: string, whole: Amount, parts: readonly Amount[]): Identity {
  const right = sumOf(parts)
  const holds = whole.fen === right
  const said = `${whole.label}${inWan(whole.fen)}万元`
  return {
    id,
    label,
    left: inWan(whole.fen),
    right: inWan(right),
    holds,
    sentence: holds
      ? `${said} = ${partsText(parts)}，相符。`
      : `${said}，各项之和（${partsText(parts)}）为${inWan(right)}万元，相差${inWan(whole.fen - right)}万元；请核对是否有漏登或重登。`,
  }
}

function noMoreThan(id: string, label: string, part: Amount, limit: Amount): Identity {
  const holds = part.fen <= limit.fen
  const said = `${part.label}${inWan(part.fen)}万元，${limit.label}${inWan(limit.fen)}万元`
  return {
    id,
    label,
    left: inWan(part.fen),
    right: inWan(limit.fen),
    holds,
    sentence: holds ? `${said}，未超过。` : `${said}，超过${inWan(part.fen - limit.fen)}万元；请核对。`,
  }
}

/** B-08: a stated rate against what its own numbers give; compared as printed. */
export function rateIdentity(label: string, stated: string, paid: number, full: number): Identity {
  const counted = rateOf(paid, full)
  const holds = counted === stated
  return {
    id: 'B-08',
    label: `${label}执行率 = 执行数 ÷ 全年预算数`,
    left: stated,
    right: counted ?? '无法计算',
    holds,
    sentence:
      counted === null
        ? `${label}没有预算数，不能有执行率；现写作${stated}%。`
        : `${label}执行${inWan(paid)}万元 ÷ 全年预算${inWan(full)}万元 = ${counted}%${holds ? '，相符。' : `，写作${stated}%；请更正。`}`,
  }
}

function withinBudget({ lines, totals }: ExecutionTable): Identity {
  const over = lines.filter((line) => line.rate !== null && line.paid > line.full)
  const without = lines.filter((line) => line.rate === null && line.paid !== 0)
  const said = [
    ...(over.length
      ? [
          `${over.map(({ name, rate }) => `${name}执行率${rate}%`).join('、')}，超过100%；是否用了上年结转资金而没有计入全年预算数？`,
        ]
      : []),
    ...(without.length
      ? [
          `${without.length}行有支出而没有登记预算数（${without.map(({ name }) => name).join('、')}），无法计算执行率；请补登。`,
        ]
      : []),
  ]
  return {
    id: 'B-09',
    label: '执行率不超过100%',
    left: totals.rate ?? '无法计算',
    right: '100.00',
    holds: said.length === 0,
    sentence: said.join('') || '各行执行数都没有超过全年预算数。',
  }
}

/** The identities of rules 2.2 that a bureau's own entries can be held to. */
export function identities(spending: Spending, table: ExecutionTable): Identity[] {
  const amount = (label: string, fen: number): Amount => ({ label, fen })
  const found = [
    sumIdentity('B-02', '一般公共预算支出 = 基本支出 + 项目支出', amount('一般公共预算支出', spending.general), [
      amount('基本支出', spending.basic),
      amount('项目支出', spending.projects),
    ]),
    sumIdentity('B-03', '基本支出 = 人员经费 + 公用经费', amount('基本支出', spending.basic), [
      amount('人员经费', spending.people),
      amount('公用经费', spending.public),
    ]),
    sumIdentity('B-04', '项目支出 = 各项目之和', amount('项目支出', spending.projects), spending.listed),
    sumIdentity('B-08', '全年预算数 = 年初预算数 + 预算调整数', amount('全年预算数', table.totals.full), [
      amount('年初预算', table.totals.initial),
      amount('调整', table.totals.adjusted),
    ]),
    withinBudget(table),
    sumIdentity('B-13', '三公经费 = 各项之和', amount('三公经费', spending.threePublicTotal), spending.threePublic),
    noMoreThan(
      'B-13',
      '三公经费不超过公用经费',
      amount('三公经费', spending.threePublicTotal),
      amount('公用经费', spending.public),
    ),
  ]
  if (spending.threePublicBudget !== undefined)
    found.push(
      noMoreThan(
        'B-13',
        '三公经费不超过预算',
        amount('三公经费', spending.threePublicTotal),
        amount('三公经费预算', spending.threePublicBudget),
      ),
    )
  return found
}
