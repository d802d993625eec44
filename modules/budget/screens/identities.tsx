import { EmptyState } from '../../../kit/empty-state.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import type { Identity } from './execution.ts'

/** What must add up, and whether it does. What does not stands first. */
export function Identities({ identities }: { identities: readonly Identity[] }) {
  if (!identities.length)
    return <EmptyState title="还没有可核对的关系">登记预算和支付之后，各项合计会在这里互相核对。</EmptyState>
  const ordered = [...identities].sort((a, b) => Number(a.holds) - Number(b.holds))
  return (
    <ul>
      {ordered.map(({ id, label, holds, sentence }) => (
        <li key={`${id} ${label}`} className="identity">
          <StateTag tone={holds ? 'done' : 'late'}>{holds ? '相符' : '不符'}</StateTag>
          <div>
            <strong>{label}</strong>
            <p>{sentence}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
