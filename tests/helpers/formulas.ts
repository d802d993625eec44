import { Decimal } from 'decimal.js'
import { readXlsx } from 'hucre/xlsx'

// A few words of the language of spreadsheets, to compute again what a file says its formulas give.

export type Given = number | string | null
export interface Sheet {
  name: string
  /** What each cell holds, by its address. */
  values: ReadonlyMap<string, Given>
  formulas: ReadonlyMap<string, string>
}

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)

/** The sheets of a workbook as a spreadsheet keeps them. */
export async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const book = await readXlsx(new Uint8Array(bytes), {})
  return book.sheets.map(({ name, rows, cells }) => {
    const values = new Map<string, Given>()
    for (const [y, row] of rows.entries())
      for (const [x, value] of row.entries()) values.set(`${letterOf(x)}${y + 1}`, value as Given)
    const formulas = new Map<string, string>()
    for (const [at, { formula }] of cells ?? []) {
      const [y, x] = at.split(',').map(Number) as [number, number]
      if (formula) formulas.set(`${letterOf(x)}${y + 1}`, formula)
    }
    return { name, values, formulas }
  })
}

/** As spreadsheets round: half away from zero, of the fifteen digits they keep. */
const rounded = (value: number, places: number): number =>
  new Decimal(value.toPrecision(15)).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber()

type Seen = Given | Given[]
const numbersIn = (seen: readonly Seen[]) => seen.flat().filter((one): one is number => typeof one === 'number')
const functions: Record<string, (...seen: Seen[]) => Given | boolean> = {
  MIN: (...seen) => Math.min(...numbersIn(seen)),
  MAX: (...seen) => Math.max(...numbersIn(seen)),
  SUM: (...seen) => numbersIn(seen).reduce((sum, one) => sum + one, 0),
  ROUND: (value, places) => rounded(value as number, places as number),
  ISNUMBER: (value) => typeof value === 'number',
}
const rangeOf = (from: string, to: string): string[] => {
  const [start, end] = [from, to].map((one) => Number(/\d+/.exec(one)![0])) as [number, number]
  const column = /[A-Z]+/.exec(from)![0]
  if (!to.startsWith(column)) throw new Error(`${from}:${to} is more than one column`)
  return Array.from({ length: end - start + 1 }, (_, i) => `${column}${start + i}`)
}
const words = /"[^"]*"|<=|>=|<>|[-+*/(),=<>:]|[A-Z]+(?=\()|[A-Z]+\d+|\d+(?:\.\d+)?/g

/** What a formula gives, with the cells as `said`. Only what is asked for is computed, as IF has it. */
export function evaluate(formula: string, said: (address: string) => Given): Given {
  const tokens = formula.match(words) ?? []
  let at = 0
  const take = (word?: string) => {
    const token = tokens[at++]
    if (token === undefined || (word && token !== word)) throw new Error(`${word} is missing in ${formula}`)
    return token
  }
  const number = (value: unknown) => (value === null || value === '' ? 0 : (value as number))
  const args = (): (() => Seen)[] => {
    take('(')
    const found = []
    do {
      const from = at
      skip()
      const to = at
      found.push(() => {
        const back = at
        at = from
        const value = compared()
        if (at !== to) throw new Error(`not understood in ${formula}: ${tokens.slice(at, to).join(' ')}`)
        at = back
        return value as Seen
      })
    } while (tokens[at] === ',' && take())
    take(')')
    return found
  }
  /** To the end of an argument. */
  const skip = () => {
    for (let depth = 0; at < tokens.length; at++) {
      if (!depth && (tokens[at] === ',' || tokens[at] === ')')) return
      depth += tokens[at] === '(' ? 1 : tokens[at] === ')' ? -1 : 0
    }
  }
  const one = (): unknown => {
    const token = take()
    if (token === '(') {
      const inside = compared()
      take(')')
      return inside
    }
    if (token === '-') return -number(one())
    if (token.startsWith('"')) return token.slice(1, -1)
    if (/^\d/.test(token)) return Number(token)
    if (tokens[at] === '(') {
      const given = args()
      if (token === 'IF') return given[0]!() ? given[1]!() : given[2]!()
      const known = functions[token]
      if (!known) throw new Error(`${token} is not known`)
      return known(...given.map((give) => give()))
    }
    return tokens[at] === ':' && take() ? rangeOf(token, take()).map(said) : said(token)
  }
  const product = (): unknown => {
    let value = one()
    while (tokens[at] === '*' || tokens[at] === '/') {
      const times = take() === '*'
      const other = number(one())
      value = times ? number(value) * other : number(value) / other
    }
    return value
  }
  const sum = (): unknown => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '-') {
      const plus = take() === '+'
      const other = number(product())
      value = plus ? number(value) + other : number(value) - other
    }
    return value
  }
  const compared = (): unknown => {
    const value = sum()
    const sign = tokens[at]
    if (!sign || !/^(<=|>=|<>|[=<>])$/.test(sign)) return value
    take()
    const [left, right] = [number(value), number(sum())]
    if (sign === '<=') return left <= right
    if (sign === '>=') return left >= right
    if (sign === '<>') return left !== right
    return sign === '=' ? left === right : sign === '<' ? left < right : left > right
  }
  const value = compared()
  if (at !== tokens.length) throw new Error(`not understood: ${tokens.slice(at).join(' ')}`)
  return value as Given
}

/** Computes every formula of a sheet again from the cells that have none; `changed` are cells somebody typed over. */
export function recomputed(
  { values, formulas }: Sheet,
  changed: Readonly<Record<string, Given>> = {},
): Map<string, Given> {
  const found = new Map<string, Given>()
  const said = (address: string): Given => {
    if (address in changed) return changed[address]!
    const formula = formulas.get(address)
    if (formula === undefined) return values.get(address) ?? null
    if (!found.has(address)) found.set(address, evaluate(formula, said))
    return found.get(address)!
  }
  for (const address of formulas.keys()) said(address)
  return found
}
