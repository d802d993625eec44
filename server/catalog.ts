import { z } from 'zod'
import { roles } from '../catalog/roles.ts'
import {
  type Actor,
  isTimed,
  type Ledger,
  type LedgerRuntime,
  ledgerPermissions,
  yearsOf,
} from '../modules/ledger/index.ts'
import type { Roll } from '../modules/papers/index.ts'
import { yearOf } from '../platform/clock.ts'
import { endpoint } from '../platform/contract.ts'
import { type Http, serve } from '../platform/http.ts'
import { findTenants } from '../platform/tenants.ts'
import { working } from './menu.ts'

export type Allows = (actor: Actor, permission: string) => boolean

/** Composes who may what: the ledgers' own permissions, and what the roles carry beside them. */
export function composePermissions(ledgers: Iterable<Ledger>): Allows {
  const holders = ledgerPermissions(ledgers)
  for (const { id, permissions } of roles)
    for (const permission of permissions) holders.set(permission, (holders.get(permission) ?? new Set()).add(id))
  return (actor, permission) => actor.grants.some(({ role }) => holders.get(permission)?.has(role))
}

/** What somebody may do besides the ledgers' moves, as the screens ask for it. */
export const permissionsOf = (actor: Actor): string[] => [
  ...new Set(actor.grants.flatMap(({ role }) => roles.find(({ id }) => id === role)?.permissions ?? [])),
]

export const readCatalog = endpoint({
  method: 'GET',
  url: '/api/catalog',
  permission: 'signed-in',
  tag: '工作台',
  summary: '台账、岗位和菜单：界面据此画出表单和列表',
  answer: z.object({
    ledgers: z.array(z.looseObject({ id: z.string(), title: z.string() })),
    roles: z.array(z.object({ id: z.string(), label: z.string() })),
    menu: z.array(z.string()),
    years: z.array(z.number()),
    year: z.number(),
  }),
})

function ledgerFor(ledger: Ledger, actor: Actor, allows: Allows) {
  const moves = Object.entries(ledger.moves).map(
    ([id, { label, from, to, needs, may, clears, reason, main, carries, inside }]) => [
      id,
      {
        label,
        from,
        to,
        needs: needs ?? [],
        may: may ?? [],
        clears: clears ?? [],
        reason,
        main: main ?? false,
        timed: isTimed(ledger, id),
        single: carries !== undefined || inside === true,
        open: allows(actor, `${ledger.id}.${id}`),
      },
    ],
  )
  const { id, title, group, fields, states, form, columns, handover, publicPage, evaluates } = ledger
  const opening = Object.entries(ledger.moves)
    .filter(([, move]) => move.from === 'new' && !move.inside)
    .map(([name]) => name)
  return {
    id,
    title,
    group,
    fields,
    states,
    moves: Object.fromEntries(moves),
    form,
    columns,
    numbered: ledger.number !== undefined || Object.values(fields).some(({ series }) => series),
    deadlines: Object.fromEntries(Object.entries(ledger.deadlines).map(([name, { label }]) => [name, { label }])),
    metrics: ledger.metrics,
    ...(publicPage ? { publicPage } : {}),
    ...(evaluates ? { evaluates } : {}),
    ...(handover && allows(actor, `${id}.${handover.move}`)
      ? { handover: { to: handover.to, label: ledger.moves[handover.move]!.label, batch: handover.batch } }
      : {}),
    may: {
      read: allows(actor, `${id}.read`),
      create: opening.some((name) => allows(actor, `${id}.${name}`)),
      export: allows(actor, `${id}.read`),
    },
  }
}

/** The catalog as this person may see it: ledgers one may not read are not in it, functions stay here. */
export function registerCatalog(
  http: Http,
  {
    ledgers,
    clock,
    database,
    rolls,
  }: Pick<LedgerRuntime, 'ledgers' | 'clock' | 'database'> & { rolls: readonly Roll[] },
  allows: Allows,
): void {
  serve(http, readCatalog, async ({ request: { actor } }) => {
    const readable = [...ledgers.values()].filter((ledger) => allows(actor, `${ledger.id}.read`))
    const entries = new Set(
      actor.grants.flatMap(({ role }) => [...(roles.find(({ id }) => id === role)?.menu ?? [])] as string[]),
    )
    const filled = await database.inTenant(actor.tenant, yearsOf, { readOnly: true })
    const demo = (await findTenants(database)).some((one) => one.demo && one.tenant === actor.tenant)
    const now = yearOf(clock.now())
    return {
      ledgers: readable.map((ledger) => ({
        ...ledgerFor(ledger, actor, allows),
        files: rolls
          .filter((roll) => roll.ledger === ledger.id)
          .map(({ id, title }) => ({ title, url: `/ledgers/${ledger.id}/rolls/${id}` })),
      })),
      roles: roles.map(({ id, label }) => ({ id, label })),
      menu: [...entries].filter((entry) => working.has(entry)),
      years: [...new Set([now, ...filled.map(({ year }) => year)])].sort((a, b) => b - a),
      // A demonstration opens on its year, whatever somebody has tried out since.
      year: demo ? (filled.toSorted((a, b) => b.records - a.records)[0]?.year ?? now) : now,
    }
  })
}
