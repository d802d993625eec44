import { useQuery } from '@tanstack/react-query'
import { Panel } from '../../../kit/panel.tsx'
import { useMay } from '../../org/screens/index.ts'
import { submissionsQuery } from './documents.ts'
import './reporting.css'
import { Submission } from './submissions.tsx'

/** The reports that came back, on the workbench of whoever may hand them in again; nothing when there are none. */
export function ReturnedReports() {
  const may = useMay()
  const { data } = useQuery({ ...submissionsQuery, enabled: may('report.submit'), retry: false })
  const returned = data?.filter(({ decision }) => decision) ?? []
  if (!returned.length) return null
  return (
    <Panel title="退回的报告" flush>
      <ul>
        {returned.map((line) => (
          <Submission key={line.id} line={line} />
        ))}
      </ul>
    </Panel>
  )
}
