import { useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { Go } from '../../../kit/nav.tsx'
import { ToneShape } from '../../../kit/state-tag.tsx'
import { wan } from '../../../kit/text.ts'
import { recordUrl, useLedgers } from '../../ledger/screens/index.ts'
import { figureUrl } from '../../metrics/screens/index.ts'
import { LightTag, lightWord } from './light-tag.tsx'
import {
  type Broken,
  isOver,
  type MonitoredProject,
  type Monitoring,
  warningForm,
  warningLedger,
} from './monitoring.ts'
import { scoreUrl } from './scores.ts'

/** The projects one below the other: how each stands, what it will come to, and what should be warned of. */
export function MonitoredList({ monitoring }: { monitoring: Monitoring }) {
  return (
    <ul>
      {monitoring.projects.map((one) => (
        <li key={one.project} className="monitored">
          <Head of={one} isOver={isOver(monitoring)} />
          <Findings of={one} year={monitoring.year} />
          {one.indicators.length ? <Indicators of={one} monitoring={monitoring} /> : null}
        </li>
      ))}
    </ul>
  )
}

function Head({ of: one, isOver }: { of: MonitoredProject; isOver: boolean }) {
  const { project, name, light, full, paid, rate, budget, forecast } = one
  return (
    <div className="monitored-head">
      <div className="monitored-name">
        <LightTag light={light} />
        <Go to={scoreUrl(project)}>{name}</Go>
      </div>
      <div>
        <span className="monitored-number">{rate === null ? '—' : `${rate}%`}</span>
        <span className="soft">
          执行 {wan(paid)} / {wan(full)} 万元
        </span>
        <p className="score-because">{budget.because}</p>
      </div>
      <div>
        {forecast ? (
          <>
            <span className="monitored-number">{forecast.points}</span>
            <span className="soft">
              {isOver ? `年末得分，满分 ${forecast.of} 分` : `年末推算得分，可推算 ${forecast.of} 分`}
            </span>
            <p className="score-because">{forecast.because}</p>
          </>
        ) : (
          <span className="soft">还没有绩效指标，不推算得分。</span>
        )}
      </div>
    </div>
  )
}

function Findings({ of: one, year }: { of: MonitoredProject; year: number }) {
  if (!one.broken.length && !one.warnings.length) return null
  const found = new Set(one.broken.map(({ kind }) => kind as string))
  const others = one.warnings.filter(({ kind }) => !found.has(kind))
  return (
    <ul className="monitored-findings">
      {one.broken.map((broken) => (
        <li key={broken.kind}>
          <span>
            <ToneShape tone="soon" /> {broken.because}
          </span>
          <Raised of={one} year={year} broken={broken} />
        </li>
      ))}
      {others.map((warning) => (
        <li key={warning.id}>
          <Given warning={warning} />
        </li>
      ))}
    </ul>
  )
}

/** A warning that was taken back stays to be seen: its record says by whom, and why. */
const Given = ({ warning: { id, number, withdrawn } }: { warning: MonitoredProject['warnings'][number] }) => (
  <Go to={recordUrl(warningLedger, id)}>
    {withdrawn ? '预警已撤回' : '已发出预警'} {number}
  </Go>
)

/** The warning that was given of it, or the way to give one. */
function Raised({ of: one, year, broken }: { of: MonitoredProject; year: number; broken: Broken }) {
  const ledger = useLedgers().find(({ id }) => id === warningLedger)
  const ofKind = one.warnings.filter(({ kind }) => kind === broken.kind)
  const raised = ofKind.find(({ withdrawn }) => !withdrawn) ?? ofKind[0]
  if (raised) return <Given warning={raised} />
  if (!ledger?.may.create) return <span className="soft">未发出预警</span>
  return (
    <Go to={`/ledgers/${warningLedger}/new`} search={warningForm(year, one, broken)} className="monitored-warn">
      发出预警
    </Go>
  )
}

/** `正常 5，偏慢 1`: how many indicators have which light. */
function summary({ indicators }: MonitoredProject): string {
  const words = indicators.map(({ light, actualText }) => (light || actualText ? lightWord(light) : '没有完成值'))
  return [...new Set(words)].map((word) => `${word} ${words.filter((one) => one === word).length}`).join('，')
}

function Indicators({ of: one, monitoring }: { of: MonitoredProject; monitoring: Monitoring }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain-button monitored-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={14} /> 指标 {one.indicators.length} 个：{summary(one)}
      </button>
      {open ? (
        <ul className="monitored-indicators">
          {one.indicators.map((line) => (
            <li key={line.id}>
              <span>{line.name}</span>
              <span className="soft">目标 {line.targetText}</span>
              <span>
                <Actual line={line} monitoring={monitoring} />
              </span>
              <LightTag light={line.light} none={line.actualText ? '无法计算' : '没有完成值'} />
              <p className="score-because">{line.because}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** What was done by that day; what a ledger counted leads to its figure. */
function Actual({ line, monitoring }: { line: MonitoredProject['indicators'][number]; monitoring: Monitoring }) {
  if (!line.actualText) return <span className="soft">—</span>
  if (!line.metric) return <>完成 {line.actualText}</>
  const where = Object.fromEntries(Object.entries(line.where ?? {}).map(([name, value]) => [`where.${name}`, value]))
  const period = `${monitoring.year}-01-01..${monitoring.until}`
  return (
    <Go to={figureUrl(line.metric)} search={{ period, ...where, named: line.name }} title="看这个数是怎么数出来的">
      完成 {line.actualText}
    </Go>
  )
}
