import type { Understanding } from '../understand/index.ts'
import { once } from '../understand/once.ts'
import { everyNode, type Reached, reached, type ScoreNode, scoresOf } from '../understand/scores.ts'

/** A scored indicator with target and actual value: how far it missed, and what share of its points it lost. */
export interface Loss extends Reached {
  node: ScoreNode
  weight: number
  got: number
  lost: number
  /** Under what it stands: indicators of one group are held against each other first. */
  group: ScoreNode | undefined
}

/** Every indicator of which points, target and actual value are printed. */
export const lossesOf = once(readLosses)

function readLosses(doc: Understanding): Loss[] {
  const scores = scoresOf(doc)
  const parents = new Map<ScoreNode, ScoreNode>()
  for (const node of everyNode(scores)) for (const part of node.parts) parents.set(part, node)
  return [...everyNode(scores)].flatMap((node) => {
    const at = node.parts.length ? undefined : reached(node)
    const got =
      node.got?.value ?? (node.weight && node.deducted ? node.weight.value - Math.abs(node.deducted.value) : undefined)
    const weight = node.weight?.value ?? fullOf(node, parents.get(node))
    if (!at || weight === undefined || got === undefined || weight <= 0 || got > weight) return []
    return [{ ...at, node, weight, got, lost: weight - got, group: parents.get(node) }]
  })
}

/** A group that got all its points: each of its parts got all of its own, though they are not printed. */
function fullOf({ got }: ScoreNode, group: ScoreNode | undefined): number | undefined {
  if (!got || !group?.got || group.got.value !== group.weight?.value) return undefined
  const sum = group.parts.reduce((total, part) => total + (part.got?.value ?? Number.NaN), 0)
  return Math.abs(sum - group.got.value) < 1e-6 ? got.value : undefined
}

/** Two indicators are of one kind when they carry the same points and are held to the same target, in the same unit. */
export const sameKind = (one: Loss, other: Loss): boolean =>
  one.weight === other.weight &&
  one.node.target?.quantity.value === other.node.target?.quantity.value &&
  one.node.target?.quantity.unit.dimension === other.node.target?.quantity.unit.dimension &&
  (one.node.target?.sign ?? '≥') === (other.node.target?.sign ?? '≥')
