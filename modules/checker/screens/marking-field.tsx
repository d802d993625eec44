import { Input } from 'antd'
import { Pills } from '../../../kit/pills.tsx'
import { longestExplanation, type Marking, type Standing, standings } from '../domain/markings.ts'

const pills = Object.entries(standings).map(([value, label]) => ({ value, label }))
/** What the words beside a marking are asked for as. */
const asks: Partial<Record<Standing, string>> = {
  explained: '说明（会写进意见表）',
  wrong: '为什么不采纳（可以不填，会写进意见表）',
}

interface MarkingFieldProps {
  number: number
  marking: Marking
  onMark: (marking: Marking) => void
}

/** What somebody says to a finding: seen, explained, or not agreed to. */
export function MarkingField({ number, marking: { standing, words = '' }, onMark }: MarkingFieldProps) {
  const asked = asks[standing]
  return (
    <div className="finding-marking">
      <Pills
        label={`第${number + 1}处的处理`}
        pills={pills}
        value={standing}
        onChange={(value) => onMark({ standing: value as Standing, words })}
      />
      {asked ? (
        <Input.TextArea
          aria-label={asked}
          placeholder={asked}
          value={words}
          maxLength={longestExplanation}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => onMark({ standing, words: event.target.value })}
        />
      ) : null}
    </div>
  )
}
