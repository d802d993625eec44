const END = 0xfffffffa // and above: no sector
const SHORT = 4096

/** One stream of the old container of Office (MS-CFB); undefined where there is none of that name or the chain is broken. */
export function streamOf(bytes: Uint8Array, name: string): Buffer | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 2 ** (file.readUInt16LE(30) & 15)
  if (size < 512) return undefined
  const sector = (at: number) => file.subarray((at + 1) * size, (at + 2) * size)
  const table = numbers(Buffer.concat(tableSectors(file, sector).map(sector)))
  const whole = (start: number) => Buffer.concat(chain(table, start).map(sector))
  const entries = whole(file.readUInt32LE(48))
  for (let at = 0; at + 128 <= entries.length; at += 128) {
    const entry = entries.subarray(at, at + 128)
    const label = entry.toString('utf16le', 0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2))
    if (label !== name || entry[66] !== 2) continue
    const [start, length] = [entry.readUInt32LE(116), entry.readUInt32LE(120)]
    if (length >= SHORT) return whole(start).subarray(0, length)
    const pool = whole(entries.readUInt32LE(116))
    const short = chain(numbers(whole(file.readUInt32LE(60))), start)
    return Buffer.concat(short.map((one) => pool.subarray(one * 64, one * 64 + 64))).subarray(0, length)
  }
  return undefined
}

/** Which sectors the table of sectors lies in: the first 109 are told in the head, the others in a chain of their own. */
function tableSectors(file: Buffer, sector: (at: number) => Buffer): number[] {
  const found = numbers(file.subarray(76, 512))
  for (let next = file.readUInt32LE(68); next < END && found.length * 512 < file.length; ) {
    const more = numbers(sector(next))
    next = more.pop() ?? END
    found.push(...more)
  }
  return found.filter((at) => at < END)
}

function chain(table: readonly number[], start: number): number[] {
  const found: number[] = []
  for (let at = start; at < table.length && found.length < table.length; at = table[at] as number) found.push(at)
  return found
}

const numbers = (bytes: Buffer): number[] =>
  Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4))
