import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { http, Problem, setCsrf } from '../../../kit/http.ts'
import { setServerNow } from '../../../kit/text.ts'

export interface Bureau {
  tenant: string
  title: string
  short: string
  demo: boolean
}
export interface Session {
  person: { id: string; name: string }
  tenant: Bureau
  roles: { role: string; label: string; unit: string; unitName: string }[]
  csrf: string
  permissions: string[]
  /** The server's clock when it answered. */
  now?: string
}
export interface Credentials {
  tenant: string
  account: string
  password: string
}
export interface DemoAccount extends Credentials {
  role: string
  name: string
  label: string
}

function taken(session: Session): Session {
  setCsrf(session.csrf)
  if (session.now) setServerNow(session.now)
  return session
}

async function findSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return taken(await http.get<Session>('/session', signal))
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}

/** Who has signed in here; null when nobody has. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => findSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const signIn = async (credentials: Credentials): Promise<Session> =>
  taken(await http.post<Session>('/session', credentials))

export const signOut = () => http.delete<void>('/session')

/** For screens behind the sign-in: there always is a session there. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data) throw new Problem('登录已失效，请重新登录。', 401, 'session.missing')
  return data
}

export const useMay = () => {
  const { permissions } = useSession()
  return (permission: string) => permissions.includes(permission)
}

export const useBureaus = () =>
  useQuery({ queryKey: ['tenants'], queryFn: ({ signal }) => http.get<Bureau[]>('/tenants', signal) })

/** Accounts of the demonstration; none in a bureau at work. */
export const useDemoAccounts = () =>
  useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => http.get<DemoAccount[]>('/demo/accounts', signal).catch(() => []),
  })
