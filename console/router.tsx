import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
  useParams,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Waiting } from '../kit/waiting.tsx'
import { budgetPages } from '../modules/budget/screens/index.ts'
import { checkerPages } from '../modules/checker/screens/index.ts'
import { evaluationPages } from '../modules/evaluation/screens/index.ts'
import { catalogQuery, ledgerPages } from '../modules/ledger/screens/index.ts'
import { metricsPages } from '../modules/metrics/screens/index.ts'
import { orgPages, sessionQuery } from '../modules/org/screens/index.ts'
import { reportingPages } from '../modules/reporting/screens/index.ts'
import { Lost, Missing } from './errors.tsx'
import { sideEntries } from './menu.ts'
import { queryClient } from './query-client.ts'
import { Shell } from './shell.tsx'

/** A screen that comes when it is first gone to, with the names in its path as props. */
// biome-ignore lint/suspicious/noExplicitAny: each screen takes the names of its own path
function screen(load: () => Promise<ComponentType<any>>, names: Record<string, string> = {}) {
  return lazyRouteComponent(async () => {
    const Screen = await load()
    const Page = () => {
      const params = useParams({ strict: false }) as Record<string, string>
      const props = Object.fromEntries(Object.entries(names).map(([prop, name]) => [prop, params[name]]))
      return <Screen {...props} />
    }
    return { default: Page }
  })
}

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: Missing,
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  search: { middlewares: [retainSearchParams(['year'])] },
})

const signIn = createRoute({ getParentRoute: () => root, path: 'sign-in', component: screen(orgPages.signIn) })

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } as never })
    const { menu } = await queryClient.ensureQueryData(catalogQuery)
    const [first] = sideEntries(menu)
    if (location.pathname === '/' && !menu.includes('home') && first) throw redirect({ to: first.to, replace: true })
  },
})

const page = (path: string, component: ReturnType<typeof screen>) =>
  createRoute({ getParentRoute: () => inside, path, component })
const record = { ledgerId: 'ledger', id: 'id' }

const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    page(
      '/',
      screen(async () => (await import('./workbench.tsx')).Workbench),
    ),
    page(
      'me',
      screen(async () => (await import('./me-page.tsx')).MePage),
    ),
    page('report', screen(ledgerPages.report)),
    page('ledgers', screen(ledgerPages.ledgers)),
    page('ledgers/$ledger', screen(ledgerPages.list, { ledgerId: 'ledger' })),
    page('ledgers/$ledger/map', screen(ledgerPages.map, { ledgerId: 'ledger' })),
    page('ledgers/$ledger/new', screen(ledgerPages.create, { ledgerId: 'ledger' })),
    page('ledgers/$ledger/handovers', screen(ledgerPages.handovers, { ledgerId: 'ledger' })),
    page('ledgers/$ledger/figures', screen(metricsPages.ofLedger, { ledgerId: 'ledger' })),
    page('ledgers/$ledger/$id', screen(ledgerPages.record, record)),
    page('figures', screen(metricsPages.figures)),
    page('figures/$metric', screen(metricsPages.figure, { metric: 'metric' })),
    page('budget', screen(budgetPages.execution)),
    page('evaluation', screen(evaluationPages.projects)),
    page('evaluation/library', screen(evaluationPages.library)),
    page('evaluation/questions', screen(evaluationPages.questions)),
    page('evaluation/surveys/$code', screen(evaluationPages.survey, { code: 'code' })),
    page('evaluation/monitoring', screen(evaluationPages.monitoring)),
    page('evaluation/$project', screen(evaluationPages.project, { project: 'project' })),
    page('checks', screen(checkerPages.check)),
    page('reports', screen(reportingPages.documents)),
    page('reports/submissions/$submission', screen(reportingPages.review, { submission: 'submission' })),
    page('reports/$document', screen(reportingPages.document, { document: 'document' })),
    page(
      'manage/units',
      screen(async () => (await import('./manage.tsx')).ManageUnits),
    ),
    page(
      'manage/people',
      screen(async () => (await import('./manage.tsx')).ManagePeople),
    ),
    page(
      'manage/log',
      screen(async () => (await import('./manage.tsx')).ManageLog),
    ),
    page('me/password', screen(orgPages.password)),
    page(
      'manage/calendar',
      screen(async () => (await import('./manage.tsx')).ManageCalendar),
    ),
  ]),
])

/** Addresses say words as they are: `?q=暴露垃圾&year=2022`, no quotes and no JSON. */
const parseSearch = (text: string) => Object.fromEntries(new URLSearchParams(text))
const stringifySearch = (search: Record<string, unknown>) => {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  scrollToTopSelectors: ['#content'],
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Lost,
  defaultNotFoundComponent: Missing,
})
