/** A new key for one submission. Plain-http intranets have no `crypto.randomUUID`, so it is drawn by hand. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
