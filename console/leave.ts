import { signOut } from '../modules/org/screens/index.ts'

/** Signs out and forgets everything that was read. The page begins anew even when the line is broken. */
export async function leave() {
  await signOut().catch(() => undefined)
  location.assign('/sign-in')
}
