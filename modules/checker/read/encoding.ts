/** The words of a text file: UTF-8, UTF-16 or GB18030, as its first bytes or its bytes as a whole say; undefined where it is no text. */
export function decoded(bytes: Uint8Array): string | undefined {
  const marked = byMark(bytes)
  const text = marked ?? inTurn(bytes, ['utf-8', ...unmarked16(bytes), 'gb18030'])
  return text === undefined || isBinary(text) ? undefined : text
}

function byMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return strictly('utf-8', bytes)
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes)
  return undefined
}

function inTurn(bytes: Uint8Array, encodings: readonly string[]): string | undefined {
  for (const encoding of encodings) {
    const text = strictly(encoding, bytes)
    if (text !== undefined && !(encoding === 'utf-8' && text.includes('\0'))) return text
  }
  return undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return cutOff(encoding, bytes)
  }
}

/** A file cut off in the middle of a character is still read up to there. */
function cutOff(encoding: string, bytes: Uint8Array): string | undefined {
  for (let lost = 1; lost <= 3 && lost < bytes.length; lost++)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - lost))
    } catch {}
  return undefined
}

/** Without a mark, the zeros of figures and line ends tell UTF-16: they stand on one side of every pair. */
function unmarked16(bytes: Uint8Array): string[] {
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 4096); at++)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < 4) return []
  return odd > even * 8 ? ['utf-16le'] : even > odd * 8 ? ['utf-16be'] : []
}

/** Control characters that no text has. */
function isBinary(text: string): boolean {
  let strange = 0
  const length = Math.min(text.length, 20_000)
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 11) || code === 0xfffd)
      strange++
  }
  return strange * 200 > length
}
