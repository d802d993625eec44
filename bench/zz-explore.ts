import { openDatabase } from '../platform/db.ts'
import { getLedger } from '../modules/ledger/index.ts'
import { filterOf, listPage, tasksOf, findAnywhere } from '../modules/ledger/queries.ts'
import { benchClock, engineOn } from './parts/bureau.ts'
import { openPlace } from './parts/place.ts'
import { explaining, sketch } from './parts/explain.ts'
import { tenant } from './parts/town.ts'
const place = await openPlace(process.argv[2]!)
const only = process.argv[3]
const db = openDatabase(place.appUrl, {max:4})
const e = engineOn(db, benchClock())
const world = await e.world(tenant)
const ledger = getLedger(e.ledgers, 'case')
const people: any = {}
for (const p of world.people) for (const g of world.rolesOf(p.id)) people[g.role] ??= p.id
people.sanitation = world.people.find(p => p.unit==='u-sanitation' && world.rolesOf(p.id).some(g=>g.role==='unit-lead'))?.id
people.gas = world.people.find(p => p.unit==='u-gas' && world.rolesOf(p.id).some(g=>g.role==='unit-lead'))?.id
people.handler = world.people.find(p => p.unit==='u-cleaning' && world.rolesOf(p.id).some(g=>g.role==='handler'))?.id
const [{grid}] = await db.inTenant(tenant, tx=>tx.query<any>(`select grid from ledger.record where tenant=$1 and unit='u-municipal' limit 1`,[tenant]))
const q = (who: string, query: any) => [who, query] as const
const year = { year: 2022 }
const cases = [
 q('receiver', year), q('receiver', {}),
 ...['received','to-dispatch','handling','closed','void','closed,void','received,to-dispatch','handling,handled,confirmed,checking'].flatMap(state=>[q('receiver',{...year,state}),q('receiver',{year:2026,state}),q('receiver',{state})]),
 ...['E0401','E0405','E0301','P0140'].flatMap(c=>[q('receiver',{...year,class:c}),q('receiver',{...year,class:c,state:'closed'}),q('receiver',{...year,class:c,state:'void'}),q('receiver',{year:2026,class:c,state:'handling'}),q('receiver',{...year,class:c,unit:'u-sanitation'}),q('receiver',{...year,class:c,unit:'u-gas'}),q('receiver',{...year,class:c,channel:'video'}),q('receiver',{...year,class:c,channel:'patrol'}),q('receiver',{...year,class:c,grid})]),
 ...['patrol','hotline','cppcc'].flatMap(channel=>[q('receiver',{...year,channel}),q('receiver',{...year,channel,state:'closed'}),q('receiver',{...year,channel,unit:'u-lamps'}),q('receiver',{...year,channel,grid})]),
 ...['u-sanitation','u-xujiajing','u-gas'].flatMap(unit=>[q('receiver',{...year,unit}),q('receiver',{...year,unit,state:'closed'}),q('receiver',{year:2026,unit,state:'handling'}),q('receiver',{...year,unit,grid})]),
 q('receiver',{...year,grid}), q('receiver',{...year,grid,state:'closed'}),
 ...['receiver','dispatcher','unit-lead','handler','collector','sanitation'].flatMap(w=>[q(w,{holder:'me'}),q(w,{...year,holder:'me'}), q(w,{year:2026,holder:'me'})]),
 ...[{},{year:2026},{unit:'u-sanitation'},{unit:'u-gas'},{class:'E0405'},{state:'handling'}, {holder:'me'}].flatMap(f=>[q('receiver',{clock:'late',...f}),q('receiver',{clock:'soon',...f})]),
 q('receiver',{sort:'dueAt',...year}), q('receiver',{sort:'dueAt',year:2026}),
 ...['路灯','垃圾','柳子街','人行道','出店经营','气拱门','二中'].flatMap(w=>[q('receiver',{q:w}),q('receiver',{q:w,...year}),q('receiver',{q:w,year:2017}),q('receiver',{q:w,...year,state:'closed'}),q('receiver',{q:w,...year,state:'void'}),q('receiver',{q:w,year:2026,state:'handling'}),q('receiver',{q:w,...year,class:'E0301'}),q('receiver',{q:w,...year,unit:'u-gas'})]),
 q('receiver',{q:'43110220220',...year}), q('receiver',{q:'123',...year}), q('receiver',{q:'431102',...year}),
 ...['handler','unit-lead','sanitation','gas'].flatMap(w=>[q(w,{}),q(w,year),q(w,{...year,state:'closed'}),q(w,{...year,state:'void'}),q(w,{year:2026,state:'handling'}),q(w,{...year,class:'E0401'}),q(w,{...year,class:'E0110'}),q(w,{...year,q:'垃圾'}),q(w,{q:'路灯'}),q(w,{clock:'late'})]),
 q('receiver',{...year, facets:{street: '南津渡责任区'}}), q('receiver',{...year, facets:{street: world.areaName(grid)}}),
]
for (const [who, query] of cases) {
  const reader = { actor: world.actorOf(people[who]), world, now: e.clock.now(), roleLabel: (r:string)=>r }
  const label = who+' '+JSON.stringify(query)
  if (only && !label.includes(only)) continue
  await db.inTenant(tenant, tx => listPage(tx, ledger, reader, query as any))
  const t0 = performance.now()
  const page: any = await db.inTenant(tenant, tx => listPage(tx, ledger, reader, query as any))
  const ms = performance.now()-t0
  const plans = await db.inTenant(tenant, async tx => { const x = explaining(tx); await listPage(x.tx, ledger, reader, query as any); return x.plans })
  const bad = plans.some(p=>p.thrownAway>1000)
  console.log(bad?'BAD':'ok ', ms.toFixed(1).padStart(6), 'ms', label, page.totalText, plans.map(p=>p.thrownAway).join(' '))
  if (bad || only) for (const p of plans) console.log('      ', p.thrownAway, sketch(p.plan), only ? p.text: '')
}
for (const w of Object.keys(people)) {
  const reader = { actor: world.actorOf(people[w]), world, now: e.clock.now(), roleLabel: (r:string)=>r }
  const plans = await db.inTenant(tenant, async tx => { const x = explaining(tx); await tasksOf(x.tx, e.ledgers, reader); return x.plans })
  const bad = plans.some(p=>p.thrownAway>1000)
  console.log(bad?'BAD':'ok ', 'tasks', w, plans.map(p=>p.thrownAway).join(' '))
  if (bad) for (const p of plans) console.log('      ', p.thrownAway, sketch(p.plan))
}
await db.close(); await place.leave()
