import { expect, test } from 'vitest'
import { unzip } from '../../tests/helpers/unzip.ts'
import { paperDocx } from './docx.ts'
import { paragraph } from './domain.ts'

const paragraphsOf = async (on: string) => {
  const file = await paperDocx(
    {
      ...{ bureau: '零陵区城管局', title: '自评报告', number: '', to: '', on, receipt: [], notes: [] },
      blocks: [paragraph('第一段。'), paragraph('末段。')],
    },
    new Map(),
  )
  const xml = unzip(file).get('word/document.xml')!.toString()
  return xml.split('<w:p>')
}
const staysWithNext = (paragraphs: readonly string[], text: string) =>
  paragraphs.find((one) => one.includes(text))!.includes('<w:keepNext/>')

test('the last paragraph goes to the page of the signature, so that the day never stands there alone', async () => {
  const signed = await paragraphsOf('2023年3月20日')
  expect(['第一段。', '末段。', '2023年3月20日'].map((text) => staysWithNext(signed, text))).toEqual([
    false,
    true,
    false,
  ])
  expect(staysWithNext(await paragraphsOf(''), '末段。')).toBe(false)
})
