import type { NumberStyle } from '../understand/headings.ts'
import type { Understanding } from '../understand/index.ts'
import { type Family, families, ranks, signsOf } from './marks.ts'
import { alike, closing, hasBody, isTitle } from './titles.ts'

export interface Numbered {
  line: number
  family: Family
  style: NumberStyle
  number: number
  text: string
}

/** What is wrong with the number of a heading. `between` are the titles without a number that stand where one is missing. */
export type Fault =
  | {
      fault: 'missing'
      at: Numbered
      after?: Numbered
      instead?: Numbered
      from: number
      to: number
      between: number[]
    }
  | { fault: 'mixed'; at: Numbered; after: Numbered }
  | { fault: 'doubled' | 'backwards'; at: Numbered; after: Numbered }
  | { fault: 'inverted'; at: Numbered; under: Numbered }
  | { fault: 'unnumbered'; line: number; after: Numbered; number: number }

/** A row of headings whose numbers run on. */
export interface Row {
  first: Numbered
  last: Numbered
  count: number
}

/** Rows that end with the chapters every form ends with. */
const chapters = new Set<Family>(['一、', '（一）'])

interface Frame extends Row {
  family: Family
  faulty: boolean
  /** Titles without a number since the last of the row. */
  loose: number[]
  /** Those of them that look like its brothers; told only when the row ends without counting them. */
  brothers: number[]
  /** A word processor numbered something since: no gap is certain. */
  auto: boolean
}

export interface Outline {
  faults: Fault[]
  /** Rows of two and more in which nothing is wrong. */
  rows: Row[]
}
const walked = new WeakMap<Understanding, Outline>()

/** Where the numbers of the headings run on and where they do not. Several rules ask; the document is walked once. */
export function outlineOf(doc: Understanding): Outline {
  const known = walked.get(doc) ?? walk(doc)
  walked.set(doc, known)
  return known
}

function walk(doc: Understanding): Outline {
  const walk = new Walk(doc)
  const headings = new Map(doc.headings.map((heading) => [heading.line, heading]))
  doc.folded.lines.forEach((line, index) => {
    if (line.cell) return
    const heading = headings.get(index)
    const family = heading?.style && families[heading.style]
    // 附件：1.… opens a row, though its number stands behind the word.
    const annex = /^附[件表][：:]1[.．、](.*)/.exec(doc.line(index))
    if (annex) walk.numbered({ line: index, family: '1.', style: '1.', number: 1, text: annex[1] ?? '' })
    else if (line.autoNumbered) walk.auto()
    else if (heading?.style && family && heading.number)
      walk.numbered({ line: index, family, style: heading.style, number: heading.number, text: heading.text })
    else if (heading?.style !== '一是') walk.loose(index)
  })
  return walk.end()
}

class Walk {
  private readonly faults: Fault[] = []
  private readonly rows: Row[] = []
  private mixed = false
  private frames: Frame[] = []
  private readonly ended = new Map<Family, number>()
  private readonly doc: Understanding
  constructor(doc: Understanding) {
    this.doc = doc
  }

  auto() {
    for (const frame of this.frames) frame.auto = true
  }

  numbered(at: Numbered) {
    const { frames } = this
    const own = frames.map(({ family }, index) => (family === at.family ? index : -1)).filter((index) => index >= 0)
    const next = own.findLast((index) => (frames[index] as Frame).last.number + 1 === at.number)
    const deepest = own.at(-1)
    if (next !== undefined) this.goOn(next, at)
    else if (at.number === 1) this.begin(at, deepest)
    else if (deepest !== undefined) this.stray(deepest, at)
    else this.beginLate(at)
  }

  private goOn(index: number, at: Numbered) {
    this.upTo(index)
    const frame = this.frames[index] as Frame
    if (frame.last.style !== at.style && !this.mixed) {
      this.mixed = true
      this.faults.push({ fault: 'mixed', at, after: frame.last })
      frame.faulty = true
    }
    Object.assign(frame, { last: at, count: frame.count + 1, loose: [], brothers: [], auto: false })
  }

  private upTo(index: number) {
    for (const frame of this.frames.slice(index + 1)) this.close(frame)
    this.frames.length = index + 1
  }

  private close({ family, first, last, count, brothers, faulty }: Frame) {
    this.ended.set(family, last.number)
    if (count > 1 && !faulty && !brothers.length) this.rows.push({ first, last, count })
    brothers.forEach((line, at) => {
      this.faults.push({ fault: 'unnumbered', line, after: last, number: last.number + 1 + at })
    })
  }

  /** To be called when the document ends. */
  end(): Outline {
    this.upTo(-1)
    return { faults: this.withoutTables(), rows: this.rows }
  }

  /** Rows of a table that was read as lines (一、财政拨款收入 beside 一、一般公共服务支出) repeat each number. */
  private withoutTables(): Fault[] {
    const isShort = (fault: Fault) => 'at' in fault && fault.at.text.length <= 24 && !/[。；，]/.test(fault.at.text)
    const twice = this.faults.filter((fault) => fault.fault === 'doubled' && isShort(fault))
    const amounts = twice.filter((fault) => 'at' in fault && /收入|支出|拨款/.test(fault.at.text))
    if (twice.length < 3 && amounts.length < 2) return this.faults
    const families = new Set(twice.flatMap((fault) => ('at' in fault ? [fault.at.family] : [])))
    return this.faults.filter((fault) => !('at' in fault && families.has(fault.at.family) && isShort(fault)))
  }

