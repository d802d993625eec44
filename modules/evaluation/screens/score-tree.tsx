import { useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { groupsOf, type Level } from './score-groups.ts'
import { ExecutionRow, Lost, ScoreRow } from './score-row.tsx'
import type { Score } from './scores.ts'

/** Indicators as a table that folds by their first level; sums stand in the head of each. */
export function ScoreTree({ score }: { score: Score }) {
  const phone = usePhone()
  return (
    <div className="table-scroll">
      <table className={phone ? 'score-tree score-tree-phone' : 'score-tree'}>
        <thead>
          <tr>
            <th>指标</th>
            <th className="num">目标</th>
            <th className="num">完成</th>
            <th>依据</th>
            <th className="num">分值</th>
            <th className="num">得分</th>
            <th className="num">扣分</th>
          </tr>
        </thead>
        <tbody>
          <ExecutionRow score={score} />
        </tbody>
        {groupsOf(score.lines).map((level) => (
          <LevelRows key={level.id} level={level} year={score.year} asOf={score.asOf} />
        ))}
      </table>
    </div>
  )
}

function LevelRows({ level, year, asOf }: { level: Level; year: number; asOf: number | null }) {
  const [open, setOpen] = useState(true)
  return (
    <tbody>
      <tr className="score-level">
        <th scope="rowgroup" colSpan={4}>
          <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'down' : 'right'} size={14} /> {level.label}
          </button>
        </th>
        <td className="num" data-label="分值">
          {level.weight}
        </td>
        <td className="num" data-label="得分">
          {level.points}
        </td>
        <Lost lost={level.lost} />
      </tr>
      {open ? level.lines.map((line) => <ScoreRow key={line.id} line={line} year={year} asOf={asOf} />) : null}
    </tbody>
  )
}
