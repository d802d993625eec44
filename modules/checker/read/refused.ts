import { limits } from './limits.ts'
import { Unreadable } from './reading.ts'

export const empty = () => new Unreadable('empty', '文件是空的，没有可检查的内容。')
/** Its name promises what the bytes are not. */
export const notWhatItSays = (what: string) =>
  new Unreadable('damaged', `不是 ${what}，或已损坏，读不出来；请用原来的软件打开后重新保存。`)
export const tooLarge = () =>
  new Unreadable('too-large', `文件超过 ${limits.bytes / 2 ** 20} 兆，读不了；请压缩其中的图片，或拆成几个文件。`)
