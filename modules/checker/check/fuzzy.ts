import type { Span } from '../read/reading.ts'
import { confusable } from './vocabulary/confusable.ts'

export interface Near extends Span {
  written: string
  right: string
  how: 'lost' | 'doubled' | 'swapped' | 'other'
}

const isHan = (char: string | undefined) => char !== undefined && /\p{Script=Han}/u.test(char)
/** 重庆市市容: the end of the name of a place. */
const places = new Set('市区县州省国街')
/** What may stand right behind a term without being part of another word. */
const goesOn = new Set('为是达的和与及较约共均由')

/** Signs a term is also written without: 存在的问题, 结转和结余, 网格化管理. */
const optional = new Set('的和与及化性类年度总等本全')

/** Finds known terms in which one character was lost, doubled, swapped or mistyped. One pass over the text. */
export class NearTerms {
  private readonly byFirst = new Map<string, string[]>()
  private readonly right: ReadonlySet<string>

  constructor(terms: readonly string[], alsoRight: ReadonlySet<string> = new Set()) {
    for (const term of terms) {
      const first = term[0] as string
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), term])
    }
    for (const row of this.byFirst.values()) row.sort((one, other) => other.length - one.length)
    this.right = new Set([...alsoRight, ...terms])
  }

  in(text: string): Near[] {
    const found: Near[] = []
    for (let at = 0; at < text.length; at++) {
      const row = this.byFirst.get(text[at] as string)
      if (!row) continue
      // The right word may be the beginning of a longer one that is wrong: 城市管理 of 城市管理和合执法局.
      const whole = row.find((term) => text.startsWith(term, at))?.length ?? 0
      const near = row
        .filter((term) => term.length > whole + 1)
        .map((term) => nearAt(text, at, term))
        .find((one) => one && !this.right.has(one.written))
      if (near && !this.isPartOfRight(text, near)) found.push(near)
    }
    return found
  }

  /** 管理理念 is no slip of 管理: what looks doubled may be the end of one word and the beginning of the next. */
  private isPartOfRight(text: string, { start, end }: Near): boolean {
    for (let from = start + 1; from < end; from++) {
      const row = this.byFirst.get(text[from] as string)
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
  if (is === term[same - 1] && rest(0, 1) && !(same === 1 && places.has(is as string)))
    return near('doubled', length + 1)
  if (same < length - 1 && is === term[same + 1] && next === term[same] && rest(2, 2)) return near('swapped', length)
  if (rest(1, 1) && same >= 1 && confusable(term[same] as string, is as string)) return near('other', length)
  return undefined
}

/** Where only one character of the term stands behind the gap, it could be the beginning of another word. */
function tailEnds(text: string, end: number, left: number): boolean {
  return left > 2 || !isHan(text[end]) || goesOn.has(text[end] as string)
}
