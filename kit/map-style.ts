import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { toneColors } from './tone.ts'

export const nothing = { type: 'FeatureCollection' as const, features: [] }
const font = ['Noto Sans CJK SC']
const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name]
const toneColor = [
  'match',
  ['get', 'tone'],
  ...Object.entries(toneColors).flat(),
  '#59616e',
] as unknown as ExpressionSpecification

const heat: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['coalesce', ['get', 'share'], 0],
  0,
  '#c3ccd8',
  0.25,
  '#8fb0d6',
  0.6,
  '#3f76b8',
  1,
  '#1d3a75',
]

const ground: LayerSpecification[] = [
  { id: 'sea', type: 'background', paint: { 'background-color': '#f1f3f1' } },
  { id: 'within', type: 'fill', source: 'base', filter: kind('boundary'), paint: { 'fill-color': '#fbfbf8' } },
  {
    id: 'grid-fill',
    type: 'fill',
    source: 'base',
    filter: kind('grid'),
    paint: { 'fill-color': heat, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.2, 14.5, 0] },
  },
  {
    id: 'river-area',
    type: 'fill',
    source: 'base',
    filter: ['all', kind('river'), ['==', ['geometry-type'], 'Polygon']],
    paint: { 'fill-color': '#cfe3f1' },
  },
  {
    id: 'river-line',
    type: 'line',
    source: 'base',
    filter: ['all', kind('river'), ['==', ['geometry-type'], 'LineString']],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': '#cfe3f1', 'line-width': ['interpolate', ['exponential', 2], ['zoom'], 10, 3, 16, 60] },
  },
  {
    id: 'grid-line',
    type: 'line',
    source: 'base',
    filter: kind('grid'),
    paint: {
      'line-color': ['step', ['zoom'], heat, 14.5, '#c3ccd8'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 15, 1],
    },
  },
  {
    id: 'area-line',
    type: 'line',
    source: 'base',
    filter: kind('area'),
    paint: { 'line-color': '#9aa7b8', 'line-width': 1.2, 'line-dasharray': [4, 2] },
  },
  {
    id: 'street-edge',
    type: 'line',
    source: 'base',
    filter: kind('street'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': '#d5d9de', 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 10, 1.6, 17, 15] },
  },
  {
    id: 'street',
    type: 'line',
    source: 'base',
    filter: kind('street'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': '#ffffff', 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 10, 0.8, 17, 12] },
  },
  {
    id: 'boundary',
    type: 'line',
    source: 'base',
    filter: kind('boundary'),
    paint: { 'line-color': '#6b7a90', 'line-width': 1.8 },
  },
]

const names: LayerSpecification[] = [
  {
    id: 'street-name',
    type: 'symbol',
    source: 'base',
    filter: kind('street'),
    minzoom: 11.5,
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': 12,
      'symbol-spacing': 320,
    },
    paint: { 'text-color': '#56616f', 'text-halo-color': '#fff', 'text-halo-width': 1.5 },
  },
  {
    id: 'river-name',
    type: 'symbol',
    source: 'base',
    filter: ['all', kind('river'), ['==', ['geometry-type'], 'LineString']],
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': 13,
      'text-letter-spacing': 0.4,
    },
    paint: { 'text-color': '#3c7196', 'text-halo-color': '#eaf3f9', 'text-halo-width': 1.5 },
  },
  {
    id: 'area-name',
    type: 'symbol',
    source: 'base',
    filter: kind('area'),
    layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 13 },
    paint: { 'text-color': '#37424f', 'text-halo-color': '#fff', 'text-halo-width': 2 },
  },
]

const points: LayerSpecification[] = [
  {
    id: 'cluster',
    type: 'circle',
    source: 'points',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': '#ffffff',
      'circle-stroke-color': ['case', ['>', ['get', 'late'], 0], toneColors.late, '#2b6cb0'],
      'circle-stroke-width': 2,
      'circle-radius': ['step', ['get', 'point_count'], 13, 10, 15, 50, 18, 200, 22],
    },
  },
  {
    id: 'cluster-count',
    type: 'symbol',
    source: 'points',
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['to-string', ['get', 'point_count']],
      'text-font': font,
      'text-size': 12,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': '#1b2330' },
  },
  {
    id: 'point',
    type: 'circle',
    source: 'points',
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': toneColor,
      'circle-radius': ['case', ['==', ['get', 'tone'], 'late'], 8, 6.5],
      'circle-stroke-color': '#fff',
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'point-here',
    type: 'circle',
    source: 'points',
    filter: ['==', ['get', 'id'], ''],
    paint: {
      'circle-color': 'rgba(0,0,0,0)',
      'circle-radius': 13,
      'circle-stroke-color': '#1b2330',
      'circle-stroke-width': 2.5,
    },
  },
]

/** A pale base of boundary, river, streets and grids, with points on it that gather into counts. Needs no tiles. */
export const mapStyle = (): StyleSpecification => ({
  version: 8,
  sources: {
    base: { type: 'geojson', data: nothing },
    points: {
      type: 'geojson',
      data: nothing,
      cluster: true,
      clusterRadius: 42,
      clusterMaxZoom: 15,
      clusterProperties: { late: ['+', ['case', ['==', ['get', 'tone'], 'late'], 1, 0]] },
    },
  },
  layers: [...ground, ...names, ...points],
})
