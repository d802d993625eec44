import { ToneShape } from '../../../kit/state-tag.tsx'
import type { Tone } from '../../../kit/tone.ts'

/** Below this the year's early warning starts; above a hundred somebody has to explain. */
const LOW = 70

function toneOf(percent: number): Tone | undefined {
  if (percent > 100) return 'late'
  return percent < LOW ? 'soon' : undefined
}

/** An execution rate as a number and a bar; the mark says when it asks for a reason. */
export function RateBar({ rate }: { rate: string | null }) {
  if (rate === null) return <span className="soft">没有预算，不算执行率</span>
  const percent = Number(rate)
  const tone = toneOf(percent)
  return (
    <span className="rate-bar">
      <span className="rate-bar-track">
        <span
          className={`rate-bar-fill ${tone ? `tone-${tone}` : ''}`}
          style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
        />
      </span>
      <span className="rate-bar-words">
        {tone ? <ToneShape tone={tone} /> : null} {rate}%
      </span>
    </span>
  )
}
