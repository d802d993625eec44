import { useQuery } from '@tanstack/react-query'
import { type Column, DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Go, useGo } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import './evaluation.css'
import { EvaluationTabs } from './evaluation-tabs.tsx'
import { YearFiles } from './form-files.tsx'
import { GradeTag } from './grade-tag.tsx'
import { Ranking } from './ranking.tsx'
import { isWhole, type ProjectLine, projectsQuery, questionsUrl, scoreUrl } from './scores.ts'
import { SurveyList } from './survey-list.tsx'

const questions = ({ questions: n }: ProjectLine) =>
  n ? <StateTag tone="soon">{n} 项待答复</StateTag> : <StateTag tone="done">没有疑问</StateTag>

const toQuestions = (line: ProjectLine) =>
  line.questions ? <Go {...questionsUrl(line.project)}>{questions(line)}</Go> : questions(line)

const columns: Column<ProjectLine>[] = [
  { key: 'name', title: '项目', render: (line) => line.name },
  { key: 'indicators', title: '指标（个）', numeric: true, width: 100, render: (line) => line.indicators },
  { key: 'total', title: '总分（分）', numeric: true, width: 120, render: (line) => <strong>{line.total}</strong> },
  { key: 'grade', title: '等级', width: 110, render: (line) => <GradeTag grade={line.grade} /> },
  { key: 'rate', title: '执行率（%）', numeric: true, width: 110, render: ({ rate }) => rate ?? '—' },
  { key: 'entries', title: '有台账支撑（分）', numeric: true, width: 140, render: ({ entries }) => Number(entries) },
  { key: 'questions', title: '存疑事项', width: 140, render: toQuestions },
]

/** 绩效: every project that has indicators, with its score. */
export function ProjectsPage() {
  const year = useYear()
  const projects = useQuery(projectsQuery(year))
  return (
    <>
      <PageHead
        title="绩效"
        lead={`${year} 年各项目的自评得分。完成值从台账和支付里数出，点开能看到每一分怎么来的。`}
        actions={
          <>
            <Go to="/evaluation/library">指标库</Go>
            <Go to="/evaluation/questions">存疑事项</Go>
            {projects.data?.length ? (
              <YearFiles year={year} whole={projects.data.some((line) => isWhole(line.project))} />
            ) : null}
          </>
        }
      />
      <div className="evaluation-page">
        <EvaluationTabs here="/evaluation" />
        <Panel flush>
          <Loaded of={projects} lines={6}>
            {(lines) => (lines.length ? <Projects lines={lines} /> : <NoIndicators year={year} />)}
          </Loaded>
        </Panel>
        <Ranking year={year} />
        <SurveyList year={year} />
      </div>
    </>
  )
}

function NoIndicators({ year }: { year: number }) {
  return (
    <EmptyState title={`${year} 年还没有绩效指标`}>
      在绩效指标台账里为项目设定指标和目标值之后，得分会列在这里。
    </EmptyState>
  )
}

function Projects({ lines }: { lines: readonly ProjectLine[] }) {
  const go = useGo()
  const phone = usePhone()
  const open = (line: ProjectLine) => go(scoreUrl(line.project))
  if (!phone)
    return <DataTable caption="项目得分" columns={columns} rows={lines} rowKey={(line) => line.project} onOpen={open} />
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.project}>
          <button type="button" className="project-card" onClick={() => open(line)}>
            <span>
              <strong>{line.name}</strong>
              <span className="soft">{line.indicators} 个指标</span>
              {line.questions ? questions(line) : null}
            </span>
            <span className="project-card-score">
              {line.total}
              <GradeTag grade={line.grade} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
