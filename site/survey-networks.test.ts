import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSigner } from '../platform/keys.ts'
import { networkMark, networkOf } from './survey-networks.ts'

test('a network is an address of the old kind, and the first half of one of the new', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:0DB8:0001:0002::6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::6')).toBe('2001:db8:0:0')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
})

test('the mark hangs on a key outside the database: whoever has the rows alone cannot try the addresses', () => {
  const keys = () => openSigner(mkdtempSync(join(tmpdir(), 'keys-')))
  const [ours, others] = [keys(), keys()]
  const mark = networkMark(ours, { id: 's-1' }, '203.0.113.7')
  expect(networkMark(ours, { id: 's-1' }, '203.0.113.7')).toBe(mark)
  expect(networkMark(others, { id: 's-1' }, '203.0.113.7')).not.toBe(mark)
})
