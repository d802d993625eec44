import { Input, Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { PlainSelect } from '../../../kit/plain-select.tsx'
import { addPerson, type NewMember, useChange } from './directory.ts'
import './manage.css'
import { useUnits } from './people.ts'

/** Only what was filled in: an account is opened only when it is named. */
const filled = ({ name, unit, phone, account, password }: Record<string, string>): NewMember => ({
  name: name ?? '',
  unit: unit ?? '',
  ...(phone ? { phone } : {}),
  ...(account ? { account, ...(password ? { password } : {}) } : {}),
})

const fields = [
  { name: 'name', label: '姓名' },
  { name: 'phone', label: '电话（可不填）' },
  { name: 'account', label: '账号（需要登录时填写）' },
  { name: 'password', label: '初始密码' },
]

/** Takes somebody into the bureau; roles are given afterwards. */
export function NewPerson({ unit, onClose }: { unit: string; onClose: () => void }) {
  const units = useUnits().data ?? []
  const [given, setGiven] = useState<Record<string, string>>({ unit })
  const put = (name: string, value: string) => setGiven({ ...given, [name]: value })
  const add = useChange(addPerson, '已新增，点开这个人可以任命岗位。', onClose)
  const options = [{ value: '', label: '选择单位' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Modal
      open
      title="新增人员"
      okText="新增"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => add.mutate(filled(given))}
      okButtonProps={{ loading: add.isPending, disabled: !given.name || !given.unit }}
    >
      <div className="day-form">
        <span>单位</span>
        <PlainSelect label="单位" value={given.unit ?? ''} options={options} onChange={(next) => put('unit', next)} />
        {fields.map(({ name, label }) => (
          <div key={name} className="form-one">
            <label htmlFor={`person-${name}`}>{label}</label>
            <Input
              id={`person-${name}`}
              value={given[name] ?? ''}
              autoComplete="off"
              onChange={(event) => put(name, event.target.value)}
            />
          </div>
        ))}
        {add.error ? <Notice tone="late">{sentenceOf(add.error)}</Notice> : null}
      </div>
    </Modal>
  )
}
