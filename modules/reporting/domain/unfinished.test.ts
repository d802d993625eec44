import { expect, test } from 'vitest'
import type { RenderedBlock } from '../domain.ts'
import { unfinishedIn } from './unfinished.ts'

const said = (text: string): RenderedBlock => ({ kind: 'text', pieces: [text] })
const sub = (text: string): RenderedBlock => ({ kind: 'sub', text })

test('whoever has yet to write is told under which heading, once for each paragraph', () => {
  const sections = [
    { heading: '', blocks: [said('现报告如下。')] },
    { heading: '一、自评结论', blocks: [sub('（一）得分'), said('85分。'), sub('（二）问题'), said('待填写。')] },
    { heading: '二、措施', blocks: [said('待填写。')] },
  ]
  expect(unfinishedIn(sections)).toEqual([
    '“一、自评结论”的“（二）问题”还有“待填写”的段落。',
    '“二、措施”还有“待填写”的段落。',
  ])
  expect(unfinishedIn(sections.slice(0, 1))).toEqual([])
})
