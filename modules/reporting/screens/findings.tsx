import { Notice } from '../../../kit/notice.tsx'
import type { Preview } from './documents.ts'

const words = { error: '审校发现的错误：', hint: '审校提示：' } as const

/** What the checker says of the text, errors first. */
export function Findings({ findings }: { findings: Preview['findings'] }) {
  return (['error', 'hint'] as const).map((severity) => {
    const found = findings.filter((one) => one.severity === severity)
    if (!found.length) return null
    return (
      <Notice key={severity} tone={severity === 'error' ? 'late' : 'soon'}>
        {words[severity]}
        {found.map(({ sentence }) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    )
  })
}
