import { invalid, notFound } from '../../platform/errors.ts'
import type { Signer } from '../../platform/keys.ts'
import type { Scheme } from '../evaluation/index.ts'
import type { LedgerRuntime } from '../ledger/index.ts'
import type { CheckText, ReportDocument } from './domain.ts'

/** What reporting is given when the program starts. */
export interface ReportingRuntime extends LedgerRuntime {
  documents: readonly ReportDocument[]
  schemes: readonly Scheme[]
  signer: Signer
  /** Asked before a report is submitted; without one nobody is. */
  check?: CheckText
}

export const documentsOf = ({ documents }: Pick<ReportingRuntime, 'documents'>, tenant: string): ReportDocument[] =>
  documents.filter((document) => document.tenant === undefined || document.tenant === tenant)

/** The document as this bureau may write it for that year. */
export function getDocument(
  runtime: Pick<ReportingRuntime, 'documents'>,
  tenant: string,
  id: string,
  year: number,
): ReportDocument {
  const found = documentsOf(runtime, tenant).find((document) => document.id === id)
  if (!found) throw notFound('report.unknown', '没有这份文档；请从“报告”菜单中选择。')
  if (found.year !== undefined && found.year !== year)
    throw invalid('report.other-year', `这份文档只适用于${found.year}年；${year}年的报告请选用同一格式的通用文档。`)
  return found
}
