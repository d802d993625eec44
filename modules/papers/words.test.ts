import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInWords, yuanInCapitals, yuanInFigures } from './domain/words.ts'

const capitals: [figures: string, capitals: string][] = [
  ['0', '零元整'],
  ['0.05', '伍分'],
  ['0.30', '叁角'],
  ['0.99', '玖角玖分'],
  ['1', '壹元整'],
  ['10', '壹拾元整'],
  ['10.01', '壹拾元零壹分'],
  ['50', '伍拾元整'],
  ['105', '壹佰零伍元整'],
  ['110', '壹佰壹拾元整'],
  ['200', '贰佰元整'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['1001', '壹仟零壹元整'],
  ['1010', '壹仟零壹拾元整'],
  ['1200', '壹仟贰佰元整'],
  ['1409.50', '壹仟肆佰零玖元伍角'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['10000', '壹万元整'],
  ['10001', '壹万零壹元整'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['100000', '壹拾万元整'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['200001', '贰拾万零壹元整'],
  ['300534.30', '叁拾万零伍佰叁拾肆元叁角'],
  ['1000000', '壹佰万元整'],
  ['10203040.05', '壹仟零贰拾万叁仟零肆拾元零伍分'],
  ['100000000', '壹亿元整'],
  ['100000001', '壹亿零壹元整'],
  ['100010000', '壹亿零壹万元整'],
  ['1000000000000', '壹万亿元整'],
  ['1000000100', '壹拾亿零壹佰元整'],
  ['-1200', '负壹仟贰佰元整'],
]
test.each(capitals)('%s yuan are %s', (figures, words) => {
  expect(yuanInCapitals(Math.round(Number(figures) * 100))).toBe(words)
})

/** Reads capitals back: every digit takes its place. */
function read(words: string): number {
  const [, whole = '', rest = ''] = /^(?:(.*)元)?(.*)$/.exec(words)!
  const digitOf = (letter: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(letter)
  const place: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let [sum, group, digit] = [0, 0, 0]
  for (const letter of whole) {
    if (letter === '万' || letter === '亿') {
      const scale = letter === '万' ? 10_000 : 100_000_000
      const inside = group + digit
      sum = inside ? sum + inside * scale : sum * scale
      group = digit = 0
    } else if (place[letter]) {
      group += digit * place[letter]
      digit = 0
    } else digit = digitOf(letter)
  }
  const cents = [...rest.matchAll(/(.)([角分])/g)].reduce(
    (all, [, n, unit]) => all + digitOf(n!) * (unit === '角' ? 10 : 1),
    0,
  )
  return (sum + group + digit) * 100 + cents
}

test('whatever sum is written in capitals is read back as that sum, without two zeros in a row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_99 }), (fen) => {
      const words = yuanInCapitals(fen)
      expect(read(words)).toBe(fen)
      expect(words).not.toMatch(/零零|零[万亿]/)
    }),
    { numRuns: 2000 },
  )
})

test('money in figures has cents where there are any; days are not padded', () => {
  expect([120_000, 30_053_430, 5, 0].map(yuanInFigures)).toEqual(['1200元', '300534.30元', '0.05元', '0元'])
  expect(dayInWords('2022-04-20')).toBe('2022年4月20日')
  expect(dayInWords('2022-12-01')).toBe('2022年12月1日')
})
