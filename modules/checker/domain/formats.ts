/** What can be read: the ending of a file's name, and the word for such files. */
const formats: readonly (readonly [ending: string, word: string])[] = [['.txt', '文本文件']]

/** Endings, as a file chooser wants them. */
export const readable: readonly string[] = formats.map(([ending]) => ending)
export const readableWords: string = [...new Set(formats.map(([, word]) => word))].join('、')
