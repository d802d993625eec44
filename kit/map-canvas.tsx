import 'maplibre-gl/dist/maplibre-gl.css'
import type { Feature, FeatureCollection, Position } from 'geojson'
import { type GeoJSONSource, LngLatBounds, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import type { Spot } from './here.ts'
import { mapStyle, nothing } from './map-style.ts'

setWorkerUrl(workerUrl)

export interface MapProps {
  /** Boundary, river, street, area and grid by `properties.kind`; a grid may carry `share` (0–1) for its colour. */
  base: FeatureCollection | undefined
  /** Points with `id`, `tone`. */
  points?: FeatureCollection | undefined
  onPoint?: (id: string) => void
  here?: string | undefined
  marker?: Spot | undefined
  /** Where to begin; without it the whole base is shown. */
  centre?: Spot | undefined
  onCentre?: (spot: Spot) => void
  /** A picture of a place: does not move under the finger. */
  still?: boolean
  className?: string
}

function boundsOf(base: FeatureCollection): LngLatBounds | undefined {
  const edge = base.features.filter(({ properties }) => properties?.kind === 'boundary')
  const bounds = new LngLatBounds()
  for (const feature of edge.length ? edge : base.features)
    for (const at of positions(feature)) bounds.extend([at[0]!, at[1]!])
  return bounds.isEmpty() ? undefined : bounds
}

function positions({ geometry }: Feature): Position[] {
  if (!geometry || geometry.type === 'GeometryCollection') return []
  const flat = (geometry.coordinates as unknown[]).flat(4) as number[]
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!])
}

/** What the map's own buttons say. */
const chinese = {
  'Map.Title': '地图',
  'Marker.Title': '位置',
  'NavigationControl.ZoomIn': '放大',
  'NavigationControl.ZoomOut': '缩小',
}
const fontFace = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

function useMap(still: boolean) {
  const place = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre>()
  useEffect(() => {
    const box = place.current!
    const made = new MapLibre({
      container: box,
      style: mapStyle(),
      center: [112, 32],
      zoom: 4,
      maxZoom: 18,
      attributionControl: false,
      interactive: !still,
      dragRotate: false,
      pitchWithRotate: false,
      localIdeographFontFamily: fontFace,
      locale: chinese,
      fadeDuration: 0,
    })
    if (!still) made.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
    made.on('load', () => setMap(made))
    made.on('idle', () => {
      box.dataset.map = 'idle'
    })
    made.on('movestart', () => {
      box.dataset.map = 'moving'
    })
    return () => made.remove()
  }, [still])
  return { place, map }
}

function usePoints(map: MapLibre | undefined, { points, onPoint, here }: MapProps) {
  const open = useRef(onPoint)
  open.current = onPoint
  useEffect(() => {
    map?.getSource<GeoJSONSource>('points')?.setData(points ?? nothing)
  }, [map, points])
  useEffect(() => {
    map?.setFilter('point-here', ['==', ['get', 'id'], here ?? ''])
  }, [map, here])
  useEffect(() => {
    if (!map) return
    map.on('click', 'point', (event) => {
      const id = event.features?.[0]?.properties.id
      if (id) open.current?.(String(id))
    })
    map.on('click', 'cluster', async (event) => {
      const cluster = event.features?.[0]
      if (!cluster) return
      const zoom = await map.getSource<GeoJSONSource>('points')!.getClusterExpansionZoom(cluster.properties.cluster_id)
      map.easeTo({ center: event.lngLat, zoom: zoom + 0.5 })
    })
    for (const layer of ['point', 'cluster']) {
      map.on('mouseenter', layer, () => {
        map.getCanvas().style.cursor = 'pointer'
      })
      map.on('mouseleave', layer, () => {
        map.getCanvas().style.cursor = ''
      })
    }
  }, [map])
}

function useView(map: MapLibre | undefined, { base, marker, centre, onCentre }: MapProps) {
  const told = useRef(onCentre)
  told.current = onCentre
  const start = useRef(marker ?? centre)
  const fitted = useRef(false)
  // Listens before the map is moved for the first time, so that the first middle is told too.
  useEffect(() => {
    if (!map || !told.current) return
    const tell = () => {
      const { lng, lat } = map.getCenter()
      told.current?.({ lng, lat })
    }
    map.on('moveend', tell)
    return () => void map.off('moveend', tell)
  }, [map])
  useEffect(() => {
    if (!map) return
    map.getSource<GeoJSONSource>('base')?.setData(base ?? nothing)
    const bounds = base && boundsOf(base)
    if (fitted.current || !(bounds || start.current)) return
    fitted.current = true
    if (start.current) map.jumpTo({ center: start.current, zoom: 15 })
    else if (bounds) map.fitBounds(bounds, { padding: 24, animate: false })
  }, [map, base])
  useEffect(() => {
    if (!map || !marker) return
    const pin = new Marker({ color: '#b91c1c', scale: 0.8 }).setLngLat(marker).addTo(map)
    map.jumpTo({ center: marker, zoom: Math.max(map.getZoom(), 15) })
    return () => void pin.remove()
  }, [map, marker])
}

export function MapCanvas(props: MapProps) {
  const { place, map } = useMap(props.still ?? false)
  useView(map, props)
  usePoints(map, props)
  return <div ref={place} className={props.className} role="application" aria-label="地图" />
}
