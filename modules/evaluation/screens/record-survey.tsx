import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { Go } from '../../../kit/nav.tsx'
import { useCatalog } from '../../ledger/screens/index.ts'
import { useMay, useSession } from '../../org/screens/index.ts'
import './surveys.css'
import { oncePerDevice, resultsUrl } from './surveys.ts'

const LabelDialog = lazy(() =>
  import('../../../kit/label-dialog.tsx').then((found) => ({ default: found.LabelDialog })),
)

interface RecordSurveyProps {
  ledger: string
  record: { state: string; data: Record<string, unknown> }
}

/** Where the public answers a survey, as a link and as a code to be put up, and what has come of it. */
export function RecordSurvey({ ledger, record }: RecordSurveyProps) {
  const found = useCatalog().ledgers.find(({ id }) => id === ledger)
  const may = useMay()
  const { publicPage, states = {} } = found ?? {}
  if (!publicPage) return null
  const code = String(record.data[publicPage.field])
  return (
    <section className="record-survey">
      <h3>公众作答</h3>
      {states[record.state]?.ended ? (
        <p className="soft">调查已经结束，网页不再收答卷。</p>
      ) : (
        <PublicLink under={publicPage.under} code={code} title={String(record.data.title)} />
      )}
      {may('evaluation.read') ? <Go to={resultsUrl(code)}>查看调查结果</Go> : null}
    </section>
  )
}

function PublicLink({ under, code, title }: { under: string; code: string; title: string }) {
  const { tenant } = useSession().tenant
  const [labelled, setLabelled] = useState(false)
  const address = `${location.origin}/public/${tenant}/${under}/${encodeURIComponent(code)}`
  return (
    <>
      <a className="record-survey-link" href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
      <p className="soft">不用登录，手机就能填；开始之前打开会提示“还没有开始”。{oncePerDevice}</p>
      <Button icon={<Icon name="code" size={16} />} onClick={() => setLabelled(true)}>
        问卷二维码
      </Button>
      {labelled ? (
        <Suspense>
          <LabelDialog
            address={address}
            number={code}
            title={title}
            about="扫码填写问卷，不用登录。打印在一张A5纸上，可以张贴。"
            sheet
            onClose={() => setLabelled(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
