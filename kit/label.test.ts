import { expect, test } from 'vitest'
import { linesOf } from './label.ts'

const fits = (line: string) => [...line].length <= 6
test('a title takes the lines it needs and no more than there is room for', () => {
  expect(linesOf('路灯', 2, fits)).toEqual(['路灯'])
  expect(linesOf('芝山路十二号路灯', 2, fits)).toEqual(['芝山路十二号', '路灯'])
  expect(linesOf('芝山路十二号路灯杆基座损坏需更换', 2, fits)).toEqual(['芝山路十二号', '路灯杆基座…'])
  expect(linesOf('', 2, fits)).toEqual([])
})
