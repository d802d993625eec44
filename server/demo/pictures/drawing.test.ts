import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Trade, trades } from '../../../catalog/standards/index.ts'
import { drawing } from './drawing.ts'

test('a picture says that it is a demonstration without asking the machine for a font', () => {
  for (const trade of Object.keys(trades) as Trade[]) expect(drawing(trade, 'before', 0)).not.toContain('<text')
})

test('before and after can be told apart for every trade', async () => {
  for (const trade of Object.keys(trades) as Trade[]) {
    const pixels = (moment: 'before' | 'after') =>
      sharp(Buffer.from(drawing(trade, moment, 1)))
        .raw()
        .toBuffer()
    const [before, after] = [await pixels('before'), await pixels('after')]
    const changed = before.filter((value, i) => Math.abs(value - after[i]!) > 40).length
    expect(changed, trade).toBeGreaterThan(3000)
  }
})
