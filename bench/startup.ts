import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { projectRoot } from '../platform/config.ts'
import { openPlace } from './parts/place.ts'
import { median, round } from './parts/say.ts'
import type { Started } from './parts/starting.ts'

// npm run bench -- startup: what some ledgers add to the start of the program, from a new process to every route registered,
// with PostgreSQL running; against a build whose catalog has neither them nor the documents and papers that name them.

const rounds = 7
const leftOut = ['penalties', 'parking', 'notices', 'permits', 'points', 'shops', 'lamps', 'pointsAccounts']
const naming = [...leftOut, 'lingling2022', 'donghu2021', 'suizhou2022', 'supervisionBulletin']
const papers = ['penalty\\w+', 'permit\\w+', 'supervisionNotice']
/** The catalog's lists have one name a line, and import it on one. */
const isNamed = new RegExp(`(?<!-)\\b(${[...naming, ...papers].join('|')})\\b`)

const without: Plugin = {
  name: 'without',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/catalog\/(documents\/(papers\/)?)?index\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => !isNamed.test(line))
        .join('\n'),
    })),
}

/** The program's wiring as one file. */
async function buildWith(plugins: Plugin[]): Promise<string> {
  const outdir = join(projectRoot, 'dist', 'bench', plugins.length ? 'startup-without' : 'startup')
  const options = { bundle: true, packages: 'external', platform: 'node', target: 'node20', format: 'esm' } as const
  const loader = { '.geojson': 'json' } as const
  await build({
    ...options,
    loader,
    absWorkingDir: projectRoot,
    entryPoints: ['bench/parts/starting.ts'],
    outdir,
    plugins,
  })
  return join(outdir, 'starting.js')
}

const place = await openPlace('startup')
function start(file: string): Started {
  const { stdout, status } = spawnSync(process.execPath, [file, place.folder, place.appUrl, place.jobsUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the program ended with code ${status}`)
  return JSON.parse(stdout)
}

try {
  const [all, fewer] = [await buildWith([]), await buildWith([without])]
  const starts: { all: Started; fewer: Started }[] = []
  // The first two fill caches and are not counted.
  for (let i = 0; i <= rounds; i++) starts.push({ all: start(all), fewer: start(fewer) })
  const [first, ...counted] = starts
  if (first!.all.ledgers - first!.fewer.ledgers !== leftOut.length) throw new Error('not these ledgers were left out')
  const ms = {
    all: median(counted.map((one) => one.all.ms)),
    fewer: median(counted.map((one) => one.fewer.ms)),
  }
  const differenceMs = round(ms.all - ms.fewer)
  console.log(
    `${first!.all.ledgers} ledgers: ${round(ms.all)} ms, ${first!.fewer.ledgers}: ${round(ms.fewer)} ms; ${leftOut.length} ledgers add ${differenceMs} ms (at most 200)`,
  )
  console.log(
    JSON.stringify({ bench: 'startup', rounds, ms: { all: round(ms.all), fewer: round(ms.fewer) }, differenceMs }),
  )
} finally {
  await place.leave()
}
