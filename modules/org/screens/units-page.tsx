import { EmptyState } from '../../../kit/empty-state.tsx'
import { Go } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import './manage.css'
import { type PersonLine, type UnitNode, usePeople, useUnits } from './people.ts'

/** The units of the bureau as a tree, each with how many people it has. */
export function UnitsPage() {
  const units = useUnits()
  const people = usePeople().data ?? []
  return (
    <Panel title="机构" flush>
      <Loaded of={units}>
        {(all) =>
          all.length ? (
            <Branch units={all} people={people} parent={null} depth={0} />
          ) : (
            <EmptyState title="还没有机构">初始化时导入机构和人员之后会列在这里。</EmptyState>
          )
        }
      </Loaded>
    </Panel>
  )
}

interface BranchProps {
  units: readonly UnitNode[]
  people: readonly PersonLine[]
  parent: string | null
  depth: number
}

function Branch({ units, people, parent, depth }: BranchProps) {
  const known = new Set(units.map(({ id }) => id))
  const members = units.filter((unit) => (unit.parent && known.has(unit.parent) ? unit.parent : null) === parent)
  if (!members.length) return null
  return (
    <ul>
      {members.map((unit) => (
        <li key={unit.id}>
          <Go to="/manage/people" search={{ unit: unit.id }} className="unit-line">
            <span style={{ paddingLeft: depth * 22 }}>{unit.name}</span>
            <span className="soft">{people.filter((person) => person.unit === unit.id).length} 人</span>
          </Go>
          <Branch units={units} people={people} parent={unit.id} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}
