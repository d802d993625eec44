import { Go } from '../../../kit/nav.tsx'
import './manage.css'

const tabs = [
  { to: '/manage/units', label: '机构', entry: 'admin.people' },
  { to: '/manage/people', label: '人员', entry: 'admin.people' },
  { to: '/manage/calendar', label: '工作日历', entry: 'admin.calendar' },
  { to: '/manage/log', label: '操作记录', entry: 'admin.audit' },
]

/** The screens of the administration, side by side. */
export function ManageTabs({ here, menu }: { here: string; menu: readonly string[] }) {
  return (
    <nav className="manage-tabs" aria-label="管理">
      {tabs
        .filter(({ entry }) => menu.includes(entry))
        .map(({ to, label }) => (
          <Go key={to} to={to} current={here === to} className="manage-tab">
            {label}
          </Go>
        ))}
      <a className="manage-tab" href="/api" target="_blank" rel="noreferrer">
        接口说明
      </a>
    </nav>
  )
}
