import { Parser } from 'htmlparser2'
import { readingOf } from './blocks.ts'
import { Container, closed, type OpenTable } from './container.ts'
import { limits } from './limits.ts'
import type { Reading } from './reading.ts'
import { tooDeep } from './zip.ts'

const silent = new Set('script style template noscript head iframe object svg math select button canvas'.split(' '))
const flowing = new Set(
  'a abbr b bdi big cite code em font i ins kbd label mark o:p q s small span strong sub sup time tt u var'.split(' '),
)
const widest = 200

/** A page of the web, or what an office program saved as one. Nothing it points to is fetched, nothing in it runs. */
export function readHtml(name: string, source: string): Reading {
  const page = new Page()
  const parser = new Parser(
    { onopentag: page.open, onclosetag: page.close, ontext: page.text },
    { decodeEntities: true },
  )
  parser.write(source)
  parser.end()
  return readingOf(name, page.done())
}

/** Keeps its own place in the tree: no call goes deeper than the one before. */
class Page {
  private readonly tables: OpenTable[] = []
  private readonly containers: Container[] = [new Container()]
  private readonly lists: string[] = []
  private depth = 0
  private hushed = 0

  private get here(): Container {
    return this.containers.at(-1) as Container
  }

  open = (tag: string, { colspan, rowspan }: Record<string, string>) => {
    if (++this.depth > limits.depth * 2) throw tooDeep()
    if (silent.has(tag)) this.hushed++
    if (this.hushed || flowing.has(tag)) return
    if (tag === 'ol' || tag === 'ul') this.lists.push(tag)
    this.here.flush(tag === 'li' && this.lists.at(-1) === 'ol' ? { autoNumbered: true } : {})
    if (tag === 'table') this.tables.push({ rows: [] })
    else if (tag === 'tr') this.tables.at(-1)?.rows.push([])
    else if (tag === 'td' || tag === 'th') this.cell(span(colspan), span(rowspan))
  }

  private cell(columns: number, rows: number) {
    const table = this.tables.at(-1)
    if (!table) return
    if (!table.rows.length) table.rows.push([])
    const content = new Container()
    table.rows.at(-1)?.push({ content, columns, rows })
    this.containers.push(content)
  }

  close = (tag: string) => {
    this.depth--
    if (silent.has(tag)) this.hushed = Math.max(0, this.hushed - 1)
    if (this.hushed || silent.has(tag) || flowing.has(tag)) return
    if (tag === 'ol' || tag === 'ul') this.lists.pop()
    this.here.flush()
    if ((tag === 'td' || tag === 'th') && this.tables.length && this.containers.length > 1) this.containers.pop()
    else if (tag === 'table') this.shut()
  }

  private shut() {
    const table = this.tables.pop()
    if (table) this.here.blocks.push(...closed(table))
  }

  text = (words: string) => {
    if (!this.hushed) this.here.add(words)
  }

  done() {
    while (this.tables.length) {
      if (this.containers.length > 1) this.containers.pop()
      this.shut()
    }
    this.here.flush()
    return this.here.blocks
  }
}

const span = (words: string | undefined) => Math.min(widest, Math.max(1, Number.parseInt(words ?? '', 10) || 1))

/** The encoding that the page names. */
export function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
}
