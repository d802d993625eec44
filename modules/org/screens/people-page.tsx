import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type Column, DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { PlainSelect } from '../../../kit/plain-select.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { directoryQuery, type Member, type RoleChoice, roleText } from './directory.ts'
import './manage.css'
import { useUnits } from './people.ts'
import { useMay } from './session.ts'

const PersonDrawer = lazy(() => import('./person-drawer.tsx').then((found) => ({ default: found.PersonDrawer })))
const NewPerson = lazy(() => import('./new-person.tsx').then((found) => ({ default: found.NewPerson })))

/** Everybody of the bureau: the roles they hold, and, for those who manage it, what can be changed. */
export function PeoplePage({ roles }: { roles: readonly RoleChoice[] }) {
  const directory = useQuery(directoryQuery)
  const { unit, q = '', person } = useAddress()
  const patch = usePatchAddress()
  const fits = (member: Member) => (!unit || member.unit === unit) && member.name.includes(q)
  const open = directory.data?.find(({ id }) => id === person)
  return (
    <Panel title="人员" flush extra={<PeopleFilters />}>
      <Loaded of={directory}>
        {(all) => <People members={all.filter(fits)} roles={roles} onOpen={({ id }) => patch({ person: id }, false)} />}
      </Loaded>
      {open ? (
        <Suspense>
          <PersonDrawer member={open} roles={roles} onClose={() => patch({ person: undefined })} />
        </Suspense>
      ) : null}
    </Panel>
  )
}

function PeopleFilters() {
  const { unit = '', q = '' } = useAddress()
  const patch = usePatchAddress()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const units = useUnits().data ?? []
  const options = [{ value: '', label: '全部单位' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <>
      <Input.Search
        allowClear
        defaultValue={q}
        placeholder="姓名"
        aria-label="按姓名查找"
        style={{ width: 150 }}
        onSearch={(words) => patch({ q: words })}
      />
      <PlainSelect label="单位" value={unit} options={options} onChange={(next) => patch({ unit: next })} />
      {may('org.manage') ? (
        <Button type="primary" onClick={() => setAdding(true)}>
          新增人员
        </Button>
      ) : null}
      {adding ? (
        <Suspense>
          <NewPerson unit={unit} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

interface PeopleProps {
  members: readonly Member[]
  roles: readonly RoleChoice[]
  onOpen: (member: Member) => void
}

function People({ members, roles, onOpen }: PeopleProps) {
  const units = useUnits().data ?? []
  const columns: Column<Member>[] = [
    { key: 'name', title: '姓名', width: 110, render: (member) => member.name },
    {
      key: 'unit',
      title: '单位',
      render: (member) => units.find(({ id }) => id === member.unit)?.name ?? '—',
    },
    {
      key: 'roles',
      title: '岗位',
      render: (member) => member.grants.map(({ role }) => roleText(roles, role)).join('、') || '没有岗位',
    },
    { key: 'account', title: '账号', render: (member) => member.account ?? '—' },
    {
      key: 'active',
      title: '状态',
      render: (member) =>
        member.active ? <StateTag tone="done">在岗</StateTag> : <StateTag tone="void">停用</StateTag>,
    },
  ]
  if (!members.length) return <EmptyState title="没有符合的人员">去掉单位或姓名的条件再看。</EmptyState>
  return (
    <div className="table-scroll">
      <DataTable caption="人员" even columns={columns} rows={members} rowKey={(member) => member.id} onOpen={onOpen} />
    </div>
  )
}
