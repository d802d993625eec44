import { lazy, type ReactNode } from 'react'
import { PageHead } from '../kit/page-head.tsx'
import { useCatalog, useYear } from '../modules/ledger/screens/index.ts'
import { orgPages, useMay } from '../modules/org/screens/index.ts'

const UnitsPage = lazy(async () => ({ default: await orgPages.units() }))
const PeoplePage = lazy(async () => ({ default: await orgPages.people() }))
const CalendarPage = lazy(async () => ({ default: await orgPages.calendar() }))
const LogPage = lazy(async () => ({ default: await orgPages.log() }))
const ManageTabs = lazy(async () => ({ default: await orgPages.manageTabs() }))

function Managed({ here, children }: { here: string; children: ReactNode }) {
  const { menu } = useCatalog()
  return (
    <>
      <PageHead title="管理" />
      <ManageTabs here={here} menu={menu} />
      <div className="manage-page">{children}</div>
    </>
  )
}

export function ManageLog() {
  return (
    <Managed here="/manage/log">
      <LogPage />
    </Managed>
  )
}

export function ManageUnits() {
  return (
    <Managed here="/manage/units">
      <UnitsPage />
    </Managed>
  )
}

export function ManagePeople() {
  const { roles } = useCatalog()
  return (
    <Managed here="/manage/people">
      <PeoplePage roles={roles} />
    </Managed>
  )
}

export function ManageCalendar() {
  const year = useYear()
  const may = useMay()
  return (
    <Managed here="/manage/calendar">
      <CalendarPage year={year} mayEdit={may('org.manage')} />
    </Managed>
  )
}
