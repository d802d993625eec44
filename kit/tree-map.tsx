import { lazy, Suspense } from 'react'
import type { TreeMapProps } from './tree-map-canvas.tsx'

const Canvas = lazy(() => import('./tree-map-canvas.tsx').then(({ TreeMapCanvas }) => ({ default: TreeMapCanvas })))

/** Tiles by their weight. The drawing library comes when the first picture is wanted. */
export function TreeMap(props: TreeMapProps) {
  return (
    <Suspense fallback={<div style={{ height: props.height }} />}>
      <Canvas {...props} />
    </Suspense>
  )
}
