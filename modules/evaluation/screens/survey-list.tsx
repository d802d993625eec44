import { useQuery } from '@tanstack/react-query'
import { Go } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import type { Tone } from '../../../kit/tone.ts'
import './surveys.css'
import { resultsUrl, surveysQuery } from './surveys.ts'

/** The surveys of a year; nothing where there is none. */
export function SurveyList({ year }: { year: number }) {
  const { data: surveys = [] } = useQuery(surveysQuery(year))
  if (!surveys.length) return null
  return (
    <Panel title="满意度调查" flush>
      <ul className="survey-list">
        {surveys.map(({ id, code, title, stateLabel, tone, opensOn, closesOn, answers, sample }) => (
          <li key={id}>
            <span>
              <Go to={resultsUrl(code)}>{title}</Go>
              <span className="soft">
                {opensOn} 至 {closesOn}
              </span>
            </span>
            <span className="soft">
              {answers} 份{sample === undefined ? '' : `，计划 ${sample} 份`}
            </span>
            <StateTag tone={tone as Tone}>{stateLabel}</StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
