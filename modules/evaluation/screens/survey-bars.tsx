import type { SurveyResults } from '../contract/surveys.ts'
import './surveys.css'

type Question = SurveyResults['questions'][number]

/** The share of each answer as one bar from the best to the worst; the words beneath say the same. */
export function SurveyBars({ questions }: { questions: readonly Question[] }) {
  return (
    <ol className="survey-questions">
      {questions.map((question) => (
        <li key={question.text}>
          <h3>
            {question.text} <span className="soft">{question.answered} 人作答</span>
          </h3>
          <Bar {...question} />
        </li>
      ))}
    </ol>
  )
}

function Bar({ portions, answered }: Question) {
  return (
    <>
      <div className="survey-bar" aria-hidden="true">
        {portions.map(({ label, n, percent }, step) =>
          n ? (
            <span key={label} className={`survey-step-${step}`} style={{ flexGrow: n }}>
              {n / answered >= 0.09 ? `${Math.round(Number(percent))}%` : null}
            </span>
          ) : null,
        )}
      </div>
      <ul className="survey-words">
        {portions.map(({ label, n, percent }, step) => (
          <li key={label}>
            <span className={`survey-mark survey-step-${step}`} aria-hidden="true" />
            {label} <strong>{percent}%</strong> <span className="soft">{n} 人</span>
          </li>
        ))}
      </ul>
    </>
  )
}
