import { useQuery } from '@tanstack/react-query'
import { Chart } from '../../../kit/chart.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { DayInput } from '../../../kit/fields/day-input.tsx'
import { Figure } from '../../../kit/figure.tsx'
import { useAddress, useGo, usePatchAddress } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { wan } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import './evaluation.css'
import './monitoring.css'
import { EvaluationTabs } from './evaluation-tabs.tsx'
import { MonitoredList } from './monitored-list.tsx'
import { type MonitoredProject, type Monitoring, monitoringQuery } from './monitoring.ts'
import { scoreUrl } from './scores.ts'

/** 监控: how far the money and the targets of each project are on a day, against the time that has passed. */
export function MonitoringPage() {
  const year = useYear()
  const { until } = useAddress()
  const asked = until?.startsWith(`${year}-`) ? until : undefined
  const found = useQuery(monitoringQuery(year, asked))
  return (
    <>
      <PageHead
        title="绩效监控"
        lead={`${year} 年。预算执行和绩效目标都与时间进度比较；只算到截至日为止的登记。`}
        actions={<UntilDay year={year} value={asked ?? found.data?.until} />}
      />
      <div className="evaluation-page">
        <EvaluationTabs here="/evaluation/monitoring" />
        <Loaded of={found} lines={8}>
          {(monitoring) => (monitoring.projects.length ? <Year of={monitoring} /> : <Nothing year={year} />)}
        </Loaded>
      </div>
    </>
  )
}

function UntilDay({ year, value }: { year: number; value: string | undefined }) {
  const patch = usePatchAddress()
  return (
    <span className="until-day">
      <label htmlFor="until-day">截至</label>
      <DayInput
        id="until-day"
        field={{ kind: 'date', label: '截至' }}
        value={value}
        data={{}}
        invalid={false}
        onChange={(day) => patch({ until: day?.startsWith(`${year}-`) ? day : undefined })}
      />
    </span>
  )
}

const Nothing = ({ year }: { year: number }) => (
  <EmptyState title={`${year} 年还没有可以监控的项目`}>项目入库并登记年初预算或绩效指标之后，会列在这里。</EmptyState>
)

function Year({ of: monitoring }: { of: Monitoring }) {
  const { total, passed, rule, until, projects } = monitoring
  return (
    <>
      <section className="monitoring-sums">
        <Figure label="时间进度" value={passed} unit="%" />
        <Figure label="项目预算" value={wan(total.full)} unit="万元" />
        <Figure label="已执行" value={wan(total.paid)} unit="万元" />
        <Figure label="执行率" value={total.rate ?? '—'} unit={total.rate === null ? '' : '%'} />
        <p className="monitoring-rule">
          {rule ? (
            <>
              预警线：{rule.endedOn} 执行率低于 {rule.least}%。<span className="soft">{rule.source}</span>
            </>
          ) : (
            <>到 {until} 还没有需要比较的预警线。</>
          )}
        </p>
      </section>
      <Execution projects={projects} passed={passed} />
      <Panel title="各项目" flush>
        <MonitoredList monitoring={monitoring} />
      </Panel>
    </>
  )
}

/** The rates of execution as bars, the time that has passed as a line through them. */
function Execution({ projects, passed }: { projects: readonly MonitoredProject[]; passed: string }) {
  const go = useGo()
  return (
    <Panel title="预算执行与时间进度">
      <Chart
        label="各项目预算执行率与时间进度"
        height={projects.length * 32 + 40}
        labels={projects.map(({ name }) => name)}
        series={[{ name: '执行率', values: projects.map(({ rate }) => (rate === null ? null : Number(rate))) }]}
        unit="%"
        lying
        mark={{ value: Number(passed), label: `时间进度 ${passed}%` }}
        onPick={(index) => go(scoreUrl(projects[index]!.project))}
      />
      <p className="soft">单位：%。没有预算的项目不画。点一条，看这个项目的得分。</p>
    </Panel>
  )
}
