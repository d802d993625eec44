import { Button } from 'antd'
import { EmptyState } from '../kit/empty-state.tsx'
import { sentenceOf } from '../kit/http.ts'
import { Go } from '../kit/nav.tsx'

/** Something a screen could not draw: the sentence, and a way on. */
export function Lost({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <EmptyState title="这一页没有打开" action={reset ? <Button onClick={reset}>再试一次</Button> : null}>
      {sentenceOf(error)} <Go to="/">回到首页</Go>
    </EmptyState>
  )
}

/** An address that leads nowhere. */
export function Missing() {
  return (
    <EmptyState title="没有这个页面">
      网址可能不完整，或页面已经移走。<Go to="/">回到首页</Go>
    </EmptyState>
  )
}
