import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { type LastLine, lastOf } from '../domain/last-year.ts'
import { lastYearQuery } from './last-year.ts'
import { groupsOf, type Level } from './score-groups.ts'
import { ExecutionRow, Lost, ScoreRow } from './score-row.tsx'
import type { Score } from './scores.ts'

/** Indicators as a table that folds by their first level; sums stand in the head of each. */
export function ScoreTree({ score }: { score: Score }) {
  const phone = usePhone()
  // What the year before came to is told as things stand, not as of a seal.
  const { data } = useQuery({ ...lastYearQuery(score.project, score.year), enabled: score.asOf === null })
  const last = data?.lines ?? []
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
          <LevelRows key={level.id} level={level} year={score.year} asOf={score.asOf} last={last} />
        ))}
      </table>
    </div>
  )
}

interface LevelProps {
  level: Level
  year: number
  asOf: number | null
  last: readonly LastLine[]
}

function LevelRows({ level, year, asOf, last }: LevelProps) {
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
      {open
        ? level.lines.map((line) => (
            <ScoreRow key={line.id} line={line} year={year} asOf={asOf} last={lastOf(last, line)} />
          ))
        : null}
    </tbody>
  )
}
