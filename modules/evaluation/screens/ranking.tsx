import { useQuery } from '@tanstack/react-query'
import { Chart } from '../../../kit/chart.tsx'
import { useGo } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { projectsQuery, scoreUrl } from './scores.ts'

/** The projects from the best score to the least, beside what they had the year before. */
export function Ranking({ year }: { year: number }) {
  const go = useGo()
  const { data: now = [] } = useQuery(projectsQuery(year))
  const { data: before = [] } = useQuery(projectsQuery(year - 1))
  if (now.length < 2) return null
  const ranked = [...now].sort((a, b) => Number(b.total) - Number(a.total))
  const former = new Map(before.map(({ project, total }) => [project, Number(total)]))
  const series = [{ name: `${year}年`, values: ranked.map(({ total }) => Number(total)) }]
  const last = { name: `${year - 1}年`, values: ranked.map(({ project }) => former.get(project) ?? null) }
  return (
    <Panel title="项目得分排列（分）">
      <Chart
        label={`项目得分由高到低：${ranked.map(({ name, total }) => `${name}${total}分`).join('，')}`}
        height={ranked.length * (former.size ? 44 : 30) + 24}
        labels={ranked.map(({ name }) => name)}
        series={former.size ? [...series, last] : series}
        unit="分"
        lying
        onPick={(at) => go(scoreUrl(ranked[at]!.project))}
      />
    </Panel>
  )
}
