import { expect, test } from 'vitest'
import { childrenFirst } from './remove.ts'

test('rows go before the rows they refer to', () => {
  const names = ['org.person', 'org.unit', 'platform.tenant', 'org.account']
  const references = [
    { source: 'org.person', target: 'org.unit' },
    { source: 'org.unit', target: 'platform.tenant' },
    { source: 'org.account', target: 'org.person' },
  ]
  expect(childrenFirst(names, references)).toEqual(['org.account', 'org.person', 'org.unit', 'platform.tenant'])
})

test('tables that refer to each other in a ring are refused, not removed in part', () => {
  const ring = [
    { source: 'a', target: 'b' },
    { source: 'b', target: 'a' },
  ]
  expect(() => childrenFirst(['a', 'b'], ring)).toThrow('ring')
})
