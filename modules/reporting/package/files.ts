import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Instant } from '../../../platform/clock.ts'
import type { ScoreAnswer } from '../../evaluation/index.ts'
import { scoresOf } from '../scores.ts'
import { type FrozenFigure, hashPublic, type Part, type PublicRow, publicBodyOf, type Snapshot } from '../snapshot.ts'
import type { Withdrawal } from '../store.ts'
import { FORMAT, type Manifest } from './shapes.ts'
import { type Files, pack } from './zip.ts'

/** What a package is made of: the publication, the rows of a part of a figure, and the page as it was published. */
export interface Contents {
  bureau: string
  snapshot: Snapshot
  publishedAt: Instant
  withdrawn: Withdrawal | null
  rows: readonly { figure: string; part: Part; rows: readonly PublicRow[] }[]
  page: string
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const rowsName = (figure: string, part: Part, kind: 'csv' | 'json'): string => `rows/${figure}-${part}.${kind}`
const encode = (text: string) => new TextEncoder().encode(text)
const json = (value: unknown) => encode(`${JSON.stringify(value, null, 1)}\n`)

type Column<R> = readonly [head: string, of: (row: R) => string | number | null]
const columns: readonly Column<PublicRow>[] = [
  ['编号', (row) => row.number],
  ['类别', (row) => row.class],
  ['道路或街道', (row) => row.street],
  ['受理', (row) => row.receivedOn],
  ['办结', (row) => row.closedOn],
  ['承办单位', (row) => row.unit],
  ['时限', (row) => (row.inTime === null ? null : row.inTime ? '按期' : '超时')],
  ['计入日期', (row) => row.on],
  ['计入数', (row) => row.value],
  ['数量或金额', (row) => row.amount],
]
/** A cell that an office program would take for a formula is marked as text. */
const plainCell = (value: string | number | null) => {
  const text = String(value ?? '')
  return typeof value === 'string' && /^(?:[=+@\t\r]|-(?!\d[\d,.]*[^\d\s+\-*/^&=(|!]*$))/.test(text) ? `'${text}` : text
}
const csvCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** Rows as office programs open them, with the mark that keeps their Chinese whole. */
function sheetOf<R>(columns: readonly Column<R>[], rows: readonly R[]): Uint8Array {
  const lines = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, of]) => plainCell(of(row))))]
  return encode(`\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`)
}
export const csvOf = (rows: readonly PublicRow[]): Uint8Array => sheetOf(columns, rows)

type ScoredLine = ScoreAnswer['lines'][number] & { project: string }
const evidences = { ledger: '台账', payment: '支付', survey: '调查', computed: '计算', typed: '手填' } as const
/** 佐证: where each point comes from. What somebody typed to explain a value is not public. */
const evidence: readonly Column<ScoredLine>[] = [
  ['项目', (line) => line.project],
  ['指标', (line) => line.name],
  ['目标值', (line) => line.targetText],
  ['完成值', (line) => line.actualText],
  ['分值', (line) => line.weight],
  ['得分', (line) => line.points],
  ['依据', (line) => evidences[line.evidence]],
  ['统计指标', (line) => line.metric ?? null],
  [
    '范围',
    ({ where = {} }) =>
      Object.entries(where)
        .map(([name, key]) => `${name}=${key}`)
        .join(';') || null,
  ],
  ['计算式', (line) => line.formula ?? null],
  ['得分的理由', (line) => line.because],
]
export const evidenceOf = (scores: readonly ScoreAnswer[]): Uint8Array =>
  sheetOf(
    evidence,
    scores.flatMap(({ name, lines }) => lines.map((line) => ({ ...line, project: name }))),
  )

const withoutScore = ({ score, ...figure }: FrozenFigure) => (score ? { ...figure, project: score.project } : figure)

const how = {
  files: '每个文件：文件全部字节的SHA-256。',
  rows: '清单：各行依次写成数组[编号,类别,道路或街道,受理,办结,承办单位,是否按期,计入日期,计入数,数量或金额]的JSON，每行末尾加换行，合起来的SHA-256。',
  publicHash:
    '公开内容校验值：单位代码、公开编号和公开的正文、数字、得分写成键名按字母排序、没有空格的JSON，取SHA-256；公开页脚同样载明。',
  snapshotHash:
    '报告校验值：另含送审人和手填值的说明，这些不公开，由本单位用核对命令验证；台账的公开记录中是同一个值。',
  seal: '封账校验值：封账前的全部经过逐条相连的SHA-256，用本单位的密钥签名。',
}

function manifestOf({ bureau, snapshot, publishedAt, withdrawn }: Contents, files: Files): Manifest {
  const { tenant, id, document, title, period, body, hash } = snapshot
  return {
    format: FORMAT,
    tenant,
    bureau,
    publication: id,
    document,
    title,
    period,
    publishedAt,
    withdrawn,
    seal: body.seal,
    snapshotHash: hash,
    publicHash: hashPublic(snapshot),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
    how,
  }
}

/** The data package of a publication: what the public page shows, all of it, to be kept and checked without us. */
export async function packageOf(contents: Contents): Promise<Uint8Array> {
  const body = publicBodyOf(contents.snapshot.body)
  const { figures, ...report } = body
  const scores = scoresOf(figures)
  const files = new Map<string, Uint8Array>([
    ['report.html', encode(contents.page)],
    ['report.json', json(report)],
    ['figures.json', json(figures.map(withoutScore))],
    ['scores.json', json(scores)],
    ...(scores.length ? [['evidence.csv', evidenceOf(scores)] as const] : []),
  ])
  for (const { figure, part, rows } of contents.rows) {
    // Others are answered between two lists.
    await setImmediate()
    files.set(rowsName(figure, part, 'csv'), csvOf(rows))
    files.set(rowsName(figure, part, 'json'), encode(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`))
  }
  files.set('manifest.json', json(manifestOf(contents, files)))
  return pack(files, contents.publishedAt)
}
