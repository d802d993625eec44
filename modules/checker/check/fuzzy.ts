import type { Span } from '../read/reading.ts'
import { confusable } from './vocabulary/confusable.ts'

export interface Near extends Span {
  written: string
  right: string
  how: 'lost' | 'doubled' | 'swapped' | 'other'
  /** Where it differs from what is right. */
  differs: number
}

const isHan = (char: string | undefined) => char !== undefined && char >= '\u3400' && char <= '\u9fff'
/** 重庆市市容: the end of the name of a place. */
const places = new Set('市区县州省国街')
/** What may stand right behind a term without being part of another word. */
const goesOn = new Set('为是达的和与及较约共均由了在')

/** Signs a term is also written without: 存在的问题, 结转和结余, 网格化管理. */
const optional = new Set('的和与及化性类年度总等本全')

/** 2023年预算数, 全年执行数: the year of a figure is no 年初. */
const isOfYear = (text: string, at: number) => text[at] === '年' && /[\d全本上去当]/.test(text[at - 1] ?? '')

/** By the codes of one or two characters. */
type Rows = Map<number, string[]>
const add = (rows: Rows, key: number, term: string) => rows.set(key, [...(rows.get(key) ?? []), term])
const pairAt = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

/** Finds known terms in which one character was lost, doubled, swapped or mistyped. One pass over the text. */
export class NearTerms {
  private readonly byFirst: Rows = new Map()
  /** By their first two characters: most places of a text are settled by that. */
  private readonly byPair: Rows = new Map()
  /** By their second and third. */
  private readonly headless: Rows = new Map()
  private readonly right: ReadonlySet<string>

  constructor(terms: readonly string[], alsoRight: ReadonlySet<string> = new Set()) {
    for (const term of [...terms].sort((one, other) => other.length - one.length)) {
      add(this.byFirst, term.charCodeAt(0), term)
      add(this.byPair, pairAt(term, 0), term)
      add(this.headless, pairAt(term, 1), term)
    }
    this.right = new Set([...alsoRight, ...terms])
  }

  in(text: string): Near[] {
    const found: Near[] = []
    for (let at = 0; at < text.length; at++) {
      if (!isHan(text[at]) || isOfYear(text, at)) continue
      const inWord = at > 0 && isHan(text[at - 1])
      const pair = pairAt(text, at)
      const row = inWord ? this.byPair.get(pair) : this.byFirst.get(text.charCodeAt(at))
      const near = (row && this.nearIn(text, at, row)) ?? (inWord ? this.firstMistyped(text, at, pair) : undefined)
      if (near && !this.right.has(near.written) && !this.isPartOfRight(text, near)) found.push(near)
    }
    return found
  }

  private nearIn(text: string, at: number, row: readonly string[]): Near | undefined {
    // The right word may be the beginning of a longer one that is wrong: 城市管理 of 城市管理和合执法局.
    const whole = row.find((term) => text.startsWith(term, at))?.length ?? 0
    for (const term of row) {
      const near = term.length > whole + 1 ? nearAt(text, at, term) : undefined
      if (near && !this.right.has(near.written)) return near
    }
    return undefined
  }

  /** 工示牌. */
  private firstMistyped(text: string, at: number, pair: number): Near | undefined {
    const is = text[at - 1] as string
    const term = this.headless
      .get(pair)
      ?.find((one) => one[0] !== is && confusable(one[0] as string, is) && text.startsWith(one.slice(1), at))
    if (!term) return undefined
    const end = at - 1 + term.length
    return { start: at - 1, end, written: text.slice(at - 1, end), right: term, how: 'other', differs: at - 1 }
  }

  /** 管理理念 is no slip of 管理: what looks doubled may be the end of one word and the beginning of the next. */
  private isPartOfRight(text: string, { start, end, differs }: Near): boolean {
    for (let from = start + 1; from <= differs; from++) {
      const row = this.byFirst.get(text.charCodeAt(from))
      if (row?.some((term) => from + term.length > end && text.startsWith(term, from))) return true
    }
    return false
  }
}

function nearAt(text: string, at: number, term: string): Near | undefined {
  let same = 1
  while (same < term.length && text[at + same] === term[same]) same++
  if (same === term.length || (same === 1 && isHan(text[at - 1]))) return undefined
  const rest = (skip: number, more: number) => text.startsWith(term.slice(same + skip), at + same + more)
  const near = (how: Near['how'], length: number): Near => ({
    start: at,
    end: at + length,
    written: text.slice(at, at + length),
    right: term,
    how,
    differs: at + same - (how === 'lost' ? 1 : 0),
  })
  const [is, next] = [text[at + same], text[at + same + 1]]
  if (!isHan(is)) return undefined
  const length = term.length
  if (
    length >= 5 &&
    same < length - 1 &&
    !optional.has(term[same] as string) &&
    rest(1, 0) &&
    tailEnds(text, at + length - 1, length - same)
  )
    return near('lost', length - 1)
  if (length > 3 && is === term[same - 1] && rest(0, 1) && !(same === 1 && places.has(is as string)))
    return near('doubled', length + 1)
  if (length > 3 && same < length - 1 && is === term[same + 1] && next === term[same] && rest(2, 2))
    return near('swapped', length)
  if (length === 3 && same > 1) return undefined
  if (same === length - 1 && isHan(text[at + length]) && !goesOn.has(text[at + length] as string)) return undefined
  if (rest(1, 1) && same >= 1 && confusable(term[same] as string, is as string)) return near('other', length)
  return undefined
}

/** Where only one character of the term stands behind the gap, it could be the beginning of another word. */
function tailEnds(text: string, end: number, left: number): boolean {
  return left > 2 || !isHan(text[end]) || goesOn.has(text[end] as string)
}
