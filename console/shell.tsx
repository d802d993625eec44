import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { usePhone } from '../kit/use-phone.ts'
import { Waiting } from '../kit/waiting.tsx'
import { FormLastYear, RecordLastYear, RecordSurvey } from '../modules/evaluation/screens/index.ts'
import {
  FieldSources,
  FormPanelsContext,
  GroupHomesContext,
  RecordPanelsContext,
} from '../modules/ledger/screens/index.ts'
import { RecordPapers } from '../modules/papers/screens/index.ts'
import { useGroupHomes } from './group-homes.ts'
import './shell.css'
import { SideBar } from './side-bar.tsx'
import { TabBar } from './tab-bar.tsx'
import { TopBar } from './top-bar.tsx'

/** What a record's page shows beside the record itself. */
const recordPanels = [RecordPapers, RecordSurvey, RecordLastYear]
/** And what a form shows beside its fields. */
const formPanels = [FormLastYear]

/** What stands around every screen: a bar above, and one at the left or, on a phone, five tabs below. */
export function Shell() {
  const phone = usePhone()
  const homes = useGroupHomes()
  return (
    <FieldSources>
      <a className="skip" href="#content">
        跳到内容
      </a>
      <div className={phone ? 'shell shell-phone' : 'shell'}>
        <TopBar />
        {phone ? null : <SideBar />}
        <main id="content" className="shell-content" tabIndex={-1}>
          <Suspense fallback={<Waiting lines={6} />}>
            <RecordPanelsContext value={recordPanels}>
              <FormPanelsContext value={formPanels}>
                <GroupHomesContext value={homes}>
                  <Outlet />
                </GroupHomesContext>
              </FormPanelsContext>
            </RecordPanelsContext>
          </Suspense>
        </main>
        {phone ? <TabBar /> : null}
      </div>
    </FieldSources>
  )
}
