import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 767px)')
const wide = window.matchMedia('(min-width: 1200px)')

const subscribeTo = (list: MediaQueryList) => (changed: () => void) => {
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}
const toNarrow = subscribeTo(narrow)
const toWide = subscribeTo(wide)

/** Whether the screen is as wide as a phone. */
export const usePhone = (): boolean => useSyncExternalStore(toNarrow, () => narrow.matches)

/** Whether two columns of reading stand side by side. */
export const useWide = (): boolean => useSyncExternalStore(toWide, () => wide.matches)
