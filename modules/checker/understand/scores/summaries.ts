import type { ScoreNode } from './model.ts'

/** A group told behind its items: 以上三项共50分，得49分. */
const summary = /^(?:以上|上述|前述|[二三四五六七八九两\d]+项|各项|小计?$|合计?|共计?)/
const onlySum = /^(?:(?:以上|上述|前述)?(?:[二三四五六七八九两\d]+|各)?项(?:指标)?|小计?)?(?:合计?|共计?)?$/

export interface Holder {
  /** Absent for what stands below nothing. */
  owner?: ScoreNode
  parts: ScoreNode[]
}

/**
 * Puts the items that have exactly its points below a group told behind them; where these are all that an open group
 * has, it is that group. `holders` from the innermost. Returns whether the node is dealt with.
 */
export function gathered(holders: readonly Holder[], node: ScoreNode): boolean {
  if (!summary.test(node.name) || node.parts.length) return false
  for (const slot of ['weight', 'got'] as const)
    for (const { owner, parts } of holders) {
      const from = startOf(parts, node, slot)
      if (from === undefined) continue
      const all = node.weight?.value ?? weightOf(parts)
      if (owner && from === 0 && !owner.got && (!owner.weight || owner.weight.value === all)) fill(owner, node)
      else {
        node.name = node.name.replace(/^(?:以上|上述|前述)/, '')
        node.parts.push(...parts.splice(from))
        node.closed = true
        parts.push(node)
      }
      return true
    }
  // What it sums up is not found: it is no item beside the others.
  return isOnlySum(node)
}

/** 小计, 三项合计: words that name nothing. */
export const isOnlySum = ({ name }: ScoreNode): boolean => name !== '' && onlySum.test(name)

function fill(owner: ScoreNode, { weight, got, deducted }: ScoreNode) {
  if (weight) owner.weight ??= weight
  if (got) owner.got ??= got
  if (deducted) owner.deducted ??= deducted
  owner.closed = true
}

/** Points of all that have some. */
const weightOf = (parts: readonly ScoreNode[]) => parts.reduce((sum, { weight }) => sum + (weight?.value ?? 0), 0)

/** Where the items that sum up to a figure begin, two or more of them, up to the last. */
function startOf(parts: readonly ScoreNode[], node: ScoreNode, slot: 'weight' | 'got'): number | undefined {
  const whole = node[slot]?.value
  if (whole === undefined) return undefined
  let sum = 0
  let items = 0
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] as ScoreNode
    // 草坪退化，扣1分 below 质量指标（15分，得14分）: why points were lost is no item beside the others.
    if (part.deducted && !part.weight && !part.got) continue
    items++
    const own = part[slot]?.value
    if (own === undefined) return undefined
    sum += own
    if (sum > whole + 1e-9) return undefined
    if (Math.abs(sum - whole) < 1e-9) return items > 1 ? at : undefined
  }
  return undefined
}
