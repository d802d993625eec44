import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { refuse } from './errors.ts'

const places = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
]
/** LibreOffice, where the server has it. */
export const officeProgram = (): string | undefined => places.find((place) => existsSync(place))

const run = promisify(execFile)
let last: Promise<unknown> = Promise.resolve()

/** A Word file as PDF, one after the other. Errors: no LibreOffice on this server (501), or it cannot read the file (500). */
export async function pdfOf(docx: Buffer): Promise<Buffer> {
  const program = officeProgram()
  if (!program)
    throw refuse('office.missing', '服务器没有安装 LibreOffice，不能生成 PDF；可以：下载 Word 文件后另存为 PDF。', {
      status: 501,
    })
  const next = last.then(() => convert(program, docx))
  last = next.catch(() => {}) // told to whoever asked
  return next
}

async function convert(program: string, docx: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'chengji-pdf-'))
  try {
    const file = join(folder, 'report.docx')
    await writeFile(file, docx)
    // A profile of its own: another LibreOffice on this machine would take the work over and say nothing.
    const own = `-env:UserInstallation=file://${folder}/profile`
    await run(program, ['--headless', own, '--convert-to', 'pdf', '--outdir', folder, file], { timeout: 60_000 })
    return await readFile(join(folder, 'report.pdf'))
  } catch {
    throw refuse('office.failed', 'PDF 没有生成成功；请下载 Word 文件后另存为 PDF。', { status: 500 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
