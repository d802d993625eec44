import { useSyncExternalStore } from 'react'

const printing = window.matchMedia('print')

/** What a query says of the screen. The narrow sheet of a printer changes nothing of what is open on it. */
function onScreen(query: string) {
  const list = window.matchMedia(query)
  let last = list.matches
  return {
    subscribe: (changed: () => void) => {
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    get: () => {
      if (!printing.matches) last = list.matches
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
