import { expect, test } from 'vitest'
import { officeProgram, pdfOf } from '../../platform/office.ts'
import { paperDocx } from '../papers/index.ts'

const written = {
  ...{ bureau: '零陵区城管局', title: '自评报告', number: '', to: '', on: '2023年3月20日', receipt: [], notes: [] },
  blocks: [{ kind: 'text', as: 'paragraph', text: '结案6962件。' } as const],
}

test('a Word file becomes a PDF where LibreOffice is there; where it is not, the sentence says what is possible', async () => {
  const docx = await paperDocx(written, new Map())
  if (officeProgram()) expect((await pdfOf(docx)).subarray(0, 5).toString()).toBe('%PDF-')
  else
    await expect(pdfOf(docx)).rejects.toThrow(
      '服务器没有安装 LibreOffice，不能生成 PDF；可以：下载 Word 文件后另存为 PDF。',
    )
}, 60_000)
