import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCallback } from 'react'

export type Search = Record<string, string | undefined>

interface GoProps {
  to: string
  search?: Search
  className?: string
  children: ReactNode
  title?: string
  label?: string
  onClick?: () => void
  current?: boolean
}

/** A link within the console. The year of the address goes with it. */
export function Go({ to, search, className, children, title, label, onClick, current }: GoProps) {
  return (
    <Link
      to={to}
      search={(search ?? {}) as never}
      className={className}
      title={title}
      aria-label={label}
      activeOptions={{ exact: true, includeSearch: false }}
      data-here={current ? '' : undefined}
      onClick={onClick}
    >
      {children}
    </Link>
  )
}

/** Goes to an address; `replace` leaves no step to come back to. */
export function useGo() {
  const navigate = useNavigate()
  return useCallback(
    (to: string, search: Search = {}, replace = false) => void navigate({ to, search: search as never, replace }),
    [navigate],
  )
}

/** What the address says after `?`, all of it text. */
export function useAddress(): Search {
  return useLocation({ select: (location) => location.search as Search })
}

/** Changes some words of the address and keeps the others; an empty word goes. */
export function usePatchAddress() {
  const navigate = useNavigate()
  return useCallback(
    (patch: Search, replace = true) =>
      void navigate({
        to: '.',
        search: ((before: Search) => cleaned({ ...before, ...patch })) as never,
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
}

const cleaned = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
