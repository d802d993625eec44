import { expect, test } from 'vitest'
import { entryAt, sideEntries, tabEntries } from './menu.ts'

const field = ['home', 'cases.list', 'ledgers', 'cases.map']
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label)

test('a collector has the five tabs of the street', () => {
  expect(labels(tabEntries(field, true))).toEqual(['待办', '上报', '台账', '地图', '我的'])
})

test('who reports nothing has no tab for it', () => {
  expect(labels(tabEntries(field, false))).toEqual(['待办', '台账', '地图', '我的'])
})

test('a reviewer, who has no work to wait for, finds the papers under the thumb instead', () => {
  const menu = ['budget', 'evaluation.self', 'reporting.documents', 'metrics']
  expect(labels(tabEntries(menu, false))).toEqual(['预算与项目', '绩效', '报告', '统计', '我的'])
})

test('who answers for the papers has them under the thumb, in the order of the menu', () => {
  const menu = ['home', 'evaluation.self', 'reporting.documents', 'ledgers', 'reporting.public', 'budget']
  expect(labels(tabEntries(menu, true))).toEqual(['待办', '绩效', '报告', '台账', '我的'])
})

test('a case belongs to the cases and not to the ledgers, though its address begins with theirs', () => {
  expect(entryAt(sideEntries(field), '/ledgers/case/0185')?.label).toBe('案件')
  expect(entryAt(sideEntries(field), '/ledgers/payment')?.label).toBe('台账')
})

test('every screen of the administration belongs to it', () => {
  expect(entryAt(sideEntries(['admin.people']), '/manage/calendar')?.label).toBe('管理')
})

test('nothing but the workbench belongs to the workbench', () => {
  expect(entryAt(sideEntries(field), '/me')).toBeUndefined()
})
