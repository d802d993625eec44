import { defineRoll, type Roll } from '../../modules/papers/index.ts'
import { rectifications } from '../ledgers/rectifications.ts'

/** A sentence ends as one, whoever wrote it without its stop. */
const ended = (said: string) => (!said || /[。！？；.!?;]$/.test(said) ? said : `${said}。`)
/** What was done, and what somebody else found of it. */
const outcome = (result: string, finding: string) =>
  [ended(result), finding && `核验意见：${ended(finding)}`].filter(Boolean).join('\n')

/** 整改台账 as it is handed in: each problem with its measure, who answers for it, until when, and what came of it. */
const rectificationRoll = defineRoll(rectifications, {
  id: 'rectification',
  title: '绩效问题整改台账',
  takes: ({ state }) => state !== 'withdrawn',
  lead: (lines) => {
    const of = (state: string) => lines.filter((line) => line.state === state)
    const late = of('open').filter((line) => line.late).length
    const open = `待整改${of('open').length}个${late ? `（其中逾期${late}个）` : ''}`
    return `共登记问题${lines.length}个：已整改${of('closed').length}个，待核验${of('done').length}个，${open}。`
  },
  columns: [
    { head: '编号', share: 0.127, of: ({ number }) => number },
    { head: '来源', share: 0.08, of: ({ say }) => say('source') },
    { head: '整改对象', share: 0.1, of: ({ say }) => say('object') },
    { head: '存在的问题', share: 0.15, of: ({ say }) => say('problem') },
    { head: '整改措施', share: 0.135, of: ({ say }) => say('measures') },
    { head: '责任单位和责任人', share: 0.095, of: ({ say }) => `${say('unit')}\n${say('owner')}` },
    { head: '整改期限', share: 0.125, of: ({ value }) => value('dueOn') ?? '' },
    { head: '整改情况', share: 0.118, of: ({ say }) => outcome(say('result'), say('finding')) },
    { head: '状态', share: 0.07, of: ({ standing, state, late }) => (late && state === 'open' ? '逾期' : standing) },
  ],
})

/** Ledgers that are handed in as a document of their own. */
export const rolls: readonly Roll[] = [rectificationRoll]
