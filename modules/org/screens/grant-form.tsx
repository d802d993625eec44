import { Button } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { PlainSelect } from '../../../kit/plain-select.tsx'
import { grantRole, type Member, type RoleChoice, useChange } from './directory.ts'
import { useUnits } from './people.ts'

/** Gives a role in a unit, from today on. */
export function GrantForm({ member, roles }: { member: Member; roles: readonly RoleChoice[] }) {
  const units = useUnits().data ?? []
  const [role, setRole] = useState('')
  const [unit, setUnit] = useState(member.unit)
  const grant = useChange(grantRole, '岗位已任命，对方下次登录后生效。')
  const roleOptions = [{ value: '', label: '选择岗位' }, ...roles.map(({ id, label }) => ({ value: id, label }))]
  return (
    <section>
      <h3>任命岗位</h3>
      <div className="grant-form">
        <PlainSelect label="岗位" value={role} options={roleOptions} onChange={setRole} />
        <PlainSelect
          label="所在单位"
          value={unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnit}
        />
        <Button
          type="primary"
          disabled={!role}
          loading={grant.isPending}
          onClick={() => grant.mutate({ person: member.id, role, unit })}
        >
          任命
        </Button>
      </div>
      {grant.error ? <Notice tone="late">{sentenceOf(grant.error)}</Notice> : null}
    </section>
  )
}
