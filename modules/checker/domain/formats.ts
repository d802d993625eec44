/** What can be read: the ending of a file's name, and the word for such files. */
const formats: readonly (readonly [ending: string, word: string])[] = [
  ['.docx', 'Word 文件'],
  ['.doc', 'Word 文件'],
  ['.pdf', 'PDF 文件'],
  ['.xlsx', 'Excel 工作簿'],
  ['.xls', 'Excel 工作簿'],
  ['.html', '网页'],
  ['.htm', '网页'],
  ['.md', '文本文件'],
  ['.txt', '文本文件'],
]

/** Endings, as a file chooser wants them. */
export const readable: readonly string[] = formats.map(([ending]) => ending)
export const readableWords: string = [...new Set(formats.map(([, word]) => word))].join('、')
/** The word for files of an ending: .docx → Word 文件. */
export const wordOf = (ending: string): string | undefined => formats.find(([one]) => one === ending)?.[1]