  private begin(at: Numbered, own: number | undefined) {
    const top = this.frames.at(-1)
    if (own === undefined) {
      if (top && ranks[at.family] < ranks[top.family] && this.adjacent(top.last, at))
        this.faults.push({ fault: 'inverted', at, under: top.last })
      return this.push(at)
    }
    const frame = this.frames[own] as Frame
    if (top && top !== frame && this.adjacent(top.last, at) && ranks[at.family] < ranks[top.family]) {
      this.faults.push({ fault: 'inverted', at, under: top.last })
      return this.push(at)
    }
    if (frame.last.number === 1 && frame.loose.length === 0 && !frame.auto && frame.last.text !== at.text)
      this.faults.push({ fault: 'doubled', at, after: frame.last })
    this.headed(at, this.frames[own - 1])
    this.restart(own, at)
  }

  /** A row of lower rank begins anew right under a title: the title is one of the row above. */
  private headed(at: Numbered, above: Frame | undefined) {
    const line = at.line - 1
    // Items that are whole sentences have no titles for brothers.
    if (
      !above ||
      above.auto ||
      above.count < 2 ||
      /。$|.{40}/.test(above.last.text) ||
      above.brothers.includes(line) ||
      !above.loose.includes(line)
    )
      return
    if (isTitle(this.doc, line) && this.doc.line(line).length <= 24) above.brothers.push(line)
  }

  private restart(index: number, at: Numbered) {
    this.upTo(index - 1)
    this.push(at)
  }

  private push(at: Numbered) {
    this.frames.push({
      family: at.family,
      first: at,
      last: at,
      count: 1,
      loose: [],
      brothers: [],
      auto: false,
      faulty: at.number !== 1,
    })
  }

  private stray(index: number, at: Numbered) {
    const frame = this.frames[index] as Frame
    const { last, loose, auto } = frame
    if (at.number > last.number && !auto) this.missing(at, last, loose)
    else if (at.number === last.number && last.text !== at.text) this.faults.push({ fault: 'doubled', at, after: last })
    else if (at.number < last.number && !loose.length && !auto)
      this.faults.push({ fault: 'backwards', at, after: last })
    frame.faulty = true
    this.goOn(index, at)
  }

  private missing(at: Numbered, after: Numbered | undefined, loose: readonly number[], instead?: Numbered) {
    const from = (after?.number ?? 0) + 1
    const to = at.number - 1
    if (this.standWithin(at, after, from, to) || this.mayStand(at, after, from)) return
    const between = loose.filter((line) => isTitle(this.doc, line))
    this.faults.push({
      fault: 'missing',
      at,
      ...(after ? { after } : {}),
      ...(instead ? { instead } : {}),
      from,
      to,
      between: between.slice(-(to - from + 1)),
    })
  }

  /** The numbers stand in the middle of a line: …标准。（八）负责…; of parts anywhere, for a table of contents names them. */
  private standWithin(at: Numbered, after: Numbered | undefined, from: number, to: number): boolean {
    if (to - from > 5) return false
    const { text, lines } = this.doc.folded
    const whole = at.family === '第一'
    const begins = after?.line ?? this.frames.at(-1)?.last.line ?? at.line
    const words = whole ? text : text.slice(lines[begins]?.start ?? 0, lines[at.line]?.start ?? 0)
    for (let number = from; number <= to; number++) {
      const [open, sign, close] = signsOf(at.family, number)
      if (!new RegExp(`${whole ? '' : '[。；;：:”）)\\s]'}${open}${sign}${close}`).test(words)) return false
    }
    return true
  }

  /** 1.24条街巷…: a line that begins with the number and a figure right behind it may well be the one. */
  private mayStand(at: Numbered, after: Numbered | undefined, number: number): boolean {
    if (at.family !== '1.') return false
    const begins = after?.line ?? this.frames.at(-1)?.last.line ?? at.line
    const pattern = new RegExp(`^${number}[.．]\\d`)
    for (let line = begins + 1; line < at.line; line++)
      if (!this.doc.folded.lines[line]?.cell && pattern.test(this.doc.line(line))) return true
    return false
  }

  private beginLate(at: Numbered) {
    const top = this.frames.at(-1)
    const continues = this.ended.get(at.family) === at.number - 1
    // 1、 where 一、 should stand: the row began with the sign of a lower one.
    const lower = this.frames.find(({ family, count }) => ranks[family] > ranks[at.family] && count === 1)
    const instead = at.number === 2 && lower?.first.number === 1 ? lower.first : undefined
    if (!continues && !top?.auto && at.number <= 12) this.missing(at, undefined, top?.loose ?? [], instead)
    this.push(at)
  }

  /** A line without a number: it may be a title whose number was forgotten. */
  loose(line: number) {
    if (isTitle(this.doc, line)) this.forgotten(line)
    for (const frame of this.frames) frame.loose.push(line)
  }

  private forgotten(line: number) {
    const words = this.doc.line(line)
    const brother = this.frames.findLast(
      (frame) =>
        !frame.auto &&
        hasBody(this.doc, frame.last.line, line) &&
        (alike(frame.last.text, words) || (chapters.has(frame.family) && frame.count > 1 && closing.test(words))),
    )
    if (brother) brother.brothers.push(line)
    else this.alone(line)
  }

  /** （一） without （二）: titles that follow its text are its missing brothers. */
  private alone(line: number) {
    const frame = this.frames.at(-1)
    if (/。$/.test(this.doc.line(line)) && this.doc.line(line).length > 22) return
    if (!frame || this.frames.length < 2 || frame.auto || frame.count > 1 || frame.last.number !== 1) return
    const { last, brothers } = frame
    if (last.text.length > 20 || isTitle(this.doc, last.line + 1) || !hasBody(this.doc, last.line, line)) return
    brothers.push(line)
  }

  private adjacent(one: Numbered, other: Numbered): boolean {
    return other.line === one.line + 1
  }
}
