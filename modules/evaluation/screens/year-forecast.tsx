import { useQuery } from '@tanstack/react-query'
import { Go } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { useCatalog, useYear } from '../../ledger/screens/index.ts'
import { LightTag } from './light-tag.tsx'
import { isOver, type MonitoredProject, monitoringQuery } from './monitoring.ts'
import { scoreUrl } from './scores.ts'
import './year-forecast.css'

/** Where each project stands today and what it will come to at the year's end; for those who watch the year. */
export function YearForecast() {
  const { menu } = useCatalog()
  const year = useYear()
  const watches = menu.includes('evaluation.monitoring')
  const { data } = useQuery({ ...monitoringQuery(year, undefined), enabled: watches, retry: false })
  const projects = data?.projects.filter(({ forecast }) => forecast) ?? []
  if (!data || !projects.length) return null
  return (
    <Panel title={isOver(data) ? '项目得分' : '绩效推算'} extra={<Go to="/evaluation/monitoring">监控</Go>} flush>
      <p className="year-forecast-lead soft">
        {isOver(data) ? `${year} 年已过` : `时间进度 ${data.passed}%`}，执行 {data.total.rate ?? '—'}%。
        {isOver(data) ? '各项目的得分：' : '按目前进度推算的年末得分：'}
      </p>
      <ul className="year-forecast">
        {projects.map((project) => (
          <Line key={project.project} project={project} />
        ))}
      </ul>
    </Panel>
  )
}

const Line = ({ project: { project, name, light, forecast } }: { project: MonitoredProject }) => (
  <li>
    <LightTag light={light} />
    <Go to={scoreUrl(project)}>{name}</Go>
    <strong>{forecast!.points}</strong>
  </li>
)
