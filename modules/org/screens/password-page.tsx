import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { http, sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import './manage.css'

/** Changes one's own password; afterwards one signs in anew. */
export function PasswordPage() {
  const [given, setGiven] = useState({ old: '', password: '', again: '' })
  const [told, setTold] = useState('')
  const save = useMutation({
    mutationFn: () => http.put<void>('/org/password', { old: given.old, password: given.password }),
    onSuccess: () => location.assign('/sign-in'),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (given.password !== given.again) setTold('两次填写的新密码不一样，请重新填写。')
    else {
      setTold('')
      save.mutate()
    }
  }
  const field = (name: keyof typeof given, label: string, autoComplete: string) => (
    <div className="form-one">
      <label htmlFor={`password-${name}`}>{label}</label>
      <Input.Password
        id={`password-${name}`}
        autoComplete={autoComplete}
        value={given[name]}
        onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
      />
    </div>
  )
  const problem = told || (save.error ? sentenceOf(save.error) : '')
  return (
    <>
      <PageHead title="修改密码" back={{ to: '/me', label: '我的' }} />
      <Panel className="password-sheet">
        <form className="day-form" onSubmit={submit}>
          {field('old', '现在的密码', 'current-password')}
          {field('password', '新密码', 'new-password')}
          {field('again', '再填一次新密码', 'new-password')}
          {problem ? <Notice tone="late">{problem}</Notice> : null}
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存，并重新登录
          </Button>
        </form>
      </Panel>
    </>
  )
}
