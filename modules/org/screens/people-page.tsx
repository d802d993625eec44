import { Input, Select } from 'antd'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import './manage.css'
import { type PersonLine, usePeople, useUnits } from './people.ts'

/** People at work and the roles they hold. */
export function PeoplePage({ roleLabel }: { roleLabel: (role: string) => string }) {
  const { unit, q = '' } = useAddress()
  const patch = usePatchAddress()
  const people = usePeople()
  const units = useUnits().data ?? []
  const unitName = (id: string) => units.find((one) => one.id === id)?.name ?? '—'
  const fits = (person: PersonLine) => (!unit || person.unit === unit) && person.name.includes(q)
  const columns = [
    { key: 'name', title: '姓名', width: 140, render: (person: PersonLine) => person.name },
    { key: 'unit', title: '单位', render: (person: PersonLine) => unitName(person.unit) },
    {
      key: 'roles',
      title: '岗位',
      render: (person: PersonLine) => person.roles.map(roleLabel).join('、') || '没有岗位',
    },
  ]
  return (
    <Panel
      title="人员"
      flush
      extra={
        <>
          <Input.Search
            allowClear
            defaultValue={q}
            placeholder="姓名"
            aria-label="按姓名查找"
            style={{ width: 150 }}
            onSearch={(words) => patch({ q: words })}
          />
          <Select
            allowClear
            aria-label="单位"
            placeholder="全部单位"
            value={unit ?? null}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: 200 }}
            onChange={(next) => patch({ unit: next ?? undefined })}
          />
        </>
      }
    >
      <Loaded of={people}>
        {(all) => {
          const shown = all.filter(fits)
          return shown.length ? (
            <div className="table-scroll">
              <DataTable caption="人员" columns={columns} rows={shown} rowKey={(person) => person.id} />
            </div>
          ) : (
            <EmptyState title="没有符合的人员">去掉单位或姓名的条件再看。</EmptyState>
          )
        }}
      </Loaded>
    </Panel>
  )
}
