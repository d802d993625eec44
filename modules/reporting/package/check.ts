import type { ZodType } from 'zod'
import type { ScoreAnswer } from '../../evaluation/index.ts'
import { sectionsHtml } from '../html.ts'
import { scoreFaults } from '../scores.ts'
import { type Body, type FrozenFigure, hashPublic, hashRows, type Part, type PublicRow } from '../snapshot.ts'
import { listFault, printFault, sumFaults } from '../sums.ts'
import { csvOf, evidenceOf, rowsName, sha256 } from './files.ts'
import { figuresShape, type Manifest, manifestShape, reportShape, rowsShape, scoresShape } from './shapes.ts'
import { type Files, unpack } from './zip.ts'

/** What is found in a data package: what it is, how much of it was checked, and what does not hold. */
export interface PackageReport {
  title: string
  bureau: string
  publication: string
  files: number
  figures: number
  scores: number
  faults: string[]
}

const textOf = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : '')

/** What a file says, all of it, if it has the shape that is asked for. */
function read<T>(files: Files, name: string, shape: ZodType<T>): T | undefined {
  try {
    const said = JSON.parse(textOf(files.get(name)))
    return shape.safeParse(said).success ? said : undefined
  } catch {
    return undefined
  }
}

function fileFaults(files: Files, broken: readonly string[], { files: named }: Manifest): string[] {
  const listed = Object.entries(named).flatMap(([name, hash]) => {
    const bytes = files.get(name)
    if (broken.includes(name)) return [`文件${name}已损坏，不能解开。`]
    if (!bytes) return [`缺少文件${name}。`]
    return sha256(bytes) === hash ? [] : [`文件${name}与清单（manifest.json）中的校验值不符。`]
  })
  const apart = (name: string) => !Object.hasOwn(named, name)
  const more = [...files.keys()].filter((name) => name !== 'manifest.json' && apart(name))
  return [
    ...listed,
    ...broken.filter(apart).map((name) => `文件${name}已损坏，不能解开。`),
    ...more.map((name) => `文件${name}不在清单（manifest.json）中。`),
  ]
}

function partFaults(files: Files, figure: FrozenFigure, part: Part): string[] {
  const { label } = figure
  const kept = figure.parts[part]
  const [name, csv] = [rowsName(figure.id, part, 'json'), rowsName(figure.id, part, 'csv')]
  const rows = read<PublicRow[]>(files, name, rowsShape)
  if (!kept || !rows) return [`“${label}”没有可以读的清单${name}。`]
  const faults: string[] = []
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  if (rows.length !== kept.rows || total !== kept.total || hashRows(rows) !== kept.hash)
    faults.push(`“${label}”的清单${name}与公布时的校验值不符。`)
  const fault = listFault(figure, part, total)
  if (fault) faults.push(fault)
  if (sha256(csvOf(rows)) !== sha256(files.get(csv) ?? new Uint8Array()))
    faults.push(`“${label}”的清单${csv}与${name}不一致。`)
  return faults
}

function figureFaults(files: Files, figure: FrozenFigure): string[] {
  const parts = (['num', 'den'] as const).filter((part) => figure.queries[part].length > 0)
  const printed = printFault(figure)
  return [...parts.flatMap((part) => partFaults(files, figure, part)), ...(printed ? [`${printed}。`] : [])]
}

const printedIn = /<a class="figure" data-figure="([^"]*)"[^>]*>([^<]*)<\/a>/g

