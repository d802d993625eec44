export { type PersonLine, type UnitNode, useOrgMap, usePeople, useUnits } from './people.ts'
export { type Bureau, type Session, sessionQuery, signOut, useMay, useSession } from './session.ts'
