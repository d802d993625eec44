import {
  type CheckReport,
  type Counts,
  countsInWords,
  countsOfAll,
  talliesOf,
  type Verdict,
  verdicts,
} from '../modules/checker/index.ts'
import { type Html, html } from '../platform/html.ts'

const colours: Record<Verdict, string> = {
  error: '#b91c1c',
  question: '#a34d06',
  rounding: '#1d4ed8',
  format: '#59616e',
  held: '#15743a',
}
/** Drawn in so many units, which the page stretches to its width. */
const wide = 1000
const least = 8

/** One bar, its parts as long as what they count. */
function bar(counts: Counts, most: number): Html {
  let x = 0
  const parts = verdicts.flatMap(({ verdict }) => {
    const width = counts[verdict] && Math.max(least, (counts[verdict] / most) * wide)
    if (!width) return []
    const part = html`<rect x="${x}" y="0" width="${Math.max(1, Math.round(width) - 2)}" height="16" fill="${colours[verdict]}"></rect>`
    x += Math.round(width)
    return [part]
  })
  return html`<svg class="counts" viewBox="0 0 ${Math.max(x, wide)} 16" preserveAspectRatio="none" role="img" aria-label="${countsInWords(counts)}">${parts}</svg>`
}

/** How many relations were tested and how they came out: all in one bar, then each kind. */
export function countsSection({ findings, checked }: Pick<CheckReport, 'findings' | 'checked'>): Html | null {
  const tallies = talliesOf(findings, checked)
  if (!tallies.length) return null
  const all = countsOfAll(findings, checked.length)
  const most = Math.max(...tallies.map(({ total }) => total))
  return html`<h2>核对了什么</h2>
${bar(all, findings.length + checked.length)}
<p>${verdicts.filter(({ verdict }) => all[verdict]).map(({ verdict, label }) => html`<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" fill="${colours[verdict]}"></rect></svg>${label} <strong>${all[verdict]}</strong>　`)}</p>
<details><summary>按类别看（${tallies.length} 类）</summary>
<dl class="tallies">${tallies.map(({ label, counts, total }) => html`<dt>${label}（${total}）</dt><dd>${bar(counts, most)}${countsInWords(counts)}</dd>`)}</dl></details>`
}
