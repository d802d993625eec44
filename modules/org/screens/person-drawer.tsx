import { Button, Drawer, Popconfirm } from 'antd'
import { Facts } from '../../../kit/facts.tsx'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { type Member, type RoleChoice, removePerson, roleText, useChange, withdrawRole } from './directory.ts'
import { GrantForm } from './grant-form.tsx'
import { PasswordReset } from './password-reset.tsx'
import { useUnits } from './people.ts'
import { useMay } from './session.ts'

interface PersonDrawerProps {
  member: Member
  roles: readonly RoleChoice[]
  onClose: () => void
}

/** One person: roles with their days, areas, account; what can be changed by those who manage the bureau. */
export function PersonDrawer({ member, roles, onClose }: PersonDrawerProps) {
  const phone = usePhone()
  const manages = useMay()('org.manage')
  const units = useUnits().data ?? []
  const unitName = units.find(({ id }) => id === member.unit)?.name ?? '—'
  const facts = [
    { label: '单位', value: unitName },
    { label: '电话', value: member.phone ?? '—' },
    { label: '账号', value: member.account ?? '没有开通' },
    { label: '负责网格', value: member.areas.length ? `${member.areas.length} 个` : '没有' },
  ]
  return (
    <Drawer open title={member.name} onClose={onClose} size={phone ? '100%' : 520}>
      <div className="person-sheet">
        <Facts facts={facts} />
        <Grants member={member} roles={roles} manages={manages} />
        {manages && member.active ? (
          <>
            <GrantForm member={member} roles={roles} />
            {member.account ? <PasswordReset account={member.account} /> : null}
            <Leaving member={member} onDone={onClose} />
          </>
        ) : null}
      </div>
    </Drawer>
  )
}

interface GrantsProps {
  member: Member
  roles: readonly RoleChoice[]
  manages: boolean
}

function Grants({ member, roles, manages }: GrantsProps) {
  const units = useUnits().data ?? []
  const withdraw = useChange(withdrawRole, '岗位已收回。')
  return (
    <section>
      <h3>岗位</h3>
      {member.grants.length ? null : <p className="soft">没有岗位，登录后看不到业务。</p>}
      <ul>
        {member.grants.map(({ role, unit, fromOn, toOn }) => (
          <li key={`${role}-${unit}`} className="grant-line">
            <span>
              {roleText(roles, role)}
              <small>
                {units.find(({ id }) => id === unit)?.name}，{fromOn} 起{toOn ? `，到 ${toOn}` : ''}
              </small>
            </span>
            {manages && !toOn ? (
              <Popconfirm
                title="收回这个岗位？"
                okText="收回"
                cancelText="不收回"
                onConfirm={() => withdraw.mutate({ person: member.id, role, unit })}
              >
                <Button size="small">收回</Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      {withdraw.error ? <Notice tone="late">{sentenceOf(withdraw.error)}</Notice> : null}
    </section>
  )
}

function Leaving({ member, onDone }: { member: Member; onDone: () => void }) {
  const remove = useChange(removePerson, `${member.name}已停用。`, onDone)
  return (
    <section>
      <h3>停用</h3>
      <p className="soft">停用后不能再登录，办过的事仍记在名下。手上还有没办完的事或负责网格时不能停用。</p>
      {remove.error ? <Notice tone="late">{sentenceOf(remove.error)}</Notice> : null}
      <Popconfirm
        title={`停用${member.name}？`}
        okText="停用"
        cancelText="不停用"
        onConfirm={() => remove.mutate(member.id)}
      >
        <Button danger loading={remove.isPending}>
          停用这个人
        </Button>
      </Popconfirm>
    </section>
  )
}
