import { type Field, type Fields, type KeyNames, keyLabel, type Ledger, type Moment } from '../../ledger/index.ts'
import { type Limit, limitText } from '../../org/index.ts'
import type { Block, Picture } from './blocks.ts'
import type { Paper, Told } from './declare.ts'
import { dayInWords, momentInWords, yuanInCapitals, yuanInFigures } from './words.ts'

/** A paper as it is read: nothing in it asks the record again. */
export interface Written {
  bureau: string
  title: string
  number: string
  to: string
  blocks: readonly Block[]
  /** The day below the bureau's name; nothing on a form of the file. */
  on: string
  receipt: readonly string[]
  notes: readonly string[]
  /** On a page laid on its side, for wide tables. */
  isLying?: true
}
export interface Names {
  unitName(unit: string): string
  personName(person: string): string
  /** What the codes of other ledgers' records are called. */
  codes?: KeyNames
}
/** Who writes it, and what things are called there. */
export interface Scene {
  ledger: Ledger
  moment: Moment
  bureau: string
  names: Names
}

/** The moment at which a paper of the record came to be, or undefined. Moments are those that stand, the oldest first. */
export const momentOf = (paper: Paper, moments: readonly Moment[]): Moment | undefined =>
  moments.findLast(({ move }) => paper.at.includes(move))

/** Stands for what this reader may not be told. */
const kept = '×××'

const sayings: Partial<Record<Field['kind'], (value: never, field: Field, names: Names) => string>> = {
  choice: (value: string, { options }) => options?.find((option) => option.value === value)?.label ?? value,
  date: dayInWords,
  integer: (value: number, { measure = '' }) => `${value}${measure}`,
  quantity: (value: number, { measure = '' }) => `${value / 1000}${measure}`,
  money: yuanInFigures,
  yes: (value: boolean) => (value ? '是' : '否'),
  unit: (value: string, _, names) => names.unitName(value),
  person: (value: string, _, names) => names.personName(value),
  key: (value: string, field, { codes = new Map() }) => keyLabel(field, value, codes),
  limit: (value: Limit) => limitText(value),
}

const picturesOf = (value: unknown): Picture[] =>
  ([value ?? []].flat() as Picture[]).map(({ hash, note }) => ({ hash, ...(note ? { note } : {}) }))

/** The record's values as its papers say them. */
export function toldOf({ ledger, moment, bureau, names }: Scene): Told<Fields, string> {
  const { data, untold, by } = moment
  const say = (name: string): string => {
    if (untold.has(name)) return kept
    const [field, value] = [ledger.fields[name]!, data[name]]
    if (value === undefined) return ''
    return sayings[field.kind]?.(value as never, field, names) ?? String(value)
  }
  return {
    bureau,
    number: moment.number ?? '',
    move: moment.move,
    by: names.personName(moment.person),
    on: momentInWords(moment.at),
    reason: moment.reason ?? '',
    say,
    has: (name) => untold.has(name) || name in data,
    value: (name) => data[name] as never,
    capitals: (name) => (typeof data[name] === 'number' ? yuanInCapitals(data[name]) : say(name)),
    see: (name) => picturesOf(data[name]),
    when: (move) => (by[move] ? momentInWords(by[move].at) : ''),
  }
}

/** A long answer of several lines becomes as many paragraphs. */
const inParagraphs = (block: Block): Block[] =>
  block.kind === 'text' ? block.text.split(/\n+/).map((text) => ({ ...block, text: text.trim() })) : [block]

const numberOf = ({ number }: Paper, told: Told<Fields, string>): string => {
  if (number === undefined) return ''
  return number === 'record' ? told.number : told.say(number as never)
}

/** Writes a paper as its record was at the moment. Pure. */
export function write(paper: Paper, scene: Scene): Written {
  const told = toldOf(scene)
  return {
    bureau: scene.bureau,
    title: paper.title,
    number: numberOf(paper, told),
    to: paper.to?.(told) ?? '',
    blocks: paper.body(told).flatMap(inParagraphs),
    on: paper.unsigned ? '' : told.on,
    receipt: paper.receipt?.(told) ?? [],
    notes: paper.notes?.(told) ?? [],
  }
}

/** Every picture a paper shows, wherever it stands. */
export const picturesIn = ({ blocks }: Written): Picture[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'pictures') return block.pictures
    return block.kind === 'table' ? block.rows.flat().flatMap(({ pictures = [] }) => pictures) : []
  })
