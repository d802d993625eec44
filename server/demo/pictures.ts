import type { Trade } from '../../catalog/standards/index.ts'

/** Hashes of the stored pictures, by what they show. */
export interface PictureBook {
  before: Record<Trade, readonly string[]>
  after: Record<Trade, readonly string[]>
}
