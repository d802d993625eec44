import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Tx } from '../db.ts'
import { notFound } from '../errors.ts'
import { kindOf } from './kinds.ts'

export interface StoredFile {
  /** SHA-256 of the content, in hex: its name in the store. */
  hash: string
  name: string
  type: string
  /** Bytes. */
  size: number
}

/** Where a bureau's file lies. The tenant is the transaction's, so that nobody reaches into another bureau's folder. */
const pathOf = (tenant: string, dataDir: string, hash: string) => join(dataDir, 'files', tenant, hash.slice(0, 2), hash)

/**
 * Keeps a file under the hash of its content; the same content is kept once. The type is told by the content
 * (`file.kind-refused`). On disk before the row is written: a row without a file cannot be, a file without a row does no
 * harm.
 */
export async function saveFile(
  tx: Tx,
  dataDir: string,
  { name, bytes, by }: { name: string; bytes: Buffer; by: string },
): Promise<StoredFile> {
  const type = kindOf(bytes, name)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeOnce(pathOf(tx.tenant, dataDir, hash), bytes)
  const file = { hash, name: cleanName(name), type, size: bytes.length }
  await tx.query(
    `insert into platform.file (tenant, hash, name, type, size, uploaded_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, hash) do nothing`,
    [tx.tenant, hash, file.name, type, file.size, by],
  )
  return file
}

/** A file of this bureau, or `file.unknown`. */
export async function openFile(
  tx: Tx,
  dataDir: string,
  hash: string,
): Promise<StoredFile & { path: string; stream(): ReadStream }> {
  const [file] = await tx.query<StoredFile>(
    'select hash, name, type, size from platform.file where tenant = $1 and hash = $2',
    [tx.tenant, hash],
  )
  if (!file) throw notFound('file.unknown', '没有这个文件，或它属于其他单位；请从原记录中打开。')
  const path = pathOf(tx.tenant, dataDir, file.hash)
  return { ...file, path, stream: () => createReadStream(path) }
}

/** What is known of files of this bureau, by their hashes; those it does not have are not there. */
export async function storedFiles(tx: Tx, hashes: readonly string[]): Promise<Map<string, StoredFile>> {
  const rows = await tx.named<StoredFile>(
    'files.known',
    'select hash, name, type, size from platform.file where tenant = $1 and hash = any ($2)',
    [tx.tenant, hashes],
  )
  return new Map(rows.map((row) => [row.hash, { ...row, size: Number(row.size) }]))
}

/** Whole or not at all, also when the power fails: written beside, synced, then given its name. */
export async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  if (await exists(path)) return
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const beside = `${path}.${randomUUID()}`
  try {
    const file = await open(beside, 'wx', 0o640)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  const directory = await open(folder, constants.O_RDONLY)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unsafe = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]/g

/** A name without folders, without characters a disk refuses and without marks that turn the writing direction. */
const cleanName = (name: string): string => name.replace(unsafe, '_').trim().slice(-120) || '文件'
