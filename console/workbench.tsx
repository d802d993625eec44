import { useQuery } from '@tanstack/react-query'
import { useAddress, usePatchAddress } from '../kit/nav.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Panel } from '../kit/panel.tsx'
import { Pills } from '../kit/pills.tsx'
import { usePhone } from '../kit/use-phone.ts'
import { Loaded } from '../kit/waiting.tsx'
import { YearForecast } from '../modules/evaluation/screens/index.ts'
import { TaskList, type Tasks, tasksQuery } from '../modules/ledger/screens/index.ts'
import { useSession } from '../modules/org/screens/index.ts'
import { ReturnedReports } from '../modules/reporting/screens/index.ts'
import { QuickStart } from './quick-start.tsx'
import './workbench.css'
import { YearPicture } from './year-picture.tsx'

const noMine = { title: '手上没有要办的事', words: '派给您或由您接手的事会出现在这里，最急的排在最前。' }
const noPool = { title: '待办池是空的', words: '您的岗位可以接手的事会出现在这里，谁先办理就归谁。' }

function Counts({ counts }: { counts: Tasks['counts'] }) {
  const told = [
    { label: '等我办', n: counts.mine, tone: '' },
    { label: '待接手', n: counts.pool, tone: '' },
    { label: '快到期', n: counts.soon, tone: counts.soon ? 'tone-soon' : '' },
    { label: '已超时', n: counts.late, tone: counts.late ? 'tone-late' : '' },
  ]
  return (
    <dl className="counts">
      {told.map(({ label, n, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={tone}>{n}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 工作台: what waits for me, how urgent it is, and how the year goes. */
export function Workbench() {
  const phone = usePhone()
  const tasks = useQuery(tasksQuery)
  const { person } = useSession()
  return (
    <>
      <PageHead
        title={phone ? '待办' : '工作台'}
        after={phone ? null : <span className="soft">{person.name}，您好</span>}
      />
      <div className="workbench">
        {tasks.data ? <Counts counts={tasks.data.counts} /> : null}
        <div className="workbench-main">
          <ReturnedReports />
          <Loaded of={tasks} lines={8}>
            {(found) => (phone ? <PhoneTasks tasks={found} /> : <DeskTasks tasks={found} />)}
          </Loaded>
        </div>
        <aside className="workbench-side">
          <YearPicture />
          <YearForecast />
          {phone ? null : <QuickStart />}
        </aside>
      </div>
    </>
  )
}

const counted = (title: string, n: number) => (
  <>
    {title} <span className="count-mark">{n}</span>
  </>
)

function DeskTasks({ tasks: { mine, pool, counts } }: { tasks: Tasks }) {
  return (
    <>
      <Panel title={counted('等我办', counts.mine)} flush>
        <TaskList tasks={mine} empty={noMine} />
      </Panel>
      <Panel title={counted('岗位待接手', counts.pool)} flush>
        <TaskList tasks={pool} empty={noPool} />
      </Panel>
    </>
  )
}

function PhoneTasks({ tasks: { mine, pool, counts } }: { tasks: Tasks }) {
  const { pile = mine.length || !pool.length ? 'mine' : 'pool' } = useAddress()
  const patch = usePatchAddress()
  const pills = [
    { value: 'mine', label: '等我办', count: counts.mine },
    { value: 'pool', label: '待接手', count: counts.pool },
  ]
  return (
    <>
      <div className="workbench-piles">
        <Pills label="哪一堆" pills={pills} value={pile} onChange={(next) => patch({ pile: next })} />
      </div>
      <div className="workbench-cards">
        {pile === 'pool' ? (
          <TaskList cards tasks={pool} empty={noPool} />
        ) : (
          <TaskList cards tasks={mine} empty={noMine} />
        )}
      </div>
    </>
  )
}
