import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '../../../kit/notice.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { type CalendarYear, type Cell, calendarQuery, monthOf } from './calendar-data.ts'
import { DayDialog } from './day-dialog.tsx'
import './manage.css'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const column = (weekday: number) => (weekday === 0 ? 7 : weekday)

/** The working calendar of a year. Every limit in working time is counted by it. */
export function CalendarPage({ year, mayEdit }: { year: number; mayEdit: boolean }) {
  const calendar = useQuery(calendarQuery(year))
  return (
    <Panel title={`${year} 年工作日历`} extra={<Legend />}>
      <Loaded of={calendar} lines={8}>
        {(found) => <Year year={year} calendar={found} mayEdit={mayEdit} />}
      </Loaded>
    </Panel>
  )
}

const Legend = () => (
  <span className="calendar-legend">
    <span className="calendar-day calendar-rest">休</span>休息
    <span className="calendar-day calendar-rest calendar-special">休</span>放假
    <span className="calendar-day calendar-special calendar-work">班</span>调休上班
  </span>
)

function Year({ year, calendar, mayEdit }: { year: number; calendar: CalendarYear; mayEdit: boolean }) {
  const [cell, setCell] = useState<Cell>()
  const days = new Map(calendar.days.map((day) => [day.day, day]))
  const known = calendar.years.includes(year)
  return (
    <>
      {known ? null : (
        <Notice tone="soon">
          还没有录入 {year} 年的放假安排，现在只按周一至周五算工作日；请按国务院办公厅的通知补上。
        </Notice>
      )}
      <p className="soft calendar-lead">
        已录入放假安排的年份：
        {calendar.years.length ? `${Math.min(...calendar.years)}–${Math.max(...calendar.years)}` : '无'}。
        {mayEdit ? '点一天可以改，改动会留下原因。' : ''}
      </p>
      <div className="calendar-year">
        {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
          <Month key={month} month={month} cells={monthOf(year, month, days)} onPick={mayEdit ? setCell : undefined} />
        ))}
      </div>
      {cell ? <DayDialog year={year} cell={cell} onClose={() => setCell(undefined)} /> : null}
    </>
  )
}

interface MonthProps {
  month: number
  cells: readonly Cell[]
  onPick: ((cell: Cell) => void) | undefined
}

function Month({ month, cells, onPick }: MonthProps) {
  return (
    <section>
      <h3>{month} 月</h3>
      <div className="calendar-month">
        {weekdays.map((weekday) => (
          <span key={weekday} className="calendar-weekday">
            {weekday}
          </span>
        ))}
        {cells.map((cell) => (
          <button
            key={cell.day}
            type="button"
            disabled={!onPick}
            style={cell.date === 1 ? { gridColumnStart: column(cell.weekday) } : undefined}
            className={`calendar-day ${cell.working ? 'calendar-work' : 'calendar-rest'}${cell.special ? ' calendar-special' : ''}`}
            title={`${cell.day} ${cell.name || (cell.working ? '工作日' : '休息日')}`}
            onClick={() => onPick?.(cell)}
          >
            {cell.date}
            {cell.special ? <small>{cell.working ? '班' : '休'}</small> : null}
          </button>
        ))}
      </div>
    </section>
  )
}
