import { Notice } from '../../../kit/notice.tsx'
import type { Preview } from './documents.ts'
import { sectionId } from './paper.tsx'

type Found = Preview['findings'][number]
const words = { error: '审校发现的错误：', hint: '审校提示：' } as const

/** What the checker says of the text, errors first; each leads to the section it is about. */
export function Findings({ findings }: { findings: readonly Found[] }) {
  return (['error', 'hint'] as const).map((severity) => {
    const found = findings.filter((one) => one.severity === severity)
    if (!found.length) return null
    return (
      <Notice key={severity} tone={severity === 'error' ? 'late' : 'soon'}>
        {words[severity]}
        {found.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice
          <p key={at}>
            <Place finding={one} />
            {one.sentence}
          </p>
        ))}
      </Notice>
    )
  })
}

function Place({ finding: { section, quote } }: { finding: Found }) {
  if (!section) return quote ? `“${quote}”：` : null
  return (
    <>
      <button type="button" className="finding-section" onClick={() => goTo(section.at)}>
        {section.heading || '文首文末'}
      </button>
      {quote ? `“${quote}”：` : '：'}
    </>
  )
}

const goTo = (section: number) => document.getElementById(sectionId(section))?.scrollIntoView({ block: 'start' })
