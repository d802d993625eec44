import { createHash } from 'node:crypto'
import type { Instant } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { refuse } from '../../platform/errors.ts'
import type { Signer } from '../../platform/keys.ts'
import { digestEpoch, insertSeal, openEpoch, raiseEpoch, type Seal, seals } from './store/seals.ts'

const NOTHING = '0'.repeat(64)
/** What is hashed and signed: everything a seal says, and the digest of its entries. */
const sealText = (
  tenant: string,
  { n, at, entries, previous, keyId }: Omit<Seal, 'hash' | 'signature'>,
  digest: string,
) => `${tenant}|${n}|${at}|${entries}|${previous}|${keyId}|${digest}`
const hashText = (text: string) => createHash('sha256').update(text).digest('hex')

const exclusive = (tenant: string) =>
  `set local lock_timeout = '5s'; select pg_advisory_xact_lock(77, hashtext('${tenant}'))`

/** Raises the epoch under the exclusive lock and commits; waits at most 5 s a try for writers to finish, three times. */
async function closeEpoch(database: Database, tenant: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.inTenant(tenant, raiseEpoch, { prelude: exclusive(tenant) })
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03') throw error
      if (attempt === 3)
        throw refuse('ledger.seal-busy', '有大批量办理正在进行，暂时不能封账；请稍后再试。', { status: 503 })
    }
  }
}

/** Computes and signs the seals of closed epochs that have none yet: the new one, and any that was cut off before. */
export async function finishSeals(database: Database, signer: Signer, tenant: string, at: Instant): Promise<Seal[]> {
  return database.inTenant(
    tenant,
    async (tx) => {
      const done = await seals(tx)
      const made: Seal[] = []
      for (let n = (done.at(-1)?.n ?? 0) + 1; n < (await openEpoch(tx)); n++) {
        const previous = made.at(-1)?.hash ?? done.at(-1)?.hash ?? NOTHING
        const { entries, digest } = await digestEpoch(tx, n)
        const said = { n, at, entries, previous, keyId: signer.keyId }
        const hash = hashText(sealText(tenant, said, digest))
        const seal = { ...said, hash, signature: signer.sign(hash) }
        await insertSeal(tx, seal)
        made.push(seal)
      }
      return made
    },
    { prelude: `select pg_advisory_xact_lock(78, hashtext('${tenant}'))` },
  )
}

/** Seals everything committed until now. From here on "as of seal n" never changes, whatever is entered later. */
export async function sealNow(database: Database, signer: Signer, tenant: string, at: Instant): Promise<Seal> {
  const n = await closeEpoch(database, tenant)
  const made = await finishSeals(database, signer, tenant, at)
  const seal = made.find((one) => one.n === n)
  if (seal) return seal
  const all = await database.inTenant(tenant, seals)
  return all.find((one) => one.n === n)!
}

export interface SealFault {
  n: number
  sentence: string
}
/** Recomputes every seal from the entries and checks the signatures. */
export async function checkSeals(
  database: Database,
  signer: Signer,
  tenant: string,
): Promise<{ seals: number; faults: SealFault[] }> {
  return database.inTenant(tenant, async (tx) => {
    const all = await seals(tx)
    const faults: SealFault[] = []
    let previous = NOTHING
    for (const seal of all) {
      const { entries, digest } = await digestEpoch(tx, seal.n)
      const hash = hashText(sealText(tenant, { ...seal, entries, previous }, digest))
      if (entries !== seal.entries)
        faults.push({ n: seal.n, sentence: `第${seal.n}号封账时有${seal.entries}条记录，现在有${entries}条` })
      else if (hash !== seal.hash || seal.previous !== previous)
        faults.push({ n: seal.n, sentence: `第${seal.n}号封账的内容在封账后被改动` })
      if (!signer.verify(seal.keyId, seal.hash, seal.signature))
        faults.push({ n: seal.n, sentence: `第${seal.n}号封账的签名不符，或缺少密钥${seal.keyId}的公钥` })
      previous = seal.hash
    }
    return { seals: all.length, faults }
  })
}
