import { type ComponentType, createContext, type ReactNode, use } from 'react'
import { PageHead } from '../../../kit/page-head.tsx'
import './group-home.css'
import { type LedgerView, useLedgers } from './catalog.ts'

/** Where the ledgers of a group belong: a page, and the tabs that stand above it and above each of its ledgers. */
export interface GroupHome {
  to: string
  Tabs: ComponentType<{ here: string }>
}
/** By group; the console gives them to whoever may go there. A group without one belongs to the ledgers. */
export const GroupHomesContext = createContext<Readonly<Record<string, GroupHome>>>({})

/** The page a path belongs to: a ledger of a group with a home belongs there. */
export function usePlace(path: string, homes: Readonly<Record<string, GroupHome>>): string {
  const ledger = useLedgers().find(({ id }) => path === `/ledgers/${id}` || path.startsWith(`/ledgers/${id}/`))
  return homes[ledger?.group ?? '']?.to ?? path
}

interface LedgerHeadProps {
  ledger: LedgerView
  title: string
  after: ReactNode
  actions: ReactNode
}

/** The head of a page about a whole ledger, with the tabs of its group. */
export function LedgerHead({ ledger, ...head }: LedgerHeadProps) {
  const home = use(GroupHomesContext)[ledger.group]
  return (
    <>
      <PageHead {...head} back={{ to: home?.to ?? '/ledgers', label: ledger.group }} />
      {home ? (
        <div className="group-tabs">
          <home.Tabs here={`/ledgers/${ledger.id}`} />
        </div>
      ) : null}
    </>
  )
}
