import type { Score } from './scores.ts'

const share = (points: string) => `${Number(points)}%`
const parts = [
  { key: 'entries', label: '有台账、支付或调查' },
  { key: 'judged', label: '由人评定' },
  { key: 'typed', label: '手填' },
  { key: 'missing', label: '没有完成值' },
] as const

/** How much of the hundred points rests on entries: a bar, and its words. */
export function Coverage({ coverage }: { coverage: Score['coverage'] }) {
  const shown = parts.filter(({ key }) => Number(coverage[key]) > 0)
  return (
    <div>
      <dt>证据覆盖</dt>
      <dd className="coverage">
        <span className="coverage-bar" aria-hidden="true">
          {shown.map(({ key }) => (
            <span key={key} className={`coverage-${key}`} style={{ width: share(coverage[key]) }} />
          ))}
        </span>
        <span>{shown.map(({ key, label }) => `${label} ${Number(coverage[key])} 分`).join('，')}</span>
      </dd>
    </div>
  )
}
