import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Page } from './records.ts'

export interface Pages {
  data?: { pages: Page[] } | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}
// Beyond this nobody reads on by scrolling; the button remains.
const MOST_BY_ITSELF = 400

/** Stands after the last row: seen, it brings the next ones. */
export function ListEnd({ pages, shown }: { pages: Pages; shown: number }) {
  const end = useRef<HTMLDivElement>(null)
  const newest = useRef(pages)
  newest.current = pages
  useEffect(() => {
    if (shown >= MOST_BY_ITSELF) return
    const observer = new IntersectionObserver(([seen]) => {
      const { hasNextPage, isFetchingNextPage, fetchNextPage } = newest.current
      if (seen?.isIntersecting && hasNextPage && !isFetchingNextPage) void fetchNextPage()
    })
    observer.observe(end.current!)
    return () => observer.disconnect()
  }, [shown])
  return <div ref={end} className="list-end" />
}

/** How many are shown of how many. */
export function ListFoot({ pages, shown }: { pages: Pages; shown: number }) {
  const total = pages.data?.pages[0]?.totalText ?? ''
  return (
    <div className="list-foot">
      <span>
        共 <strong>{total}</strong> 条，已列出 {shown} 条
      </span>
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          再看 50 条
        </Button>
      ) : null}
    </div>
  )
}
