import { expect, test } from 'vitest'
import { cronItemsOf } from './jobs.ts'

test('a line of the timetable may name a task as tasks are named here, with a dot', () => {
  const items = cronItemsOf('* * * * * ledger.due\n15 18 * * * metrics.recount-all\n')
  expect(items.map(({ task, identifier }) => [task, identifier])).toEqual([
    ['ledger.due', 'ledger.due'],
    ['metrics.recount-all', 'metrics.recount-all'],
  ])
  expect(cronItemsOf('')).toEqual([])
})
