import { proseOf, sectionAt } from './domain/prose.ts'
import type { Finding } from './domain.ts'
import type { ReportingRuntime } from './runtime.ts'
import type { Body } from './snapshot.ts'

/** A finding with the section of the document it stands in: its number from 0, and its heading. */
export interface Placed extends Finding {
  section?: { at: number; heading: string }
}

/** What the checker finds in a document as it would be published, in the order of the text. */
export async function findingsIn(
  { check }: Pick<ReportingRuntime, 'check'>,
  { title, sections, figures }: Pick<Body, 'title' | 'sections' | 'figures'>,
): Promise<Placed[]> {
  if (!check) return []
  const prose = proseOf(title, sections, figures)
  return (await check(prose.text)).map((finding) => {
    const at = finding.start === undefined ? undefined : sectionAt(prose, finding.start)
    const heading = at === undefined ? '' : prose.sections[at]!.heading
    // What stands before the first heading has none.
    return at === undefined || !heading ? finding : { ...finding, section: { at, heading } }
  })
}

/** Where it stands and what is wrong: “三、绩效目标完成情况”中的“完成率98.00%”：…… */
export function findingSentence({ sentence, quote, section }: Placed): string {
  const words = quote ? `“${quote}”` : ''
  // What stands before the first heading has no name.
  const where = section?.heading ? `“${section.heading}”${words ? `中的${words}` : ''}` : words
  return where ? `${where}：${sentence}` : sentence
}
