import { useMemo } from 'react'
import { EvaluationTabs, evaluationGroup } from '../modules/evaluation/screens/index.ts'
import { type GroupHome, useCatalog } from '../modules/ledger/screens/index.ts'
import { sideEntries } from './menu.ts'

const all: Readonly<Record<string, GroupHome>> = { [evaluationGroup]: { to: '/evaluation', Tabs: EvaluationTabs } }

/** The pages that groups of ledgers belong to, as far as this person's menu goes. */
export function useGroupHomes(): Readonly<Record<string, GroupHome>> {
  const { menu } = useCatalog()
  return useMemo(() => {
    const open = new Set(sideEntries(menu).map(({ to }) => to))
    return Object.fromEntries(Object.entries(all).filter(([, { to }]) => open.has(to)))
  }, [menu])
}
