import type { RenderedBlock, RenderedSection } from '../domain.ts'

/** Stands where somebody has yet to write. */
const UNFINISHED = '待填写'

const wordsOf = (block: RenderedBlock): string => {
  if (block.kind === 'sub') return block.text
  const pieces = block.kind === 'text' ? block.pieces : block.rows.flat(2)
  return pieces.filter((piece) => typeof piece === 'string').join('')
}

/** Where somebody has yet to write, one sentence for each paragraph. */
export const unfinishedIn = (sections: readonly RenderedSection[]): string[] =>
  sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block, at) => {
      if (!wordsOf(block).includes(UNFINISHED)) return []
      const sub = blocks.slice(0, at).findLast(({ kind }) => kind === 'sub')
      const place = [heading || '开头', ...(sub ? [wordsOf(sub)] : [])].map((one) => `“${one}”`).join('的')
      return [`${place}还有“${UNFINISHED}”的段落。`]
    }),
  )
