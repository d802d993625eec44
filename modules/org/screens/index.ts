export { type PersonLine, type UnitNode, useOrgMap, usePeople, useUnits } from './people.ts'
export { type Bureau, type Session, sessionQuery, signOut, useMay, useSession } from './session.ts'

export const orgPages = {
  signIn: async () => (await import('./sign-in-page.tsx')).SignInPage,
  units: async () => (await import('./units-page.tsx')).UnitsPage,
  people: async () => (await import('./people-page.tsx')).PeoplePage,
  calendar: async () => (await import('./calendar-page.tsx')).CalendarPage,
  log: async () => (await import('./log-page.tsx')).LogPage,
  password: async () => (await import('./password-page.tsx')).PasswordPage,
  manageTabs: async () => (await import('./manage-tabs.tsx')).ManageTabs,
}
