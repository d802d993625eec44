const up = /(?:增加|增长|上升|提高|多出?|净增)了?$/
const down = /(?:减少|下降|降低|压减|节约|少|净减)了?$/

/** Whether the words in front of a figure say that something grew (1) or shrank (-1) by it. */
export const changeOf = (words: string): -1 | 0 | 1 => (up.test(words) ? 1 : down.test(words) ? -1 : 0)
