import type { DefinedLedger, Field, Fields, ValueOf } from '../../ledger/index.ts'
import type { Block, Picture } from './blocks.ts'

type Name<F extends Fields> = keyof F & string
type Kind<F extends Fields, K extends keyof F> = F[K] extends Field<infer Of> ? Of : never
/** Fields whose values are words, figures or names. */
type Sayable<F extends Fields> = {
  [K in Name<F>]: Kind<F, K> extends 'photos' | 'files' | 'point' | 'ref'
    ? never
    : ValueOf[Kind<F, K>] extends Seen
      ? never
      : K
}[Name<F>]
type Money<F extends Fields> = { [K in Name<F>]: Kind<F, K> extends 'money' ? K : never }[Name<F>]
/** Values that hold the content hash of a stored picture. */
type Seen = { hash: string } | readonly { hash: string }[]
type Seeable<F extends Fields> = { [K in Name<F>]: ValueOf[Kind<F, K>] extends Seen ? K : never }[Name<F>]

/** What a paper is written from: the record as it was when the paper came to be, in words. */
export interface Told<F extends Fields, M extends string> {
  bureau: string
  /** The record's number. */
  number: string
  /** The move it came to be at, by whom, on which day (2022年4月20日), with what reason. */
  move: M
  by: string
  on: string
  reason: string
  has(field: Name<F>): boolean
  /** A value as it is kept, to choose by; nothing where the reader may not be told. */
  value<K extends Name<F>>(field: K): ValueOf[Kind<F, K>] | undefined
  /** A value in words: choices by their labels, units, people and what a code leads to by name, days as 2022年4月20日, money as 1200元. Nothing
   *  where nothing was filled in, ××× where the reader may not be told. */
  say(field: Sayable<F>): string
  /** Money in capitals: 壹仟贰佰元整. */
  capitals(field: Money<F>): string
  see(field: Seeable<F>): Picture[]
  /** The day on which a move was made last. */
  when(move: M): string
}

/** What the papers of a ledger are told. */
export type ToldOf<L> = L extends DefinedLedger<infer F, infer M> ? Told<F, M> : never

export interface PaperDeclaration<F extends Fields, M extends string> {
  id: string
  title: string
  /** The moves at which it comes to be; it is there as long as the latest of them has not been undone. */
  at: M | readonly M[]
  /** Where its number stands: `record` is the record's own. Left out, it has none. */
  number?: 'record' | Name<F>
  /** 主送, 当事人. */
  to?: (told: Told<F, M>) => string
  body: (told: Told<F, M>) => readonly Block[]
  /** Below it no bureau and no day: a form of the file. */
  unsigned?: true
  /** Below the signing: 送达, 签收, filled in by hand. */
  receipt?: (told: Told<F, M>) => readonly string[]
  /** 附注: what else the reader is to know, such as remedies and their terms. */
  notes?: (told: Told<F, M>) => readonly string[]
}

/** A paper as the module sees it: the declaration with its names widened. */
export interface Paper extends Omit<PaperDeclaration<Fields, string>, 'at'> {
  ledger: string
  at: readonly string[]
}

/** Declares a paper of a ledger. A field or move the ledger does not have does not compile. */
export const definePaper = <F extends Fields, M extends string>(
  ledger: DefinedLedger<F, M>,
  { at, ...declaration }: PaperDeclaration<NoInfer<F>, NoInfer<M>>,
): Paper => ({ ...(declaration as unknown as Omit<Paper, 'ledger' | 'at'>), ledger: ledger.id, at: [at].flat() })
