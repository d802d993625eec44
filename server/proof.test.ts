import { expect, test } from 'vitest'
import { proofread } from './proof.ts'

const report = (rate: string, more = '') => `清江区城市管理局2023年度绩效自评报告
一、案件
全年受理案件4520件，结案4475件，结案率${rate}。${more}
`

test('what cannot be so in a report of ours is an error, with its words and where they begin', async () => {
  const text = report('97.00%')
  const [error, ...more] = await proofread(text)
  expect(more).toEqual([])
  expect(error).toMatchObject({ severity: 'error', quote: '97.00%', start: text.indexOf('97.00%') })
  expect(error?.sentence).toMatch(/4475.*4520.*99\.00%.*。$/)
})

test('what somebody should look at once more is a hint', async () => {
  const found = await proofread(report('99.00%', '全年劝导37余人次。'))
  expect(found.map(({ severity }) => severity)).toEqual(['hint'])
})

test('a report that adds up has nothing to answer for', async () => {
  expect(await proofread(report('99.00%'))).toEqual([])
})
