import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Page } from './records.ts'

interface Pages {
  data?: { pages: Page[] } | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** How many are shown of how many; the next ones come when the end is near. */
export function ListFoot({ pages, shown }: { pages: Pages; shown: number }) {
  const end = useRef<HTMLDivElement>(null)
  const more = useRef(pages)
  more.current = pages
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => {
      const { hasNextPage, isFetchingNextPage, fetchNextPage } = more.current
      if (seen?.isIntersecting && hasNextPage && !isFetchingNextPage && shown < 400) void fetchNextPage()
    })
    observer.observe(end.current!)
    return () => observer.disconnect()
  }, [shown])
  const total = pages.data?.pages[0]?.totalText ?? ''
  return (
    <div className="list-foot" ref={end}>
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
