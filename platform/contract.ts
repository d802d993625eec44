import type { output, ZodType } from 'zod'

/**
 * One address of the API: what goes in, what comes out, who may. A module's `contract.ts` is made of these; the server
 * serves them (`serve`), screens call them, the API page is drawn from them. Knows nothing of the server.
 */
export interface Endpoint<
  P extends ZodType = ZodType,
  Q extends ZodType = ZodType,
  B extends ZodType = ZodType,
  A extends ZodType = ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With names for what varies: `/api/org/calendar/:day`. */
  url: string
  /** `public`, `signed-in`, or a permission somebody holds: `org.manage`. */
  permission: string
  /** The group it stands in on the API page, and what it does in one sentence. */
  tag: string
  summary: string
  params?: P
  query?: Q
  body?: B
  answer?: A
  /** Of a good answer; 200 when left out, 204 without an answer. */
  status?: number
}

/** Keeps the types of what goes in and out. */
export const endpoint = <
  P extends ZodType = ZodType<unknown>,
  Q extends ZodType = ZodType<unknown>,
  B extends ZodType = ZodType<unknown>,
  A extends ZodType = ZodType<void>,
>(
  declared: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> => declared

// biome-ignore lint/suspicious/noExplicitAny: any endpoint, whatever goes in and out
export type AnyEndpoint = Endpoint<any, any, any, any>
export type ParamsOf<E> = E extends Endpoint<infer P, ZodType, ZodType, ZodType> ? output<P> : never
export type QueryOf<E> = E extends Endpoint<ZodType, infer Q, ZodType, ZodType> ? output<Q> : never
export type BodyOf<E> = E extends Endpoint<ZodType, ZodType, infer B, ZodType> ? output<B> : never
export type AnswerOf<E> = E extends Endpoint<ZodType, ZodType, ZodType, infer A> ? output<A> : never
