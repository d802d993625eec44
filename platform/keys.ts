import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Signs with a key that lies outside the database (DATA_DIR/keys), so that whoever can change rows cannot sign them. */
export interface Signer {
  keyId: string
  sign(text: string): string
  /** False when the signature does not fit, or the public key of `keyId` is not here. */
  verify(keyId: string, text: string, signature: string): boolean
}

const idOf = (key: KeyObject) =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/** Opens the Ed25519 key of the folder, making one the first time. */
export function openSigner(dataDir: string): Signer {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'seal.key')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    writeFileSync(join(folder, `${idOf(publicKey)}.pub`), publicKey.export({ type: 'spki', format: 'pem' }))
  }
  const privateKey = createPrivateKey(readFileSync(file))
  const keyId = idOf(createPublicKey(privateKey))
  return {
    keyId,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    verify(id, text, signature) {
      const known = join(folder, `${id}.pub`)
      if (!/^[0-9a-f]{16}$/.test(id) || !existsSync(known)) return false
      return verify(null, Buffer.from(text), createPublicKey(readFileSync(known)), Buffer.from(signature, 'base64'))
    },
  }
}
