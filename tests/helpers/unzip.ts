import { inflateRawSync } from 'node:zlib'

/** The members of a zip by their names, as office files are packed: stored or deflated, told by the directory at the end. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const members = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameSize, moreSize, noteSize] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    members.set(bytes.toString('utf8', at + 46, at + 46 + nameSize), method === 8 ? inflateRawSync(packed) : packed)
    at += 46 + nameSize + moreSize + noteSize
  }
  return members
}
