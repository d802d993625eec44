/** Why something cannot be done, told to the person who asked: what is so, and what is possible. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly sentence: string
  readonly details: Record<string, unknown>

  constructor(code: string, sentence: string, status: number, details: Record<string, unknown> = {}) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.sentence = sentence
    this.details = details
  }
}

type Details = Record<string, unknown>
type Kind = (code: string, sentence: string, details?: Details) => Refusal

const kind =
  (status: number): Kind =>
  (code, sentence, details) =>
    new Refusal(code, sentence, status, details)

/** A refusal to be thrown: `throw refuse('case.not-checked', '…', { status: 409 })`. Without a status it is 422. */
export const refuse = (code: string, sentence: string, more: { status?: number; details?: Details } = {}): Refusal =>
  new Refusal(code, sentence, more.status ?? 422, more.details)

/** 422: what was given cannot be right. */
export const invalid = kind(422)
/** 401: nobody has signed in. */
export const unauthenticated = kind(401)
/** 403: this person may not. */
export const forbidden = kind(403)
/** 404: there is no such thing, or none this person may see. */
export const notFound = kind(404)
/** 409: it cannot be done in the state things are in. */
export const conflict = kind(409)
/** 429: too often. */
export const tooMany = kind(429)
