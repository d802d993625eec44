import { namesIn, type ReportDocument } from '../domain.ts'

/** Paragraphs in a bureau's own words, by their place: `5.2` is the third block of the sixth section. */
export type Edits = ReadonlyMap<string, string>

/** The declared words at a place that may be rewritten: a paragraph that does not change with its figures. */
export function editableAt(document: ReportDocument, place: string): string | undefined {
  const [section, at] = place.split('.').map(Number)
  const block = document.sections[section ?? -1]?.blocks[at ?? -1]
  return block && 'text' in block && !('unless' in block) ? block.text : undefined
}

const isWord = (name: string) => name === 'year' || name === 'bureau'
const figuresOf = (text: string) =>
  namesIn(text)
    .filter((name) => !isWord(name))
    .sort()
/** Whether a rewritten paragraph has the figures of the declared one, each as often: words are edited, figures are not. */
export const keepsFigures = (declared: string, text: string): boolean =>
  JSON.stringify(figuresOf(declared)) === JSON.stringify(figuresOf(text))

/** The document with its rewritten paragraphs. What no longer fits the declaration stays as declared. */
export const edited = (document: ReportDocument, edits: Edits): ReportDocument => ({
  ...document,
  sections: document.sections.map((section, s) => ({
    ...section,
    blocks: section.blocks.map((block, b) => {
      const place = `${s}.${b}`
      const [declared, text] = [editableAt(document, place), edits.get(place)]
      return declared !== undefined && text !== undefined && keepsFigures(declared, text) ? { text } : block
    }),
  })),
})
