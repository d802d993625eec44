import { openDatabase } from '../platform/db.ts'
import { verifyLedger } from '../modules/ledger/index.ts'
import { benchClock, engineOn } from './parts/bureau.ts'
import { openPlace } from './parts/place.ts'
const place = await openPlace(process.argv[2]!)
const db = openDatabase(place.appUrl, {max:4})
const e = engineOn(db, benchClock())
console.log(await verifyLedger(db, e.ledgers, '431102'))
for (const q of [`select state, count(*)::int from ledger.record group by 1 order by 2 desc`, `select count(*)::int from ledger.gram`, `select unit, count(*)::int from ledger.record group by 1 order by 2 desc`, `select count(distinct class)::int, count(distinct grid)::int, sum(late::int)::int late, count(*) filter (where due_at < now())::int overdue from ledger.record`, `select relname, pg_size_pretty(pg_relation_size(oid)) from pg_class where relnamespace='ledger'::regnamespace order by pg_relation_size(oid) desc limit 20`, `select metric, dim, count(*)::int, sum(num)::int, sum(den)::int from metrics.day_by where dim='' group by 1,2`,`select * from ledger.counter`]) console.table(await db.inTenant('431102', tx => tx.query(q)))
await db.close(); await place.leave()
