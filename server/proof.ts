import { checkWords } from '../modules/checker/index.ts'
import type { CheckText } from '../modules/reporting/index.ts'

/** Has the checker read a report of ours before it is submitted. Only what cannot be so keeps it back. */
export const proofread: CheckText = async (text) => {
  const { findings } = await checkWords('报告', text)
  return findings.map(({ severity, message, places: [first] }) => ({
    severity: severity === 'error' ? ('error' as const) : ('hint' as const),
    sentence: message,
    ...(first ? { quote: first.quote, start: first.start } : {}),
  }))
}
