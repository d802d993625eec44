import { expect, test } from 'vitest'
import { answersOf, askedAgain, askedNow, openIn, withAnswer } from './import-answers.ts'

const bad = { row: 3, sheet: '事件', field: 'limit', raw: '2天左右', proposal: '2个工作日', sentence: '读不出来' }
const empty = { row: 3, sheet: '事件', field: 'closing', raw: '', sentence: '还差结案条件' }
const refused = { row: 9, sentence: '不能登记' }

test('nothing is answered until a person says so, not even with the proposal', () => {
  const asked = askedAgain([], [bad])
  expect(openIn(asked)).toEqual(asked)
  expect(answersOf(asked)).toEqual([])
  const own = withAnswer(asked, asked[0]!, { way: 'own', text: ' ' })
  expect([openIn(own).length, answersOf(own)]).toEqual([1, []])
})

test('an answer says which cell it is for, leaving out which row', () => {
  const asked = askedAgain([], [bad, refused])
  const said = withAnswer(asked, asked[0]!, { way: 'proposal', text: '2个工作日' })
  expect(answersOf(withAnswer(said, asked[1]!, { way: 'out', text: '' }))).toEqual([
    { row: 3, sheet: '事件', field: 'limit', text: '2个工作日' },
    { row: 9 },
  ])
})

test('a row that is left out asks for none of its other cells', () => {
  const asked = askedAgain([], [bad, empty])
  const said = withAnswer(asked, asked[0]!, { way: 'out', text: '' })
  expect(openIn(said)).toEqual([])
})

test('what was answered before goes along, what is asked again is open again', () => {
  const asked = askedAgain([], [bad, empty])
  const said = withAnswer(withAnswer(asked, asked[0]!, { way: 'own', text: '快' }), asked[1]!, {
    way: 'own',
    text: '清除',
  })
  const again = askedAgain(said, [{ ...bad, sentence: '“快”读不出来' }])
  expect(answersOf(again)).toEqual([{ row: 3, sheet: '事件', field: 'closing', text: '清除' }])
  expect(openIn(again)).toMatchObject([{ field: 'limit', sentence: '“快”读不出来' }])
})

test('fifty are asked at once, those not answered yet first', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ ...bad, row: i + 3 }))
  const said = askedNow(askedAgain([], many)).reduce(
    (all, one) => withAnswer(all, one, { way: 'own', text: '2天' }),
    askedAgain([], many),
  )
  expect([openIn(said).length, answersOf(said).length]).toEqual([0, 50])
  expect(openIn(askedAgain(said, many.slice(50))).map(({ row }) => row)).toEqual([
    53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
  ])
})
