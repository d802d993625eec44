import { useMemo } from 'react'
import { Panel } from '../../../kit/panel.tsx'
import { TreeMap } from '../../../kit/tree-map.tsx'
import { groupsOf } from './score-groups.ts'
import { lineAnchor, type Score } from './scores.ts'

/** Paler where less was earned: readable in print and without colour, since the points stand in each tile. */
const shades = ['#c8dcf5', '#dfe9f6', '#f7e3c4', '#f4c7b8'] as const
function shadeOf(points: string, weight: string): string {
  const share = Number(points) / Number(weight)
  return shades[share >= 1 ? 0 : share >= 0.8 ? 1 : share >= 0.6 ? 2 : 3]
}

/** The tree of indicators as tiles: as large as their weight, with what they earned; a tile leads to its line. */
export function ScoreMap({ score: { lines, execution } }: { score: Score }) {
  const groups = useMemo(
    () => [
      {
        name: '预算执行',
        tiles: [
          {
            id: '',
            name: '预算执行率',
            value: Number(execution.weight),
            said: `${Number(execution.points)}/${Number(execution.weight)}分`,
            color: shadeOf(execution.points, execution.weight),
          },
        ],
      },
      ...groupsOf(lines).map((level) => ({
        name: level.label,
        tiles: level.lines.map(({ id, name, weight, points }) => ({
          id,
          name,
          value: Number(weight),
          said: `${Number(points)}/${Number(weight)}分`,
          color: shadeOf(points, weight),
        })),
      })),
    ],
    [lines, execution],
  )
  const go = (id: string) => document.getElementById(lineAnchor(id))?.scrollIntoView({ block: 'center' })
  return (
    <Panel title="指标的分值和得分" extra={<span className="soft">面积为分值，点一格看它的理由</span>}>
      <TreeMap groups={groups} height={260} label="各项指标的分值和得分，数字见下表" onPick={go} />
    </Panel>
  )
}
