import { clearDrafts } from '../modules/ledger/screens/index.ts'
import { signOut } from '../modules/org/screens/index.ts'

/** Signs out and forgets everything that was read or half filled in. The page begins anew even when the line is broken. */
export async function leave() {
  clearDrafts()
  await signOut().catch(() => undefined)
  location.assign('/sign-in')
}
