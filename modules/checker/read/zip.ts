import { unzipSync, zipSync } from 'fflate'
import { limits } from './limits.ts'
import { Unreadable } from './reading.ts'

export type Entries = Record<string, Uint8Array>

/**
 * The parts of a packed document that are read: XML, no pictures, macros or embedded files. What a part says it unpacks
 * to is all the room it is given, so a packet that lies about it comes out cut off, never larger.
 */
export function unpacked(bytes: Uint8Array): { names: string[]; parts: Entries } {
  const names: string[] = []
  let size = 0
  const parts = opened(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        if (names.length > limits.entries) throw bomb(`内含 ${limits.entries} 个以上的部件`)
        if (!/\.(?:xml|rels)$/i.test(name) || /(?:^|\/)(?:media|embeddings|activeX|customXml)\//.test(name))
          return false
        size += originalSize
        if (size > limits.unpacked) throw bomb(`解开后超过 ${limits.unpacked / 2 ** 20} 兆`)
        return true
      },
    }),
  )
  return { names, parts }
}

/** The same parts again as a packet, for libraries that unpack by themselves. */
export const packed = (parts: Entries): Uint8Array => zipSync(parts, { level: 0 })

const bomb = (why: string) => new Unreadable('too-large', `这个文件${why}，不像一份报告，没有打开。`)

function opened<T>(open: () => T): T {
  try {
    return open()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('damaged', '文件已损坏，打不开；请重新保存或重新下载。')
  }
}

const OPEN = 0x3c
const CLOSE = 0x3e
const SLASH = 0x2f

/** Refuses XML with declarations of its own (entities that multiply) and elements nested beyond reason. */
export function checkXml(parts: Entries): void {
  for (const bytes of Object.values(parts)) {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (head.includes('<!DOCTYPE') || head.includes('<!ENTITY'))
      throw new Unreadable('damaged', '文件里有不该有的实体声明，为安全起见没有打开；请重新保存后再试。')
    checkDepth(bytes)
  }
}

function checkDepth(bytes: Uint8Array): void {
  let depth = 0
  for (let at = bytes.indexOf(OPEN); at >= 0; at = bytes.indexOf(OPEN, at + 1)) {
    const next = bytes[at + 1]
    if (next === SLASH) depth--
    else if (next !== 0x21 && next !== 0x3f) {
      const end = bytes.indexOf(CLOSE, at)
      if (end < 0) return
      if (bytes[end - 1] !== SLASH && ++depth > limits.depth) throw tooDeep()
    }
  }
}

export const tooDeep = () => new Unreadable('damaged', '文件里的层次套得太深，不像一份报告，没有打开。')
