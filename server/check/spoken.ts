import {
  type CheckReport,
  countsOf,
  type Finding,
  kinds,
  placeWords,
  quoteWords,
  severities,
  severityLabel,
  sidesOf,
  summary,
} from '../../modules/checker/index.ts'
import { isRead, type Outcome, ranked } from './outcome.ts'

/** How many columns of a terminal words take: Chinese takes two a character. */
const widthOf = (words: string) => [...words].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
/** Of the ranking; the last, the name of the file, is as long as it is. */
const columns = [4, 4, 4, 4, 4, 8]
const padded = (words: string, width = 0) => `${' '.repeat(Math.max(0, width - widthOf(words)))}${words}`

/** One document, each finding with its place, its words and its formula. */
export function spokenReport({ document, findings, checked, facts }: CheckReport): string {
  const { name, title, characters, pages } = document
  const about = [
    ...(title ? [name] : []),
    `${characters} 字`,
    ...(pages ? [`${pages} 页`] : []),
    `读懂数字 ${facts} 个`,
  ]
  return [
    `${title ?? name}（${about.join('，')}）`,
    summary(findings, checked.length),
    ...findings.map((finding, at) => `\n${spokenFinding(finding, at)}`),
  ].join('\n')
}

function spokenFinding(finding: Finding, at: number): string {
  const { severity, kind, message, places } = finding
  const where = places[0] ? placeWords(places[0]) : ''
  return [
    `${at + 1}. ${severityLabel(severity)}｜${kinds[kind]}${where ? `｜${where}` : ''}`,
    `   ${message}`,
    ...sidesOf(finding).map(([label, words]) => `   ${label}：${words}`),
    ...(places.length ? [`   原文：${places.map((place) => `“${quoteWords(place)}”`).join('、')}`] : []),
  ].join('\n')
}

/** All documents of a folder, those with the most errors first; below them those that could not be read, and why. */
export function spokenRanking(outcomes: readonly Outcome[]): string {
  const rows = ranked(outcomes).map(({ name, checked: { report } }, at) => {
    const counts = countsOf(report.findings)
    return [
      String(at + 1),
      ...severities.map(({ severity }) => String(counts[severity])),
      String(report.checked.length),
      name,
    ]
  })
  const head = ['名次', ...severities.map(({ label }) => label), '核对无误', '文件']
  const line = (cells: readonly string[]) => cells.map((words, at) => padded(words, columns[at])).join('  ')
  const unread = outcomes.flatMap((outcome) =>
    isRead(outcome) ? [] : [`  ${outcome.name}：${outcome.unreadable.sentence}`],
  )
  const wrong = rows.filter((row) => row.slice(1, 5).some((count) => count !== '0')).length
  return [
    `共 ${outcomes.length} 份：${wrong} 份发现问题，${rows.length - wrong} 份没有发现问题${unread.length ? `，${unread.length} 份读不了` : ''}。`,
    ...(rows.length ? [head, ...rows].map(line) : []),
    ...(unread.length ? ['读不了：', ...unread] : []),
  ].join('\n')
}
