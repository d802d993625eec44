/** Project names as different people write them: without the words every project has. */
export const nameKey = (name: string): string =>
  name.replace(
    /(?:专项|项目|经费|资金|工作|支出|预算|费用|补助|投入金额|投入|的|经|等|本年度|年度|\d{4}年|[（(].*?[）)]|[“”"《》\s、:：\d.])/g,
    '',
  )

const pairsOf = (words: string): Set<string> => new Set(Array.from(words.slice(1), (char, at) => `${words[at]}${char}`))

/** Whether two names are of one thing: one holds the other, or most pairs of characters are shared. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)]
  if (a.length < 2 || b.length < 2) return false
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) >= 3 || a === b
  const [first, second] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared++
  return shared / Math.min(first.size, second.size) >= 0.7
}
