import { Button, Input } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { Notice } from '../../../kit/notice.tsx'
import { resetPassword, useChange } from './directory.ts'

/** Sets a new password for somebody who has lost theirs. */
export function PasswordReset({ account }: { account: string }) {
  const [password, setPassword] = useState('')
  const reset = useChange(resetPassword, '密码已重设，请告知本人尽快修改。', () => setPassword(''))
  return (
    <section>
      <h3>重设密码</h3>
      <div className="grant-form">
        <Input.Password
          aria-label="新密码"
          placeholder="新密码"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button disabled={!password} loading={reset.isPending} onClick={() => reset.mutate({ account, password })}>
          重设
        </Button>
      </div>
      {reset.error ? <Notice tone="late">{sentenceOf(reset.error)}</Notice> : null}
    </section>
  )
}
