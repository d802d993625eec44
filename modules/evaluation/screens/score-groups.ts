import type { ScoreLine } from './scores.ts'

export interface Level {
  id: string
  label: string
  lines: ScoreLine[]
  weight: string
  points: string
  lost: string
}

// Points have two decimals: as hundredths they add up exactly.
const hundredths = (points: string) => Math.round(Number(points) * 100)
const sum = (lines: readonly ScoreLine[], of: (line: ScoreLine) => string) =>
  String(lines.reduce((total, line) => total + hundredths(of(line)), 0) / 100)

/** The lines by their first level, in the order they come, each with what its lines add up to. */
export function groupsOf(lines: readonly ScoreLine[]): Level[] {
  const ids = [...new Set(lines.map(({ level1 }) => level1))]
  return ids.map((id) => {
    const members = lines.filter(({ level1 }) => level1 === id)
    return {
      id,
      label: members[0]?.level1Label ?? '',
      lines: members,
      weight: sum(members, ({ weight }) => weight),
      points: sum(members, ({ points }) => points),
      lost: sum(members, ({ lost }) => lost),
    }
  })
}
