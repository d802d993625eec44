import { useEffect } from 'react'

/** The title of the browser's tab while this screen stands. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · 城绩` : '城绩'
  }, [title])
}
