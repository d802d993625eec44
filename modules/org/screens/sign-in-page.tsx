import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { useAddress, useGo } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PlainSelect } from '../../../kit/plain-select.tsx'
import { useTitle } from '../../../kit/use-title.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { type Bureau, type Credentials, sessionQuery, signIn, useBureaus, useDemoAccounts } from './session.ts'
import './sign-in.css'

const place = 'chengji.bureau'

/** The bureau this browser signed in to last, or the first. */
function usualBureau(bureaus: readonly Bureau[]): string {
  const last = localStorage.getItem(place)
  return bureaus.find(({ tenant }) => tenant === last)?.tenant ?? bureaus[0]?.tenant ?? ''
}

function useSignIn() {
  const client = useQueryClient()
  const go = useGo()
  const { next } = useAddress()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const enter = async (credentials: Credentials) => {
    setBusy(true)
    setTold('')
    try {
      const session = await signIn(credentials)
      localStorage.setItem(place, credentials.tenant)
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      go(next?.startsWith('/') ? next : '/', {}, true)
    } catch (error) {
      setTold(sentenceOf(error))
      setBusy(false)
    }
  }
  return { busy, told, enter, tell: setTold }
}

export function SignInPage() {
  useTitle('登录')
  const { busy, told, enter, tell } = useSignIn()
  const bureaus = useBureaus()
  const accounts = useDemoAccounts()
  const [given, setGiven] = useState<Credentials>({ tenant: '', account: '', password: '' })
  const tenant = given.tenant || usualBureau(bureaus.data ?? [])
  const put = (patch: Partial<Credentials>) => setGiven({ ...given, tenant, ...patch })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (given.account && given.password) void enter({ ...given, tenant })
    else tell('请填写账号和密码。')
  }
  const demonstrated = (accounts.data ?? []).filter((account) => account.tenant === tenant)
  return (
    <main className="sign-in">
      <div className={demonstrated.length ? 'sign-in-sheet sign-in-two' : 'sign-in-sheet'}>
        <form className="sign-in-form" onSubmit={submit}>
          <h1>城绩</h1>
          <p className="soft">街面上办的每一件事，都能查到它在年度绩效里的那个数。</p>
          {told ? <Notice tone="late">{told}</Notice> : null}
          {bureaus.error ? <Notice tone="late">{sentenceOf(bureaus.error)}</Notice> : null}
          <span>单位</span>
          <PlainSelect
            label="单位"
            value={tenant}
            options={(bureaus.data ?? []).map(({ tenant: value, title, demo }) => ({
              value,
              label: demo ? `${title}（演示）` : title,
            }))}
            onChange={(value) => put({ tenant: value })}
          />
          <label htmlFor="sign-in-account">账号</label>
          <Input
            id="sign-in-account"
            size="large"
            autoComplete="username"
            value={given.account}
            onChange={(event) => put({ account: event.target.value })}
          />
          <label htmlFor="sign-in-password">密码</label>
          <Input.Password
            id="sign-in-password"
            size="large"
            autoComplete="current-password"
            value={given.password}
            onChange={(event) => put({ password: event.target.value })}
          />
          <Button type="primary" size="large" htmlType="submit" loading={busy} block>
            登录
          </Button>
          <a className="sign-in-public" href="/public">
            不登录，看公开的绩效报告
          </a>
        </form>
        {demonstrated.length ? (
          <DemoAccounts accounts={demonstrated} busy={busy} onEnter={(account) => void enter(account)} />
        ) : null}
      </div>
    </main>
  )
}
