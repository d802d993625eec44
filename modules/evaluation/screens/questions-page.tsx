import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Go, useAddress } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import './evaluation.css'
import { projectsQuery, type Question, questionsQuery, questionsUrl, scoreUrl } from './scores.ts'

/** 存疑事项: what a reader of the year would ask, and what was said to it. */
export function QuestionsPage() {
  const year = useYear()
  const { project } = useAddress()
  const questions = useQuery(questionsQuery(year))
  const { data: projects = [] } = useQuery(projectsQuery(year))
  const names = new Map(projects.map((line) => [line.project, line.name]))
  return (
    <>
      <PageHead
        title="存疑事项"
        lead={`${year} 年的目标、资金和得分里，审阅的人会问的问题。由具名的人答复；改正了的，下次打开就不再列出。`}
        back={{ to: '/evaluation', label: '绩效' }}
      />
      <div className="evaluation-page">
        {project ? (
          <Notice action={<Go {...questionsUrl()}>看全部存疑事项</Go>}>
            只列出“{names.get(project) ?? project}”的存疑事项。
          </Notice>
        ) : null}
        <Panel flush>
          <Loaded of={questions} lines={6}>
            {(found) => {
              const shown = project ? found.filter((one) => one.project === project) : found
              return shown.length ? <Questions year={year} questions={shown} scored={names} /> : <Nothing year={year} />
            }}
          </Loaded>
        </Panel>
      </div>
    </>
  )
}

const Nothing = ({ year }: { year: number }) => (
  <EmptyState title={`${year} 年没有存疑事项`}>目标、资金和得分核对无误时，这里是空的。</EmptyState>
)

interface QuestionsProps {
  year: number
  questions: readonly Question[]
  /** The projects that have a score, and so a page of their own. */
  scored: ReadonlyMap<string, string>
}

function Questions({ year, questions, scored }: QuestionsProps) {
  const ordered = [...questions].sort((a, b) => Number(Boolean(a.answer)) - Number(Boolean(b.answer)))
  return (
    <ul>
      {ordered.map((question) => (
        <li key={question.about} className="question">
          <StateTag tone={question.answer ? 'done' : 'soon'}>{question.answer ? '已答复' : '待答复'}</StateTag>
          <div>
            <strong>
              {scored.has(question.project) ? <Go to={scoreUrl(question.project)}>{question.name}</Go> : question.name}
            </strong>
            <p>{question.sentence}</p>
            {question.answer ? <Answer answer={question.answer} /> : <ToAnswer year={year} question={question} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

const Answer = ({ answer: { text, on, by, record } }: { answer: NonNullable<Question['answer']> }) => (
  <p className="soft">
    {by} {on} 答复：<Go to={`/ledgers/question-answer/${record}`}>{text}</Go>
  </p>
)

const ToAnswer = ({ year, question: { about, project, sentence } }: { year: number; question: Question }) => (
  <p>
    <Go to="/ledgers/question-answer/new" search={{ year: String(year), project, about, question: sentence }}>
      答复
    </Go>
  </p>
)
