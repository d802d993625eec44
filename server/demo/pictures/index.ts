import sharp from 'sharp'
import { type Trade, trades } from '../../../catalog/standards/index.ts'
import type { Database } from '../../../platform/db.ts'
import { saveFile } from '../../../platform/files.ts'
import { drawing, type Moment } from './drawing.ts'

/** Hashes of the stored pictures, by what they show. */
export type PictureBook = Record<Moment, Record<Trade, readonly string[]>>

const kinds = Object.keys(trades) as Trade[]
const counts: Record<Moment, number> = { before: 2, after: 1 }
const names: Record<Moment, string> = { before: '处置前', after: '处置后' }

/** Draws the pictures of the demonstration, three a trade, and keeps them among the bureau's files. */
export async function storePictures(
  database: Database,
  tenant: string,
  dataDir: string,
  by: string,
): Promise<PictureBook> {
  return database.inTenant(tenant, async (tx) => {
    const keep = async (trade: Trade, moment: Moment, variant: number) => {
      const svg = Buffer.from(drawing(trade, moment, variant))
      const bytes = await sharp(svg).jpeg({ quality: 80 }).toBuffer()
      const name = `演示-${trades[trade]}-${names[moment]}-${variant + 1}.jpg`
      return (await saveFile(tx, dataDir, { name, bytes, by })).hash
    }
    return bookOf(keep)
  })
}

/** The book with whatever stands for a picture. */
export async function bookOf(
  picture: (trade: Trade, moment: Moment, variant: number) => Promise<string>,
): Promise<PictureBook> {
  const shelf = async (moment: Moment) => {
    const hashes = {} as Record<Trade, string[]>
    for (const [i, trade] of kinds.entries()) {
      hashes[trade] = []
      for (let n = 0; n < counts[moment]; n++) hashes[trade].push(await picture(trade, moment, i + n))
    }
    return hashes
  }
  return { before: await shelf('before'), after: await shelf('after') }
}
