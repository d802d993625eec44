import { Decimal } from 'decimal.js'
import type { Direction } from '../domain.ts'

/** An indicator as it ended the year before. Values are decimals in its unit. */
export interface LastLine {
  id: string
  code?: string | undefined
  name: string
  direction: Direction
  target?: string | undefined
  targetText: string
  measure: string
  actual?: string | undefined
  actualText: string
  weight: string
  points: string
  lost: string
}
interface Named {
  id: string
  number: string | null
}
/** What a project, or the whole, came to in the year before, and what became of it. Amounts in 分. */
export interface LastYear {
  /** The year before the one that was asked about. */
  year: number
  /** Nothing of that year is in the system. */
  unknown: boolean
  evaluation: (Named & { state: string; tone: string; score?: string; grade?: string }) | null
  /** As the lines come to, whatever somebody concluded. */
  computed: { total: string; grade: string } | null
  lines: LastLine[]
  /** What the cross review found. */
  differences: string[]
  rectifications: (Named & { problem: string; state: string; tone: string; dueOn: string })[]
  /** `demands`: it asks for another target in the year after. */
  uses: (Named & { form: string; demands: boolean; amount?: number; usedOn: string; paper?: string; said: string })[]
  more: number
  less: number
}

/** An indicator of this year as it was last year: the one it names, or the one of its name and unit. */
export const lastOf = <L extends Pick<LastLine, 'id' | 'name' | 'measure'>>(
  lines: readonly L[],
  {
    lastLine,
    name,
    measure,
  }: { lastLine?: string | undefined; name?: string | undefined; measure?: string | undefined },
): L | undefined =>
  lines.find(({ id }) => id === lastLine) ?? lines.find((one) => one.name === name && one.measure === measure)

const upward = new Set<Direction>(['at-least', 'more', 'equal'])
const downward = new Set<Direction>(['at-most', 'less'])
/** A target that asks for less than was reached already, as a question; none where the two do not compare. */
export function loweredBy(
  line: { direction: Direction; target?: string | undefined; targetText: string; measure: string },
  last: LastLine | undefined,
): string | undefined {
  if (!last || last.actual === undefined || line.target === undefined || last.measure !== line.measure) return undefined
  const [target, actual] = [new Decimal(line.target), new Decimal(last.actual)]
  const lower = (upward.has(line.direction) && target.lt(actual)) || (downward.has(line.direction) && target.gt(actual))
  return lower
    ? `目标${line.targetText}低于上年的完成值${last.actualText}（上年目标${last.targetText}）；请说明为什么降低目标，或调整目标。`
    : undefined
}

/** A use of last year's result that asks for another target, and that no indicator of this year cites. */
export const uncited = ({ uses }: LastYear, lines: readonly { use?: string | undefined }[]): string[] =>
  uses
    .filter(({ id, demands }) => demands && !lines.some(({ use }) => use === id))
    .map(
      (use) =>
        `上年结果应用${called(use)}“${use.said}”要求纳入本年目标，还没有指标引用它；请在指标的“依据的结果应用”中选它，或说明原因。`,
    )

const wan = (fen: number) => new Decimal(fen).div(1_000_000).toFixed(2)
const called = ({ number }: Named) => number ?? '未编号'
/** `通报1项`: how many of each, in the order in which they are first met. */
const tally = (words: readonly string[], unit: string) =>
  [...new Set(words)].map((word) => `${word}${words.filter((one) => one === word).length}${unit}`).join('，')

function resultOf({ year, evaluation, computed }: LastYear): string {
  const before = `上年（${year}年）`
  if (evaluation?.score !== undefined)
    return `${before}自评得分${evaluation.score}分，等级${evaluation.grade}（自评组织${called(evaluation)}，${evaluation.state}）。`
  const counted = computed ? `按指标计算得${computed.total}分，等级${computed.grade}` : '没有绩效指标'
  return evaluation
    ? `${before}的自评还没有汇总完成（自评组织${called(evaluation)}，${evaluation.state}），${counted}。`
    : `${before}没有登记自评组织，${counted}。`
}

function problemsOf({ lines, differences, rectifications }: LastYear): string[] {
  const lost = lines.filter((line) => Number(line.lost) > 0)
  const short = lost.map(({ name, lost: points }) => `“${name}”扣${points}分`).join('，')
  return [
    ...(lost.length ? [`上年扣分的指标：${short}。`] : []),
    ...differences.map((one) => `上年复核发现的差异：${one}。`),
    rectifications.length
      ? `上年问题整改${rectifications.length}项：${tally(
          rectifications.map(({ state }) => state),
          '项',
        )}。${rectifications.map((one) => `${one.problem}（${called(one)}，${one.state}）`).join('；')}。`
      : '上年的结果没有登记整改。',
  ]
}

function usesOf({ uses, more, less }: LastYear): string {
  if (!uses.length) return '上年结果还没有登记应用。'
  const amounts = [more ? `预算倾斜${wan(more)}万元` : '', less ? `预算压缩${wan(less)}万元` : ''].filter(Boolean)
  const each = uses.map((one) => {
    const paper = one.paper ? `，${one.paper}` : ''
    return `${one.form}：${one.said}（${called(one)}，${one.usedOn}${paper}）`
  })
  const linked = amounts.length ? `，与结果挂钩的${amounts.join('，')}` : ''
  return `上年结果应用${uses.length}项${linked}。${each.join('；')}。`
}

/** What a document says of the year before: its result, its problems and what was set right, what the result led to. */
export function citationOf(last: LastYear): string[] {
  if (last.unknown)
    return [`系统里没有${last.year}年的自评、指标、整改和结果应用，不能引用上年结果；请在文中另行说明。`]
  return [resultOf(last), ...problemsOf(last), usesOf(last)]
}
