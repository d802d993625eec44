import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Desk } from '../desk.ts'
import { faulty } from '../fixtures/report.ts'
import { asDocx, asText } from '../fixtures/write.ts'
import { readBytes } from './document.ts'
import { limits } from './limits.ts'
import { Unreadable } from './reading.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pdf = (objects: string[], trailer = '') =>
  bytesOf(
    `%PDF-1.4\n${objects.map((one, at) => `${at + 1} 0 obj\n${one}\nendobj\n`).join('')}trailer\n<</Root 1 0 R ${trailer}>>\n%%EOF`,
  )
const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'
const scanned = pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page])
const locked = pdf(
  ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page],
  `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>`,
)
const pages = Array.from({ length: 600 }, (_, at) => at + 3)
const many = pdf([
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages/Kids[${pages.map((at) => `${at} 0 R`).join(' ')}]/Count 600>>`,
  ...pages.map(() => page),
])
/** Says that it has ten thousand pages, and has none. */
const boastful = pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 10000>>', '<<>>'])

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const word = (body: string, before = '') =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
const nested = (depth: number) =>
  word(`${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`)
const compound = (words: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(1024),
    ...Buffer.from(words, 'utf16le'),
  ])

const said = async (name: string, bytes: Uint8Array) => {
  const error = await readBytes(name, bytes).then(
    () => undefined,
    (problem) => problem,
  )
  expect(error).toBeInstanceOf(Unreadable)
  return error as Unreadable
}

describe('what cannot be read says why and what to do', () => {
  test.each<[string, string, Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['empty', 'a.docx', new Uint8Array(0), /^文件是空的/],
    ['empty', 'a.txt', bytesOf(' \n\u3000\n'), /^文件是空的/],
    ['scanned', 'scan.pdf', scanned, /^这份 PDF 只有图片，没有可读的文字（多半是扫描件）；请提供原来的电子文档/],
    ['scanned', 'photo.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /^这是一张图片，没有可读的文字/],
    ['encrypted', 'locked.pdf', locked, /^文件设有打开密码.*请去掉密码/],
    ['encrypted', 'locked.docx', compound('EncryptedPackage'), /^文件设有打开密码/],
    ['too-large', 'many.pdf', many, /^这份 PDF 有 600 页，最多读 500 页；请拆成/],
    ['damaged', 'boastful.pdf', boastful, /^文件已损坏/],
    ['too-large', 'big.txt', new Uint8Array(limits.bytes + 1), /^文件超过 40 兆/],
    ['too-large', 'long.txt', bytesOf('支出1万元。'.repeat(400_000)), /^文字超过 200 万字/],
    ['too-large', 'bomb.docx', zipSync({ 'word/document.xml': new Uint8Array(80 * 2 ** 20) }), /解开后超过 64 兆/],
    ['damaged', 'deep.docx', nested(200), /层次套得太深/],
    ['damaged', 'deep.html', bytesOf(`<html>${'<div>'.repeat(5000)}支出1万元`), /层次套得太深/],
    ['damaged', 'entities.docx', word('<w:p/>', '<!DOCTYPE a [<!ENTITY b "c">]>'), /^文件里有不该有的实体声明/],
    ['damaged', 'a.pdf', bytesOf('%PDF-1.7\n什么都没有'), /^PDF 文件已损坏/],
    ['damaged', 'cut.docx', asDocx(faulty).then((bytes) => bytes.slice(0, 3000)), /^文件已损坏，打不开/],
    ['unknown', 'a.zip', zipSync({ 'a.txt': strToU8('支出1万元') }), /^这是压缩包，不是一份文档；请解压/],
    ['unknown', 'a.ppt', compound('PowerPoint Document'), /^这是演示文稿，读不了；请另存为/],
    ['unknown', 'a.rtf', bytesOf('{\\rtf1 a}'), /^这是RTF 文档/],
    ['unknown', 'a.txt', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 31), /^认不出这是什么文件/],
    ['damaged', 'zip.docx', zipSync({ 'a.txt': strToU8('支出1万元') }), /^不是 Word 文件，或已损坏/],
    ['damaged', 'poem.docx', bytesOf('床前明月光，疑是地上霜。'), /^不是 Word 文件，或已损坏/],
    [
      'damaged',
      'noise.xlsx',
      Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 31),
      /^不是 Excel 工作簿，或已损坏/,
    ],
    ['not-a-report', 'a.txt', bytesOf('床前明月光，疑是地上霜。'), /不像自评报告或决算/],
  ])('%s: %s', async (code, name, bytes, sentence) => {
    const error = await said(name, await bytes)
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(sentence)])
  })
})

describe('a desk', () => {
  test('ends a thread that takes too long, says so, and goes on with the next document', async () => {
    const desk = new Desk({ ms: 1 })
    await expect(desk.read('a.txt', bytesOf('支出1万元。'.repeat(200_000)))).rejects.toMatchObject({ code: 'too-slow' })
    await desk.close()
    const patient = new Desk()
    expect((await patient.check('a.txt', bytesOf(asText(faulty)))).report.findings.length).toBeGreaterThan(5)
    await expect(patient.read('a.pdf', scanned)).rejects.toMatchObject({ code: 'scanned' })
    expect((await patient.read('a.txt', bytesOf('支出1万元。'))).text).toBe('支出1万元。')
    await patient.close()
  })

  test('ends a thread that takes too much memory', async () => {
    const desk = new Desk({ memoryMb: 24 })
    await expect(desk.check('a.txt', bytesOf('支出1万元，完成90%。'.repeat(120_000)))).rejects.toMatchObject({
      code: 'too-large',
    })
    await desk.close()
  })
})
