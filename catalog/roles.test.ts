import { expect, test } from 'vitest'
import { roles } from './roles.ts'

const may = (permission: string) =>
  roles.filter(({ permissions }) => (permissions as readonly string[]).includes(permission)).map(({ id }) => id)

test('whoever manages people does not read the audit, and the two exclude each other both ways', () => {
  expect(may('org.manage')).toEqual(['admin'])
  expect(may('audit.read')).toEqual(['auditor'])
  const apart = roles.flatMap((role) => ('apartFrom' in role ? role.apartFrom.map((other) => [role.id, other]) : []))
  expect(apart).toEqual([
    ['admin', 'auditor'],
    ['auditor', 'admin'],
  ])
})

test('the administrator handles no business: no figures, no money, no reports', () => {
  const admin = roles.find(({ id }) => id === 'admin')!
  expect(admin.permissions.filter((permission) => !permission.startsWith('org.'))).toEqual([])
})

test('the reviewers of the finance bureau only read', () => {
  const reviewer = roles.find(({ id }) => id === 'reviewer')!
  expect(reviewer.permissions.filter((permission) => !/\.(read|use)$/.test(permission))).toEqual([])
})

test('money is written by finance alone, reports are submitted by performance and published by the director', () => {
  expect(may('budget.write')).toEqual(['finance'])
  expect(may('report.submit')).toEqual(['performance'])
  expect(may('report.publish')).toEqual(['director'])
  expect(may('report.withdraw')).toEqual(['performance', 'director'])
})
