import type { Understanding } from '../index.ts'

const roleWords =
  /(?:分值|权重|满分|标准分|自我评价|自评|评价|综合|总体|最终|累计|结果|得分|评分|总分|总得分|分数|打分|情况|得|扣减?分?|共|计|为|是|：|:|达到?|经|的|了|分|占|评|完成)/g
const commonWords =
  /(?:年度|\d{4}年|年|本?部门|本?单位|整体|项目|支出|财政|预算|绩效|我局|本局|全局|我队|本队|我中心|该项指标|本项指标|该指标|此项|该项|本项|该|此|各项|以上|上述|合计|小计|总计|综上所述|综上|因此|根据|按照|情况|评价|打分|指标体系|结论|对照|经|、|，|“|”|区|市|县|局|和|执法|综合|行政|城市管理|城管|大队|中心)/g

/** What is left of a name when the words of scoring are gone. */
export const residue = (name: string): string => name.replace(roleWords, '').replace(commonWords, '')
const bareName = (name: string): string => name.replace(roleWords, '').replace(/^[、，\s]+|[、，\s]+$/g, '')

const stops = '，,；;。：:（('

/** The clause a figure stands in, up to it. */
export function clauseBefore(words: string, at: number): string {
  let from = at
  while (from > 0 && !stops.includes(words[from - 1] as string)) from--
  return words.slice(from, at)
}

/** Whether the words of a clause name the same thing. */
export const namesSame = (clause: string, name: string) => {
  const left = bareName(clause)
  return left.length > 1 && (name.includes(left) || left.includes(bareName(name)))
}

/** How many brackets that words open are still open at their end. */
export function bracketDepth(words: string): number {
  let depth = 0
  for (const char of words) {
    if (/[（(]/.test(char)) depth++
    else if (/[）)]/.test(char)) depth--
  }
  return depth
}

/** A name begins after the stop behind the last figure; a lead-in like 具体情况是 is no part of it. */
export function nameStart(words: string, from: number, to: number): number {
  const between = words.slice(from, to)
  const leadIn = /^.*(?:具体[^，。；：:]{0,8}|其中|包括|分别|如下|明细[^，。；：:]{0,4})(?:是|为)?[：:，,]?/.exec(
    between,
  )
  let start = from + (leadIn?.[0].length ?? 0)
  const rest = words.slice(start, to)
  const sentence = Math.max(rest.lastIndexOf('；'), rest.lastIndexOf(';'))
  if (sentence >= 0) start += sentence + 1
  const stop = words.slice(start, to).lastIndexOf('。')
  if (stop >= 0 && residue(words.slice(start + stop + 1, to).replace(/[（(：:].*$/, '')).length > 1) start += stop + 1
  while (
    /^(?:[，,；;。、\s：:）)]|[（(](?![一二三四五六七八九十\d]{1,3}[）)]))/.test(words.slice(start, start + 5)) &&
    start < to
  )
    start++
  const alias = /[、，：:](?=(?:目标|任务|指标|项目)[0-9一二三四五六七八九十]{1,2}(?:[（(]|$))/.exec(
    words.slice(start, to),
  )
  return alias ? start + alias.index + 1 : start
}

const mark =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十][，、]|[A-Z]\d{1,3}[.、．]?)+/

/** 根据《…自评表》，综合得分: on what it rests is no name. */
const basis =
  /^(?:(?:根据|依据|依照|按照|对照|参照)[^，,。；]*|综上(?:所述)?|经(?:综合)?(?:评分|自评|评价|评定|测算))[，,]/

/** What the words in front of a figure name; alone in its paragraph, a figure is about the heading above. */
export function nameOf(words: string, line: number, doc: Understanding, first: boolean): string {
  const plain = words.replace(mark, '').replace(basis, '')
  const goal = /^(?:目标|任务|指标|项目)[0-9一二三四五六七八九十]{1,2}(?![0-9、])/.exec(plain)?.[0]
  if (goal) return goal
  const bracketed = /([^，,（(：:；;。、）)]*)[（(]$/
    .exec(plain)?.[1]
    ?.replace(/^(?:由|即|分为|包括|包含|含|和|及|与)/, '')
  if (bracketed) return bracketed.replace(/(?:满分|分值|权重|自评|得分?|扣分?|共|计)+$/, '')
  const name = /^[^，,（(：:；;。]*/.exec(plain)?.[0] ?? ''
  const cut = name.replace(/(?:已?达到?|为|完成)?[\d.]+.*$/, '')
  const own = (cut || name).replace(/(?:满分|分值|权重|自评|得分?|扣分?|共|计)+$/, '')
  if (own || !first) return own
  const heading = doc.headings.findLast((one) => one.line < line && line - one.line <= 2)
  return heading?.text.replace(/[（(：:。].*$/, '') ?? ''
}
