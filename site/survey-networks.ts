import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Survey } from '../modules/evaluation/index.ts'
import type { Signer } from '../platform/keys.ts'

const groupsOf = (part: string) => (part ? part.split(':') : [])

/** What one household or office has in common: an IPv4 address, of an IPv6 address the first 64 bits (RFC 4291). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')]
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  const all = [...first, ...Array.from({ length: gap }, () => '0'), ...last]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * Ten digits that are the same for all answers to a survey from one network, and others for another survey. The addresses
 * there are could be tried one by one against a plain hash: this one needs the key that lies outside the database (an Ed25519
 * signature is the same for the same text). Two of a thousand networks have one mark by chance once in twenty thousand surveys.
 */
export function networkMark(signer: Pick<Signer, 'sign'>, { id }: Pick<Survey, 'id'>, address: string): string {
  const signed = signer.sign(`survey-network ${id} ${networkOf(address)}`)
  const hash = createHash('sha256').update(signed).digest()
  return String(hash.readBigUInt64BE() % 10_000_000_000n).padStart(10, '0')
}
