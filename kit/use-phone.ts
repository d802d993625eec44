import { useSyncExternalStore } from 'react'

const narrow = () => window.matchMedia('(max-width: 767px)')

function subscribe(changed: () => void) {
  const list = narrow()
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Whether the screen is as wide as a phone. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow().matches)
