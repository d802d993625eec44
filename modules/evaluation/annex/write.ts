import { dayOf, type Instant } from '../../../platform/clock.ts'
import { type Block, dayInWords, heading, line, paragraph, table, type Written } from '../../papers/index.ts'
import type { Annex, AnnexFile, AnnexLine, AnnexPart } from './model.ts'

const head = ['序号', '指标', '完成值', '分值', '得分', '依据', '数据来源', '登记数', '附件']
const shares = [0.05, 0.16, 0.1, 0.06, 0.07, 0.06, 0.34, 0.08, 0.08]
const fileHead = ['序号', '文件名', '大小', 'SHA-256', '用于']
const fileShares = [0.06, 0.24, 0.1, 0.4, 0.2]

const ordinals = '一二三四五六七八九十'
/** 一, 十一, 二十三. */
export function ordinal(n: number): string {
  if (n <= 10) return ordinals[n - 1]!
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? ordinals[tens - 1] : ''}十${ones ? ordinals[ones - 1] : ''}`
}

/** 1.2 MB, 35 KB. */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Each file once, with the indicators it is attached to; the number is that of the list. */
function filesIn({ parts }: Annex): { file: AnnexFile; of: string[] }[] {
  const found = new Map<string, { file: AnnexFile; of: string[] }>()
  for (const { lines } of parts)
    for (const { name, files } of lines)
      for (const file of files) {
        const one = found.get(file.hash) ?? { file, of: [] }
        if (!one.of.includes(name)) one.of.push(name)
        found.set(file.hash, one)
      }
  return [...found.values()]
}

function rowOf(one: AnnexLine, at: number, numbers: ReadonlyMap<string, number>): string[] {
  const files = one.files.map(({ hash }) => numbers.get(hash)).join('、')
  const { name, actual, weight, points, kind, source, entries } = one
  return [
    ...[String(at + 1), name, actual, String(Number(weight)), points, kind, source],
    ...[entries === null ? '—' : `${entries}条`, files ? `附件${files}` : ''],
  ]
}

function partBlocks(part: AnnexPart, at: number, numbers: ReadonlyMap<string, number>): Block[] {
  const taken = part.deductions.map(({ label, points }) => `${label}扣${points}分`).join('；')
  return [
    heading(`${ordinal(at + 1)}、${part.name}`),
    paragraph(
      `得分${part.total}分${part.grade ? `，等级为${part.grade}` : ''}，按${part.scheme}评分。${taken ? `另有扣分：${taken}。` : ''}`,
    ),
    table(
      head,
      part.lines.map((one, i) => rowOf(one, i, numbers)),
      shares,
    ),
  ]
}

const asOfText = ({ seal }: Annex): string =>
  seal
    ? `各项数据截至第${seal.n}次封账（${dayInWords(dayOf(seal.at))}，封账校验值${seal.hash}），其后的登记不计。`
    : '各项数据为现在的登记，没有指明封账；正式使用前请按封账号另取。'

/** 佐证材料 as a document, for the page and the file alike; it names no person. */
export function annexDocument(annex: Annex, bureau: string, now: Instant): Written {
  const files = filesIn(annex)
  const numbers = new Map(files.map(({ file }, at) => [file.hash, at + 1]))
  const rows = files.map(({ file: { name, size, hash }, of }, at) => [
    ...[`附件${at + 1}`, name, sizeInWords(size), hash, of.join('、')],
  ])
  return {
    bureau,
    title: '绩效自评佐证材料',
    number: `（${annex.year}年度${annex.parts.length === 1 ? `，${annex.parts[0]!.name}` : ''}）`,
    to: '',
    blocks: [
      paragraph(`${asOfText(annex)}“登记数”是数出该项完成值的登记条数，可在系统中逐条查看。`),
      ...annex.parts.flatMap((part, at) => partBlocks(part, at, numbers)),
      heading(`${ordinal(annex.parts.length + 1)}、附件清单`),
      ...(rows.length ? [table(fileHead, rows, fileShares)] : [line('没有附件：各项完成值均由台账数出。')]),
    ],
    on: dayInWords(dayOf(now)),
    receipt: [],
    notes: ['本材料供自评复核和财政评价使用。手填值的来源说明由填写人撰写，对外公开前应核对其中有无个人信息。'],
    isLying: true,
  }
}
