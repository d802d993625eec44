import type { DemoAccount } from './session.ts'

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  busy: boolean
  onEnter: (account: DemoAccount) => void
}

/** One card a role; a click signs in as that person. */
export function DemoAccounts({ accounts, busy, onEnter }: DemoAccountsProps) {
  return (
    <section className="demo-accounts" aria-label="演示账号">
      <h2>演示账号</h2>
      <p className="soft">点一个岗位，直接以这个人的身份进入。演示数据是虚构的，可以放心操作。</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.account}>
            <button type="button" disabled={busy} onClick={() => onEnter(account)}>
              <strong>{account.label}</strong>
              <span>{account.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
