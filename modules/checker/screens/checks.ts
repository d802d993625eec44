import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { http } from '../../../kit/http.ts'
import { saveFile } from '../../../kit/save-file.ts'
import type { Tone } from '../../../kit/tone.ts'
import type { CheckAnswer, SheetAsked, SheetForm } from '../contract.ts'
import type { Content } from '../domain/content.ts'
import { type Markings, markingOf } from '../domain/markings.ts'
import type { CheckReport, Severity } from '../domain.ts'

/** A report that was checked, with the document itself. */
export interface Checked extends CheckReport {
  content: Content
}

/** What was checked last stays while the page is open, so that one may look elsewhere and come back. */
export const lastCheck = queryOptions<Checked | null>({
  queryKey: ['last-check'],
  queryFn: () => null,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})
export const keepLast = (client: QueryClient, checked: Checked | null) =>
  client.setQueryData(lastCheck.queryKey, checked)

export async function check(file: File): Promise<Checked> {
  const answer = await http.upload<CheckAnswer>('/checks?content=yes', file, file.name)
  return answer as Checked
}

/** The findings with what was said of them, as a file to send back. */
export async function saveSheet(as: SheetForm, { content, ...report }: Checked, markings: Markings): Promise<void> {
  const { document, facts } = report
  const asked: SheetAsked = {
    document,
    sha256: content.sha256,
    facts,
    findings: report.findings.map((finding) => ({ ...finding, ...markingOf(markings, finding) })),
    checked: report.checked.map(({ kind, formula }) => ({ kind, formula })),
  }
  const { blob, name } = await http.file(`/checks/sheet/${as}`, asked)
  saveFile(blob, name)
}

export const tones: Record<Severity, Tone> = { error: 'late', question: 'soon', rounding: 'todo', format: 'void' }

/** Where somebody looks: a place of a finding in the document, the finding in the list, or where a relation stands that holds. */
export type Here = { at: 'document' | 'findings'; finding: number; place: number } | { at: 'held'; held: number }
export const findingHere = (here: Here | undefined): number | undefined =>
  here && here.at !== 'held' ? here.finding : undefined
export const markId = (finding: number, place: number) => `mark-${finding + 1}-${place + 1}`
export const soughtClass = 'check-sought'
export const findingId = (finding: number) => `finding-${finding + 1}`
