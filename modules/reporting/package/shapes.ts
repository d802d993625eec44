import { z } from 'zod'
import { scoreAnswer } from '../../evaluation/contract.ts'
import { bodyView, figureView } from '../contract.ts'

// What lies in a data package, as its files say it.

export const FORMAT = 'chengji-package/1'

export const manifestShape = z.object({
  format: z.literal(FORMAT),
  tenant: z.string(),
  bureau: z.string(),
  publication: z.string(),
  document: z.string(),
  title: z.string(),
  period: z.string(),
  publishedAt: z.string(),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
  seal: z.object({ n: z.number(), at: z.string(), hash: z.string() }),
  snapshotHash: z.string(),
  publicHash: z.string(),
  /** SHA-256 of every other file. */
  files: z.record(z.string(), z.string()),
  /** How the hashes are made, a sentence each. */
  how: z.record(z.string(), z.string()),
})
export type Manifest = z.infer<typeof manifestShape>

/** The report without its figures. */
export const reportShape = bodyView.omit({ figures: true })
/** Figures name the project whose score they take; the scores lie apart, each once. */
export const figuresShape = z.array(figureView.omit({ score: true }).extend({ project: z.string().optional() }))
export const scoresShape = z.array(scoreAnswer)

export const rowsShape = z.array(
  z.object({
    number: z.string().nullable(),
    class: z.string(),
    street: z.string().nullable(),
    receivedOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    unit: z.string().nullable(),
    inTime: z.boolean().nullable(),
    on: z.string(),
    value: z.number(),
    amount: z.string().nullable(),
  }),
)
