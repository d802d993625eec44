import { Button, Input } from 'antd'
import { Pills } from '../../../kit/pills.tsx'
import { type Answer, askedNow, openIn, type Question, withAnswer } from './import-answers.ts'
import './import-dialog.css'

interface QuestionsProps {
  questions: readonly Question[]
  onChange: (questions: Question[]) => void
}

/** The rows that could not be taken, each with what stands there, what was probably meant, and what to do with it. */
export function ImportQuestions({ questions, onChange }: QuestionsProps) {
  const proposed = questions.filter(({ proposal, answer }) => proposal && !answer)
  const acceptAll = () =>
    onChange(
      questions.map((one) =>
        one.proposal && !one.answer ? { ...one, answer: { way: 'proposal', text: one.proposal } } : one,
      ),
    )
  const open = openIn(questions).length
  const shown = askedNow(questions)
  return (
    <>
      <p className="import-open">
        <span>{open ? `还有 ${open} 处等您答复；答复之前一条也不导入。` : '都已答复，可以导入。'}</span>
        {proposed.length > 1 ? (
          <Button size="small" onClick={acceptAll}>
            接受全部 {proposed.length} 条建议
          </Button>
        ) : null}
      </p>
      <ul className="import-questions">
        {shown.map((one) => (
          <li key={`${one.sheet} ${one.row} ${one.field}`} className="import-question">
            <QuestionCard question={one} onAnswer={(answer) => onChange(withAnswer(questions, one, answer))} />
          </li>
        ))}
      </ul>
      {questions.length > shown.length ? (
        <p className="soft">
          还有 {questions.length - shown.length} 处，答复这些之后再列出；不对的这么多，不如在表格里改正后重新选择。
        </p>
      ) : null}
    </>
  )
}

function QuestionCard({ question, onAnswer }: { question: Question; onAnswer: (answer: Answer) => void }) {
  const { row, sheet, field, column, raw, proposal, sentence, answer } = question
  const place = [sheet, `第${row}行`, column].filter(Boolean).join(' · ')
  const ways = [
    ...(proposal ? [{ value: 'proposal', label: `接受建议：${proposal}` }] : []),
    ...(field ? [{ value: 'own', label: '另填' }] : []),
    { value: 'out', label: '这一行不导入' },
  ]
  const choose = (way: Answer['way']) => onAnswer({ way, text: way === 'proposal' ? (proposal ?? '') : '' })
  return (
    <>
      <p className="import-place">{place}</p>
      {raw ? (
        <p>
          原文：<strong>{raw}</strong>
        </p>
      ) : null}
      <p className="soft">{sentence}</p>
      <Pills
        label={`${place}怎么办`}
        pills={ways}
        value={answer?.way ?? ''}
        onChange={(way) => choose(way as Answer['way'])}
      />
      {answer?.way === 'own' ? (
        <Input
          aria-label={`${place}填为`}
          placeholder={`${column}应为`}
          value={answer.text}
          maxLength={500}
          onChange={({ target }) => onAnswer({ way: 'own', text: target.value })}
        />
      ) : null}
    </>
  )
}
