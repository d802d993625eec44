import { openDatabase } from '../platform/db.ts'
import { addBureau, benchClock, engineOn } from './parts/bureau.ts'
import { loadShares } from './parts/load.ts'
import { openPlace, removePlace } from './parts/place.ts'
import { buildTown } from './parts/town.ts'
import { dropIndexes } from './parts/indexes.ts'
import pg from 'pg'
removePlace('zz')
const place = await openPlace('zz')
const db = openDatabase(place.appUrl, {max:4})
const town = buildTown()
await addBureau(db, town)
const owner = new pg.Client({ connectionString: place.ownerUrl }); await owner.connect(); await dropIndexes(owner); await owner.end()
const e = engineOn(db, benchClock())
await loadShares(e, place.ownerUrl, town, [{fromDay:'2019-01-01', toDay:'2019-12-31', count: 3000}])
const c0 = process.cpuUsage(), t0 = performance.now()
const l = await loadShares(e, place.ownerUrl, town, [{fromDay:'2020-01-01', toDay:'2020-12-31', count: 20000}])
const c = process.cpuUsage(c0)
console.log('entries', l.entries, 'node cpu', c.user/1e6, c.system/1e6, 'wall', performance.now()-t0)
await db.close(); await place.leave(); removePlace('zz')