/** The page must print the very text of the report, with these figures. */
function pageFaults(files: Files, { sections, figures }: Body, manifest: Manifest): string[] {
  const page = textOf(files.get('report.html'))
  const words = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '')
  const told = words(sectionsHtml(sections, { figures, hrefOf: () => '' }))
  const faults = [manifest.snapshotHash, manifest.publicHash, manifest.seal.hash]
    .filter((hash) => !page.includes(hash))
    .map((hash) => `report.html没有清单所载的校验值${hash}。`)
  if (words(page).includes(told)) return faults
  const labels = new Map(figures.map((figure) => [figure.id, figure]))
  const odd = [...page.matchAll(printedIn)].flatMap(([, id = '', print = '']) => {
    const figure = labels.get(id)
    const right = figure && (print === figure.value || print === `${figure.value}${figure.unit}`)
    return right
      ? []
      : [`report.html中“${figure?.label ?? id}”印为${print}，数字文件（figures.json）中为${figure?.value ?? '无'}。`]
  })
  return [...faults, ...(odd.length ? odd : ['report.html的正文与报告文件（report.json）不一致。'])]
}

function manifestFaults(manifest: Manifest, body: Body): string[] {
  const { tenant, publication: id, title, bureau, period, seal, publicHash } = manifest
  const pairs: [string, string, string][] = [
    ['标题', title, body.title],
    ['单位', bureau, body.bureau],
    ['期间', period, String(body.year)],
    ['封账', JSON.stringify(seal), JSON.stringify(body.seal)],
    ['公开内容校验值', publicHash, hashPublic({ tenant, id, body })],
  ]
  return pairs
    .filter(([, said, found]) => said !== found)
    .map(([what]) => `清单（manifest.json）的${what}与报告内容不符。`)
}

interface Found {
  body?: Body
  scores: ScoreAnswer[]
  faults: string[]
}
/** The report put together again from its files; without a body when they cannot be read. */
function reportIn(files: Files): Found {
  const [report, figures, scores] = [
    read(files, 'report.json', reportShape),
    read(files, 'figures.json', figuresShape),
    read(files, 'scores.json', scoresShape),
  ]
  if (!report || !figures || !scores)
    return {
      scores: [],
      faults: Object.entries({ 'report.json': report, 'figures.json': figures, 'scores.json': scores }).flatMap(
        ([name, found]) => (found ? [] : [`文件${name}不能读，其余内容无法核对。`]),
      ),
    }
  const of = new Map(scores.map((score) => [score.project, score]))
  const lost = figures.filter(({ project }) => project !== undefined && !of.has(project))
  if (lost.length) return { scores, faults: lost.map(({ label }) => `“${label}”的得分不在得分文件（scores.json）中。`) }
  const joined = figures.map(({ project, ...figure }) =>
    project === undefined ? figure : { ...figure, score: of.get(project)! },
  )
  return { body: { ...report, figures: joined } as unknown as Body, scores, faults: [] }
}

function contentFaults(files: Files, { body, scores, faults }: Found, manifest: Manifest): string[] {
  if (!body) return faults
  return [
    ...body.figures.flatMap((figure) => figureFaults(files, figure)),
    ...scores.flatMap(scoreFaults).map((fault) => `${fault}。`),
    ...evidenceFaults(files, scores),
    ...sumFaults(body.sums ?? [], body.figures),
    ...pageFaults(files, body, manifest),
    ...manifestFaults(manifest, body),
  ]
}

/** The table of evidence says what the scores say; packages of before have none. */
function evidenceFaults(files: Files, scores: readonly ScoreAnswer[]): string[] {
  const kept = files.get('evidence.csv')
  return !kept || sha256(kept) === sha256(evidenceOf(scores))
    ? []
    : ['佐证表evidence.csv与得分文件（scores.json）不一致。']
}

/** Checks a data package by itself, without database or network; undefined when it is no package. */
export function checkPackage(bytes: Uint8Array): PackageReport | undefined {
  const unpacked = unpack(bytes)
  const manifest = unpacked && read(unpacked.files, 'manifest.json', manifestShape)
  if (!unpacked || !manifest) return undefined
  const { files, broken } = unpacked
  const found = reportIn(files)
  return {
    title: manifest.title,
    bureau: manifest.bureau,
    publication: manifest.publication,
    files: Object.keys(manifest.files).length,
    figures: found.body?.figures.length ?? 0,
    scores: found.scores.length,
    faults: [...fileFaults(files, broken, manifest), ...contentFaults(files, found, manifest)],
  }
}
