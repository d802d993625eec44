import { useSyncExternalStore } from 'react'

/** What a query says of the screen. The narrow sheet of a printer changes nothing of what is open on it. */
function onScreen(query: string) {
  // Asked when the first component asks: where there is no window nothing is shown.
  let list: MediaQueryList | undefined
  let last = false
  const listed = () => {
    list ??= window.matchMedia(query)
    return list
  }
  return {
    subscribe: (changed: () => void) => {
      listed().addEventListener('change', changed)
      return () => listed().removeEventListener('change', changed)
    },
    get: () => {
      if (!window.matchMedia('print').matches) last = listed().matches
      return last
    },
  }
}
const narrow = onScreen('(max-width: 767px)')
const wide = onScreen('(min-width: 1200px)')

/** Whether the screen is as wide as a phone. */
export const usePhone = (): boolean => useSyncExternalStore(narrow.subscribe, narrow.get)

/** Whether two columns of reading stand side by side. */
export const useWide = (): boolean => useSyncExternalStore(wide.subscribe, wide.get)
