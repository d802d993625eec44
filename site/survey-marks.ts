import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Survey } from '../modules/evaluation/index.ts'
import { sameSecret } from '../platform/auth.ts'

const deviceCookie = 'chengji_survey'
/** How long a device remembers that it has answered: longer than any survey is open. */
const REMEMBERED_S = 400 * 86_400

/** What is kept of a token: nobody can go back from it to the device. */
export const hashOf = (...words: string[]) => createHash('sha256').update(words.join(' ')).digest('hex')
export const draw = () => randomBytes(32).toString('base64url')
/** The token this device was given for a survey. */
export const deviceOf = ({ cookies }: FastifyRequest) => {
  const token = cookies[deviceCookie] ?? ''
  return /^[\w-]{43}$/.test(token) ? token : undefined
}
/** Proves that the form came from our page to this device: another site can neither read nor guess the device's token. */
const proofOf = (token: string, sheet: string, survey: string) => hashOf('survey-form', token, sheet, survey)
/** What goes with the form and comes back with the answers. */
export const marksFor = (token: string, { id }: Survey) => {
  const sheet = String(randomBytes(6).readUIntBE(0, 6)).padStart(15, '0')
  return { sheet, proof: proofOf(token, sheet, id) }
}
export function isOurs(form: URLSearchParams, token: string, { id }: Survey): boolean {
  const [sheet, proof] = [form.get('sheet') ?? '', form.get('proof') ?? '']
  return /^\d{15}$/.test(sheet) && sameSecret(proof, proofOf(token, sheet, id))
}

export const rememberDevice = (
  reply: FastifyReply,
  token: string,
  { path, secure }: { path: string; secure: boolean },
) => reply.setCookie(deviceCookie, token, { path, secure, httpOnly: true, sameSite: 'lax', maxAge: REMEMBERED_S })
