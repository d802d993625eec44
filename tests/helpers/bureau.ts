import { roles } from '../../catalog/roles.ts'
import { type BureauPlan, setUpBureau } from '../../modules/org/index.ts'
import type { Database } from '../../platform/db.ts'

export { roles }

const square = (lng: number, lat: number, size: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lng, lat],
      [lng + size, lat],
      [lng + size, lat + size],
      [lng, lat + size],
      [lng, lat],
    ],
  ],
})

/** A bureau of four units and fifteen people, as small as a test can use: two grids side by side in one community. */
export const smallBureau: BureauPlan = {
  title: '零陵区城市管理和综合执法局',
  short: '零陵',
  demo: true,
  fromOn: '2021-01-01',
  years: [2021, 2023],
  units: [
    { id: 'u-bureau', name: '区城管局', parent: null, kind: 'bureau' },
    { id: 'u-centre', name: '监督指挥中心', parent: 'u-bureau', kind: 'centre' },
    { id: 'u-sanitation', name: '环卫所', parent: 'u-bureau', kind: 'department' },
    { id: 'u-squad', name: '南津渡中队', parent: 'u-sanitation', kind: 'team' },
    { id: 'u-lamps', name: '路灯所', parent: 'u-bureau', kind: 'department' },
  ],
  people: [
    { id: 'p-receiver', name: '唐丽', unit: 'u-centre', account: 'receiver', roles: [{ role: 'receiver' }] },
    { id: 'p-lead', name: '蒋志强', unit: 'u-centre', account: 'lead', roles: [{ role: 'shift-lead' }] },
    { id: 'p-dispatcher', name: '何军', unit: 'u-centre', account: 'dispatcher', roles: [{ role: 'dispatcher' }] },
    { id: 'p-collector', name: '周敏', unit: 'u-centre', account: 'collector', roles: [{ role: 'collector' }] },
    { id: 'p-sanitation', name: '陈国平', unit: 'u-sanitation', account: 'sanitation', roles: [{ role: 'unit-lead' }] },
    { id: 'p-handler', name: '李勇', unit: 'u-squad', account: 'handler', roles: [{ role: 'handler' }] },
    { id: 'p-lamps', name: '黄涛', unit: 'u-lamps', account: 'lamps', roles: [{ role: 'unit-lead' }] },
    {
      id: 'p-performance',
      name: '欧阳雪',
      unit: 'u-bureau',
      account: 'performance',
      roles: [{ role: 'performance' }, { role: 'finance' }],
    },
    { id: 'p-inspector', name: '卢海', unit: 'u-bureau', account: 'inspector', roles: [{ role: 'inspector' }] },
    { id: 'p-legal', name: '郭敏', unit: 'u-bureau', account: 'legal', roles: [{ role: 'legal' }] },
    { id: 'p-director', name: '秦书文', unit: 'u-bureau', account: 'director', roles: [{ role: 'director' }] },
    { id: 'p-officer', name: '毛建军', unit: 'u-squad', account: 'officer', roles: [{ role: 'officer' }] },
    { id: 'p-partner', name: '龙晓明', unit: 'u-squad', account: 'partner', roles: [{ role: 'officer' }] },
    { id: 'p-admin', name: '邓伟', unit: 'u-bureau', account: 'admin', roles: [{ role: 'admin' }] },
    { id: 'p-auditor', name: '秦芳', unit: 'u-bureau', account: 'auditor', roles: [{ role: 'auditor' }] },
  ],
  areas: [
    { code: '431102001', kind: 'street', name: '南津渡街道', geometry: square(111.6, 26.2, 0.04) },
    {
      code: '431102001001',
      kind: 'community',
      name: '香零山社区',
      parent: '431102001',
      geometry: square(111.6, 26.2, 0.02),
    },
    {
      code: '431102001001001',
      kind: 'grid',
      name: '香零山第一网格',
      parent: '431102001001',
      unit: 'u-sanitation',
      geometry: square(111.6, 26.2, 0.01),
    },
    {
      code: '431102001001002',
      kind: 'grid',
      name: '香零山第二网格',
      parent: '431102001001',
      unit: 'u-sanitation',
      geometry: square(111.61, 26.2, 0.01),
    },
  ],
  keepers: [{ area: '431102001001001', role: 'collector', person: 'p-collector' }],
}

export const uploadedPhoto = 'a'.repeat(64)
export const uploadedSecond = 'b'.repeat(64)

/** Puts the small bureau into the database under a tenant; several tenants may have one each. */
export const addSmallBureau = (
  database: Database,
  tenant = '431102',
  plan: BureauPlan = smallBureau,
  at = '2021-01-01T00:00:00.000Z',
): Promise<void> =>
  database.inTenant(tenant, async (tx) => {
    await setUpBureau(tx, plan, roles, { by: 'system', at })
    // Photos that have been uploaded, for moves that ask for them.
    await tx.query(
      `insert into platform.file (tenant, hash, name, type, size, uploaded_by, at)
       select $1, t.hash, '处置后.png', 'image/png', 1, 'p-handler', $3 from unnest($2::text[]) as t(hash)`,
      [tenant, [uploadedPhoto, uploadedSecond], at],
    )
  })
