import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findingsBook } from '../../modules/checker/index.ts'
import { dayOf, systemClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { wantedFiles } from '../check/files.ts'
import { exitCode, isRead, jsonOf, type Outcome, outcomesOf, ranked } from '../check/outcome.ts'
import { pageOf, pagesOf } from '../check/pages.ts'
import { progress } from '../check/progress.ts'
import { spokenRanking, spokenReport } from '../check/spoken.ts'

export const checkUsage = `用法：npx chengji check 文件或目录… [--json] [--text 去处] [--html 去处] [--xlsx 文件]
  一份文件：列出发现的问题；--text、--html 写到一个文件
  几份文件或一个目录：按错误多少排名；--text、--html 写到一个目录，每份一个文件
  退出码：0 没有发现问题，1 有发现，2 有文件读不了`

type Told = Partial<Record<'text' | 'html' | 'xlsx', string>>

/** Checks documents without a database and without a network. Exit codes: 0 nothing wrong, 1 findings, 2 something could not be read. */
export async function checkCommand(_config: Config, args: string[]): Promise<number> {
  const options = asked(args)
  if (!options) return refused(checkUsage)
  const { positionals, json, ...told } = options
  const { files, folders } = wantedFiles(positionals)
  if (!files.length) return refused('目录里没有可以检查的文件（.docx、.doc、.pdf、.xlsx、.xls、.html、.md、.txt）。')
  const several = folders || files.length > 1
  const { step, end } = several ? progress(files.length) : { step() {}, end() {} }
  const outcomes = await outcomesOf(files, step)
  end()
  await write(outcomes, several, told)
  if (json) console.log(JSON.stringify(several ? outcomes.map(jsonOf) : jsonOf(outcomes[0] as Outcome)))
  else say(outcomes, several)
  return exitCode(outcomes)
}

function asked(args: string[]) {
  const path = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, text: path, html: path, xlsx: path },
    })
    if (positionals.length) return { ...values, positionals }
  } catch {
    // An option nobody knows, or one without its value: the usage says which there are.
  }
  return undefined
}

function refused(sentence: string): number {
  console.error(sentence)
  return 2
}

function say(outcomes: readonly Outcome[], several: boolean): void {
  const [only] = outcomes
  if (several) console.log(spokenRanking(outcomes))
  else if (only && isRead(only)) console.log(spokenReport(only.checked.report))
  else if (only && !isRead(only)) console.error(`${only.name}：${only.unreadable.sentence}`)
}

async function write(outcomes: readonly Outcome[], several: boolean, { text, html, xlsx }: Told): Promise<void> {
  const read = ranked(outcomes)
  if (text && several) writeAll(text, new Map(read.map(({ name, checked }) => [flat(name), checked.content.text])))
  if (html && several) writeAll(html, pagesOf(outcomes))
  for (const { checked } of several ? [] : read) {
    if (text) writeFileSync(text, checked.content.text)
    if (html) writeFileSync(html, pageOf(checked))
  }
  if (!xlsx || !read.length) return
  const on = dayOf(systemClock.now())
  const entries = read.map(({ name, checked: { report, content } }) => ({
    ...report,
    name,
    sha256: content.sha256,
    on,
  }))
  writeFileSync(xlsx, await findingsBook(entries))
}

function writeAll(folder: string, pages: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, words] of pages) writeFileSync(join(folder, name), words)
}

/** 甲区/报告.docx as the name of one text file. */
const flat = (name: string) => `${name.replaceAll('/', '-')}.txt`
