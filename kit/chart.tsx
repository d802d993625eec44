import { lazy, Suspense } from 'react'
import type { ChartProps } from './chart-canvas.tsx'

const Canvas = lazy(() => import('./chart-canvas.tsx').then(({ ChartCanvas }) => ({ default: ChartCanvas })))

/** A picture of numbers. The drawing library comes when the first picture is wanted. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<div style={{ height: props.height }} />}>
      <Canvas {...props} />
    </Suspense>
  )
}
