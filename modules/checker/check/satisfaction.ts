import type { Understanding } from '../understand/index.ts'

const title = /^(?:[^效]{0,8})满意度(?:指标)?(?:完成)?(?:情况|分析)*(?:[（(][^）)]*[）)])?[：:]?$/
const inLine = /(?:^|\n)(?:[①-⑳]|[（(]?[一二三四五六七八九十\d]+[）).、])?(?:服务对象|社会公众)?满意度指标[：:（(]/

/**
 * Whether the document has a class of its own for satisfaction, as the form of the ministry has. The forms of several
 * provinces have it as a third level under 效益.
 */
export const hasSatisfactionClass = ({ headings, tables, folded: { text } }: Understanding): boolean =>
  headings.some((heading) => title.test(heading.text)) ||
  inLine.test(text) ||
  tables.some(({ rows }) => rows.some((row) => /^满意度(?:指标)?(?:[（(]\d+分?[）)])?$/.test(row[0]?.text ?? '')))
