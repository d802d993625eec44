import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '../kit/http.ts'
import { sessionQuery } from '../modules/org/screens/index.ts'

const away = (error: unknown) => error instanceof Problem && error.status === 401

/** Whoever is no longer signed in goes to the sign-in and comes back to where they were. */
function onError(error: unknown) {
  if (!away(error) || location.pathname === '/sign-in') return
  queryClient.setQueryData(sessionQuery.queryKey, null)
  const next = encodeURIComponent(location.pathname + location.search)
  location.assign(`/sign-in?next=${next}`)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Asking again helps when the line broke, not when the answer was no.
      retry: (times, error) => times < 2 && error instanceof Problem && error.unknownFate,
      retryDelay: (times) => 600 * 2 ** times,
    },
  },
})
