import { Button } from 'antd'
import { Icon } from '../kit/icon.tsx'
import { Go } from '../kit/nav.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Panel } from '../kit/panel.tsx'
import { useCatalog } from '../modules/ledger/screens/index.ts'
import { useSession } from '../modules/org/screens/index.ts'
import { leave } from './leave.ts'
import { sideEntries } from './menu.ts'

/** 我的: who I am, what else I may open, and the way out. */
export function MePage() {
  const { person, roles, tenant } = useSession()
  const { menu } = useCatalog()
  const others = sideEntries(menu).filter(({ to }) => to !== '/')
  return (
    <div className="me-page">
      <PageHead title={person.name} lead={tenant.title} />
      <Panel title="岗位" flush>
        <ul>
          {roles.map(({ role, unit, label, unitName }) => (
            <li key={`${role}-${unit}`} className="me-line">
              <span>{label}</span>
              <span className="soft">{unitName}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {others.length ? (
        <Panel title="其他" flush>
          {others.map(({ to, label, icon }) => (
            <Go key={to} to={to} className="me-line me-link">
              <span>
                <Icon name={icon} /> {label}
              </span>
              <Icon name="right" size={16} />
            </Go>
          ))}
        </Panel>
      ) : null}
      <Panel flush>
        <Go to="/me/password" className="me-line me-link">
          <span>修改密码</span>
          <Icon name="right" size={16} />
        </Go>
      </Panel>
      <div className="me-out">
        <Button block size="large" onClick={() => void leave()}>
          退出登录
        </Button>
      </div>
    </div>
  )
}
