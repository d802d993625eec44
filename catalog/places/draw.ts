import { writeFileSync } from 'node:fs'
import { geojsonOf } from './district.ts'
import { donghu } from './donghu.ts'
import { duji } from './duji.ts'
import { lingling } from './lingling.ts'
import { suizhou } from './suizhou.ts'

/** Draws the schematic districts anew: `npx tsx catalog/places/draw.ts`. The same plan always gives the same file. */
for (const [file, draw] of [
  ['lingling.geojson', lingling],
  ['duji.geojson', duji],
  ['suizhou.geojson', suizhou],
  ['donghu.geojson', donghu],
] as const)
  writeFileSync(new URL(file, import.meta.url), geojsonOf(draw()))
