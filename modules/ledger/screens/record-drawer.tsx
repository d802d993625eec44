import { lazy, Suspense } from 'react'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import type { LedgerView } from './catalog.ts'

const OpenDrawer = lazy(() => import('./open-drawer.tsx').then((found) => ({ default: found.OpenDrawer })))

/** The record named by `open` in the address, beside the list it was opened from. */
export function RecordDrawer({ ledger }: { ledger: LedgerView }) {
  const { open } = useAddress()
  const patch = usePatchAddress()
  if (!open) return null
  return (
    <Suspense>
      <OpenDrawer ledger={ledger} id={open} onClose={() => patch({ open: undefined, move: undefined })} />
    </Suspense>
  )
}
