import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { downloadCsv } from '../../../kit/csv.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Figure } from '../../../kit/figure.tsx'
import { Go, useAddress } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { wan } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useLedgers, useYear } from '../../ledger/screens/index.ts'
import { AsOfSelect } from '../../metrics/screens/index.ts'
import './budget.css'
import { type Execution, executionQuery } from './execution.ts'
import { ExecutionTable } from './execution-table.tsx'
import { Identities } from './identities.tsx'

/** 预算与项目: what was budgeted, what was spent, and whether it adds up. */
export function ExecutionPage() {
  const year = useYear()
  const { asOf } = useAddress()
  const execution = useQuery(executionQuery(year, asOf))
  return (
    <>
      <PageHead
        title="预算与项目"
        lead={`${year} 年。金额单位：万元；全年预算 = 年初预算 + 调整。`}
        actions={<AsOfSelect />}
      />
      <div className="budget-page">
        <MoneyLedgers />
        <Loaded of={execution} lines={8}>
          {(found) => (found.lines.length ? <Year of={found} /> : <NoBudget year={year} />)}
        </Loaded>
      </div>
    </>
  )
}

function NoBudget({ year }: { year: number }) {
  return (
    <EmptyState title={`${year} 年还没有预算`}>
      在预算台账里登记项目和年初预算，再逐笔登记支付，这里就会列出每个项目的执行情况。
    </EmptyState>
  )
}

/** The ledgers the amounts come from: those that hold money. */
function MoneyLedgers() {
  const ledgers = useLedgers().filter(({ fields }) => Object.values(fields).some(({ kind }) => kind === 'money'))
  const groups = new Set(ledgers.filter(({ group }) => /预算|资金|支/.test(group)).map(({ group }) => group))
  const shown = ledgers.filter(({ group }) => groups.has(group))
  if (!shown.length) return null
  return (
    <nav className="budget-ledgers" aria-label="资金台账">
      {shown.map(({ id, title }) => (
        <Go key={id} to={`/ledgers/${id}`} className="budget-ledger">
          {title}
        </Go>
      ))}
    </nav>
  )
}

function Year({ of: found }: { of: Execution }) {
  const { year, lines, totals, identities, basic } = found
  const save = () =>
    downloadCsv(`${year}年预算执行情况`, [
      ['项目', '预算类型', '年初预算（万元）', '调整（万元）', '全年预算（万元）', '全年执行（万元）', '执行率（%）'],
      ...lines.map((line) => [
        line.name,
        line.budgetTypeLabel,
        wan(line.initial),
        wan(line.adjusted),
        wan(line.full),
        wan(line.paid),
        line.rate ?? '',
      ]),
    ])
  return (
    <>
      <section className="budget-sums">
        <Figure label="全年预算" value={wan(totals.full)} unit="万元" />
        <Figure label="全年执行" value={wan(totals.paid)} unit="万元" />
        <Figure label="总执行率" value={totals.rate ?? '—'} unit={totals.rate === null ? '' : '%'} />
        <Figure label="基本支出" value={wan(basic.total)} unit="万元" />
        <Figure
          label="三公经费"
          value={wan(basic.reception + basic.vehicleRunning + basic.vehiclePurchase + basic.abroad)}
          unit="万元"
        />
      </section>
      <Panel
        title="预算执行情况"
        flush
        extra={
          <Button size="small" onClick={save}>
            下载数据
          </Button>
        }
      >
        <ExecutionTable of={found} />
      </Panel>
      <Panel title="勾稽关系" flush>
        <Identities identities={identities} />
      </Panel>
    </>
  )
}
