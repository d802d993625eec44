import './clock-bar.css'
import { type Running, readClock } from './clock.ts'
import { ToneShape } from './state-tag.tsx'
import { dateTime } from './text.ts'
import { useNow } from './use-now.ts'

interface ClockBarProps extends Running {
  label?: string
  /** Says the limit and when it ends beside the bar. */
  limitText?: string
  wide?: boolean
}

/** A limit as a bar that fills: amber when less than a quarter is left, red and in words when it has run out. */
export function ClockBar({ label, limitText, wide, ...clock }: ClockBarProps) {
  const { share, tone, words } = readClock(clock, useNow())
  return (
    <div
      className={`clock-bar tone-${tone}${wide ? ' clock-bar-wide' : ''}`}
      title={`应于 ${dateTime(clock.dueAt)} 前办完`}
    >
      <div className="clock-bar-words">
        {label ? <span className="clock-bar-label">{label}</span> : null}
        <ToneShape tone={tone} />
        <span>{words}</span>
        {wide ? (
          <span className="clock-bar-limit">
            {limitText ? `时限 ${limitText}，` : ''}应于 {dateTime(clock.dueAt)} 前
          </span>
        ) : null}
      </div>
      <div className="clock-bar-track">
        <div className="clock-bar-fill" style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  )
}
