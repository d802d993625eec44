import type { Fact, Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

/** 知晓率大幅提升，已达到年度目标: a target is set in figures, and how far one came is nowhere said. */
export const missingReached: Rule = {
  id: 'missing-element.reached',
  kind: 'missing-element',
  title: '有量化目标的指标应写出实际完成值',
  source: '财预〔2015〕88号：绩效目标和结果应细化量化（B-20）',
  fails: [
    '年度目标：居民分类知晓率≥92%，居民参与率≥80%。\n完成情况：居民参与率81.4%；居民分类知晓率大幅提升，已达到年度目标。支出8万元。',
    '目标为设施完好率不低于95%、投诉办结率不低于98%。\n投诉办结率99.2%，设施完好率明显提高，完成年初目标。',
  ],
  holds: [
    '年度目标：居民分类知晓率≥92%。\n完成情况：居民分类知晓率大幅提升，已达到年度目标，为93.5%。\n',
    '年度目标：居民分类知晓率≥92%。\n居民分类知晓率94%。\n居民分类知晓率大幅提升，已达到年度目标。',
    '居民分类知晓率大幅提升，已达到年度目标。',
    '年度目标：居民分类知晓率≥92%。\n居民分类知晓率大幅提升，已达到年度目标。\n指标|目标值|完成值\n知晓率|≥92%|94%\n',
  ],
  *check(doc) {
    for (const found of matches(doc, reached)) {
      const name = nameOf(doc, found)
      if (name.length < SHORTEST || /^[^。；;]*\d/.test(doc.folded.text.slice(found.end, found.end + 10))) continue
      const told = doc.facts.filter((fact) => fact.unit.dimension === 'percent' && isAbout(doc, fact, name))
      if (!told.length || !told.every((fact) => isTarget(doc, fact))) continue
      const words = `${name}${found.words.slice(1)}`
      yield wrong(
        'question',
        0.78,
        `“${name}”有量化目标，此处只写“${words}”，全文没有实际完成值，请补写。`,
        [{ start: found.end - words.length, end: found.end }, ...told.slice(0, 1)],
        { claimed: words, computed: '无完成值' },
      )
    }
  },
}

const SHORTEST = 4
const reached =
  /率(?:大幅|显著|明显|有所|持续|稳步|进一步|不断|均|得到)*(?:提升|提高|上升)?[，,]?(?:已|均|全部|基本|圆满)*(?:达到|完成|实现)了?(?:年度|年初|预期|既定|设定|绩效)*(?:目标|指标)(?:值|要求)?/g

/** The words of the clause as far as the rate: 居民分类知晓率. */
const nameOf = ({ folded: { text } }: Understanding, { start }: Match): string =>
  `${/[\p{Script=Han}]{0,14}$/u.exec(text.slice(Math.max(0, start - 14), start))?.[0] ?? ''}率`

/** The last four signs tell a rate: 分类知晓率 is 知晓率 in a table. */
const isAbout = ({ folded: { text, lines } }: Understanding, fact: Fact, name: string): boolean => {
  const from = lines[fact.line]?.cell
    ? Math.max(0, fact.start - 60)
    : Math.max(lines[fact.line]?.start ?? 0, fact.start - 40)
  const words = text.slice(from, fact.start)
  const at = words.lastIndexOf(name.slice(-3))
  return at >= 0 && (lines[fact.line]?.cell !== undefined || !/[。；;率]/.test(words.slice(at + 3)))
}

function isTarget({ folded: { text, lines } }: Understanding, fact: Fact): boolean {
  if (lines[fact.line]?.cell) return false
  const before = text.slice(Math.max(0, fact.start - 12), fact.start)
  return fact.bound !== undefined || /目标|指标|计划|力争|确保/.test(before)
}
