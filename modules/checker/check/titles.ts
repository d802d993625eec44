import type { Understanding } from '../understand/index.ts'

/** Whether text stands between two lines, or behind the title in the first. */
export function hasBody(doc: Understanding, from: number, to: number): boolean {
  for (let line = from + 1; line < to; line++) if (doc.line(line).length > 30) return true
  return doc.line(from).length > 60
}

/** A line without a number that reads like a title: short, whole, without figures, and text follows. */
export function isTitle(doc: Understanding, line: number): boolean {
  const words = doc.line(line)
  if (words.length < 4 || words.length > 32 || /\d/.test(words.replace(/\d{4}年度?/, ''))) return false
  if (/[；;！？!?|=：:（(]|。.|[，,].*[，,]|[，,、]$/.test(words)) return false
  if (/应当|不得|可以|必须|应该|予以|均?由/.test(words)) return false
  if (/^(?:无|附件|附表|注[：:]|特此|单位[：:]|[\p{Script=Han}]{2,20}(?:局|队|中心|委员会|办公室)$)/u.test(words))
    return false
  const previous = doc.line(line - 1)
  const next = doc.line(line + 1)
  const ended = previous.length <= 32 || /[。！；：:|”]$/.test(previous)
  return ended && (next.length > 40 || /^(?:无|没有|[（(]?[一1][、.．）)]|一是|①)|(?:低|高|无)。?$/.test(next))
}

/** Sections that stand at the end of the forms of several provinces. */
export const closing =
  /^(?:其他(?:需要说明|需说明|有关)?的?(?:情况|问题|事项)|(?:政府性基金|国有资本经营|社会保险基金)预算支出情况|(?:绩效)?自评结果(?:拟?应用和公开情况|应用情况?|公开情况)|(?:自评)?(?:发现的|存在的?)(?:主要)?问题(?:[及和](?:原因分析|原因|改进措施|建议))?|(?:下一步)?拟?(?:改进|整改)(?:措施|意见|建议)|(?:下一步|今后)[^，。]{0,6}(?:措施|打算|计划|工作|安排)|(?:有关|意见|措施|相关)(?:和|与)?建议)。?$/

/** Two titles made alike: they begin with the same two characters, or end with the same three. */
export function alike(one: string, other: string): boolean {
  const clean = (words: string) => words.replace(/[。：:\s]/g, '')
  const [a, b] = [clean(one), clean(other)]
  if (a.length > 32 || a.length < 4) return false
  return a.slice(0, 2) === b.slice(0, 2) || (a.length > 5 && b.length > 5 && a.slice(-4) === b.slice(-4))
}
