/** Words that do not tell one project from another. */
const filler = /(?:项目|专项|经费|资金|工作|情况|支出|部分|年度|的)/g
const bare = (name: string) =>
  name
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/^[\d一二三四五六七八九十]+[、.．]/, '')
    .replace(filler, '')

/** Whether two names are likely those of one thing: 执法车辆维护 and 执法车辆运行维护项目. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  if (!a || !b) return one.length > 1 && one === other
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 4 && short.length * 2 >= long.length && isWithin(short, long)
}

/** The signs of the shorter stand in the longer in the same order. */
export function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const char of short) {
    at = long.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}
