import type { ScoreAnswer } from '../contract.ts'

/** A file somebody attached. The hash is the SHA-256 of its content. */
export interface AnnexFile {
  hash: string
  name: string
  /** Bytes. */
  size: number
}
/** A scored item, and what stands behind it. */
export interface AnnexLine {
  name: string
  actual: string
  weight: string
  points: string
  /** 台账, 支付, 调查, 计算, 手填. */
  kind: string
  /** In words: the metric and what it counts of, the survey with its interval, the formula with its inputs, the reason. */
  source: string
  /** How many entries; null where no ledger was asked. */
  entries: number | null
  files: readonly AnnexFile[]
}
export interface AnnexPart extends Pick<ScoreAnswer, 'project' | 'name' | 'total' | 'grade' | 'deductions'> {
  scheme: string
  lines: readonly AnnexLine[]
}
/** 佐证材料 of a year: of one project, or of all that are scored. */
export interface Annex {
  year: number
  /** Counted as of this seal; as things stand now when null. */
  seal: { n: number; at: string; hash: string } | null
  parts: readonly AnnexPart[]
}
