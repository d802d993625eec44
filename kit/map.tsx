import { lazy, Suspense } from 'react'
import './map.css'
import type { MapProps } from './map-canvas.tsx'

const Canvas = lazy(() => import('./map-canvas.tsx').then(({ MapCanvas }) => ({ default: MapCanvas })))

/** A map of the bureau's ground, drawn without tiles and therefore marked as a sketch. */
export function MapView({ className, ...props }: MapProps) {
  return (
    <div className={`map-view ${className ?? ''}`}>
      <Suspense fallback={<div className="map-view-wait">正在打开地图…</div>}>
        <Canvas {...props} className="map-view-canvas" />
      </Suspense>
      <span className="map-view-mark">示意图</span>
    </div>
  )
}
