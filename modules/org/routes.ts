import type { FastifyRequest } from 'fastify'
import { isFromHere, registerSession } from '../../platform/auth/routes.ts'
import type { Actor, Auth } from '../../platform/auth.ts'
import { type Clock, dayOf } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/db.ts'
import { invalid } from '../../platform/errors.ts'
import { type Http, serve } from '../../platform/http.ts'
import * as commands from './commands.ts'
import { orgContract, orgManagement } from './contract.ts'
import type { RoleDeclaration } from './domain.ts'
import { forgetOrg, loadOrg } from './load.ts'
import { calendarOf, demoAccountsOf, directoryOf, logOf, mapOf, peopleOf, rolesShown } from './queries.ts'

export interface OrgParts {
  database: Database
  clock: Clock
  auth: Auth
  roles: readonly RoleDeclaration[]
  /** Everything a person's roles add up to, for the screens. */
  permissionsOf(actor: Actor): string[]
  /** What a person still has in hand; asked before a role is taken away. */
  heldWork?: commands.HeldWork
}

/** Sign-in, what everybody asks of the bureau, and what the administrator changes. */
export function registerOrg(http: Http, parts: OrgParts): void {
  const world = (tenant: string) => loadOrg(parts.database, tenant, parts.clock)
  registerSession(http, {
    auth: parts.auth,
    database: parts.database,
    describe: async (actor) => ({
      roles: rolesShown(await world(actor.tenant), parts.roles, actor.person),
      permissions: parts.permissionsOf(actor),
      now: parts.clock.now(),
    }),
  })
  registerQuestions(http, parts, world)
  registerManagement(http, parts)
}

type World = (tenant: string) => ReturnType<typeof loadOrg>

function registerQuestions(http: Http, { database, clock, roles }: OrgParts, world: World): void {
  const reading = <T>({ actor }: FastifyRequest, read: (tx: Tx) => Promise<T>) =>
    database.inTenant(actor.tenant, read, { readOnly: true })

  serve(http, orgContract.units, async ({ request }) => [...(await world(request.actor.tenant)).units])
  serve(http, orgContract.people, async ({ request, query }) => peopleOf(await world(request.actor.tenant), query))
  serve(http, orgContract.map, async ({ request, query }) => mapOf(await world(request.actor.tenant), query.kind))
  serve(http, orgContract.calendar, ({ request, query }) => reading(request, (tx) => calendarOf(tx, query.year)))
  serve(http, orgContract.demoAccounts, async ({ request }) =>
    isFromHere(request) ? demoAccountsOf(database, world, roles) : [],
  )
  serve(http, orgManagement.directory, ({ request }) => reading(request, (tx) => directoryOf(tx, dayOf(clock.now()))))
  serve(http, orgManagement.log, async ({ request, query }) => {
    const org = await world(request.actor.tenant)
    return reading(request, (tx) => logOf(tx, org, query.before, query.limit))
  })
}

function registerManagement(http: Http, { database, clock, auth, roles, heldWork }: OrgParts): void {
  /** A change of the bureau: once it is committed, nobody in this process goes on with what was known before. */
  const changing = async <T>({ actor }: FastifyRequest, change: (tx: Tx, doing: commands.Doing) => Promise<T>) => {
    const doing = { by: actor.person, at: clock.now() }
    const result = await database.inTenant(actor.tenant, (tx) => change(tx, doing))
    forgetOrg(database, actor.tenant)
    auth.forget(actor.tenant)
    return result
  }

  serve(http, orgContract.changeOwnPassword, ({ request, body }) =>
    changing(request, (tx, doing) => commands.changeOwnPassword(tx, body, doing)),
  )
  serve(http, orgManagement.addUnit, ({ request, body }) =>
    changing(request, (tx, doing) => commands.addUnit(tx, body, doing)),
  )
  serve(http, orgManagement.changeUnit, ({ request, params, body }) =>
    changing(request, (tx, doing) => commands.changeUnit(tx, { ...body, id: params.unit }, doing)),
  )
  serve(http, orgManagement.addPerson, ({ request, body }) =>
    changing(request, (tx, doing) => commands.addPerson(tx, body, doing)),
  )
  serve(http, orgManagement.changePerson, ({ request, params, body }) =>
    changing(request, async (tx, doing) => void (await commands.changePerson(tx, params.person, body, doing))),
  )
  serve(http, orgManagement.removePerson, ({ request, params }) =>
    changing(request, (tx, doing) => commands.removePerson(tx, params.person, doing, heldWork)),
  )
  serve(http, orgManagement.grantRole, ({ request, params, body }) =>
    changing(request, (tx, doing) => commands.grantRole(tx, { ...params, ...body }, roles, doing)),
  )
  serve(http, orgManagement.withdrawRole, ({ request, params }) =>
    changing(request, (tx, doing) => commands.withdrawRole(tx, params, roles, doing, heldWork)),
  )
  serve(http, orgManagement.resetPassword, ({ request, params, body }) =>
    changing(request, (tx, doing) => commands.resetPassword(tx, params.account, body.password, doing)),
  )
  serve(http, orgManagement.assignArea, ({ request, params, body }) =>
    changing(request, (tx, doing) => commands.assignArea(tx, { ...params, ...body }, doing)),
  )
  serve(http, orgManagement.releaseArea, ({ request, params }) =>
    changing(request, (tx, doing) => commands.releaseArea(tx, params, doing)),
  )
  serve(http, orgManagement.importGrids, async ({ request }) => {
    const part = await request.file()
    if (!part) throw invalid('org.grids-missing', '没有收到文件；请选择 GeoJSON 文件后再导入。')
    const text = (await part.toBuffer()).toString('utf8')
    return changing(request, (tx, doing) => commands.importGrids(tx, text, {}, doing))
  })
  serve(http, orgManagement.addCalendarYear, ({ request, body }) =>
    changing(request, (tx, doing) => commands.addCalendarYear(tx, body, doing)),
  )
  serve(http, orgManagement.setCalendarDay, ({ request, params, body }) =>
    changing(request, (tx, doing) => commands.setCalendarDay(tx, { ...params, ...body }, doing)),
  )
}
