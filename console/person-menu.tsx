import { Icon } from '../kit/icon.tsx'
import { MenuButton } from '../kit/menu-button.tsx'
import { useGo } from '../kit/nav.tsx'
import { useSession } from '../modules/org/screens/index.ts'
import { leave } from './leave.ts'

const out = (
  <>
    <Icon name="out" size={16} /> 退出登录
  </>
)

/** Who I am, in which roles, and the way out. */
export function PersonMenu() {
  const { person, roles } = useSession()
  const go = useGo()
  const head = roles.map(({ role, unit, label, unitName }) => (
    <p key={`${role}-${unit}`} className="person-role">
      {label}
      <small>{unitName}</small>
    </p>
  ))
  return (
    <MenuButton
      className="plain-button person"
      head={head}
      items={[
        { key: 'me', label: '我的岗位和密码', onClick: () => go('/me') },
        { key: 'out', label: out, onClick: () => void leave() },
      ]}
    >
      <Icon name="person" />
      <span className="person-words">
        <strong>{person.name}</strong>
        <small>{roles.map(({ label }) => label).join('、')}</small>
      </span>
      <Icon name="down" size={14} />
    </MenuButton>
  )
}
