import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faulty } from '../modules/checker/fixtures/report.ts'
import { asDocx, asXlsx } from '../modules/checker/fixtures/write.ts'
import { projectRoot } from '../platform/config.ts'
import { officeProgram } from '../platform/office.ts'

/** Writes the fixtures that only LibreOffice can write: the faulty report as PDF and .doc, its workbook as .xls. */
const office = officeProgram()
if (!office) throw new Error('需要 LibreOffice。')
const fixtures = join(projectRoot, 'modules', 'checker', 'fixtures')

function convert(bytes: Uint8Array, from: string, to: string) {
  const folder = mkdtempSync(join(tmpdir(), 'chengji-convert-'))
  try {
    const file = join(folder, `faulty.${from}`)
    writeFileSync(file, bytes)
    const own = `-env:UserInstallation=file://${folder}/profile`
    execFileSync(office as string, ['--headless', own, '--convert-to', to, '--outdir', folder, file], {
      stdio: 'ignore',
    })
    writeFileSync(join(fixtures, `faulty.${to}`), readFileSync(join(folder, `faulty.${to}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const docx = await asDocx(faulty)
convert(docx, 'docx', 'pdf')
convert(docx, 'docx', 'doc')
convert(await asXlsx(faulty), 'xlsx', 'xls')
