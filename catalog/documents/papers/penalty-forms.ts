import { article, decisionNo, enforcers, law, penalties, penalty } from './penalty-words.ts'
import { definePaper, form, heading, paragraph, stopped, toSign } from './words.ts'

/** 行政处罚法 54: what is opened, by whom, and who agrees. */
export const penaltyFiling = definePaper(penalties, {
  id: 'penalty-filing',
  title: '立案审批表',
  at: 'file',
  number: 'record',
  unsigned: true,
  body: (told) => {
    const { say, on } = told
    return [
      form(
        ['案由', `涉嫌${say('clause')}`],
        ['当事人', say('party'), '类别', say('partyKind')],
        ['证件号码', say('idNumber'), '联系电话', say('phone')],
        ['住址', say('address')],
        ['违法地点', say('place')],
        ['发生日期', say('happenedOn'), '立案日期', on],
        ['违法事实', say('facts')],
        ['法律依据', article(told)],
        ['办案单位', say('unit')],
        ['承办人意见', toSign(`建议立案调查，由${enforcers(told)}承办。`)],
        ['负责人审批', toSign('')],
      ),
    ]
  },
})

/** 行政处罚法 58: what was looked at before the decision, and what came of it. */
export const penaltyReview = definePaper(penalties, {
  id: 'penalty-review',
  title: '法制审核意见书',
  at: ['pass', 'reject'],
  to: ({ say }) => say('unit'),
  body: (told) => {
    const { say, when, number, move, reason, by } = told
    return [
      paragraph(
        `你单位于${when('submit')}送审的${say('party')}涉嫌${say('clause')}一案（立案号：${number}）已收悉。依据${law}第五十八条的规定，现提出法制审核意见如下。`,
      ),
      heading('一、送审的处理意见'),
      paragraph(`${stopped(say('basis'))}依据${article(told)}，拟给予以下行政处罚：${penalty(told)}。`),
      heading('二、审核意见'),
      paragraph(stopped(move === 'pass' ? say('opinion') : reason)),
      heading('三、审核结论'),
      paragraph(move === 'pass' ? '审核通过，报负责人决定。' : '退回补充。请补充完善后重新告知当事人，再送法制审核。'),
      paragraph(`审核人：${by}`),
    ]
  },
})

/** 行政处罚法 61: what was handed over, how, when, and to whom. */
export const penaltyService = definePaper(penalties, {
  id: 'penalty-service',
  title: '送达回证',
  at: 'serve',
  unsigned: true,
  body: (told) => {
    const { say, on, by } = told
    return [
      form(
        ['送达文书', `行政处罚决定书（${decisionNo(told)}）`],
        ['受送达人', say('party')],
        ['住址', say('address')],
        ['送达地点', ''],
        ['送达方式', say('servedHow'), '送达日期', on],
        ['送达人', toSign(by)],
        ['受送达人签收', toSign('')],
        ['代收人及理由', toSign('')],
        ['见证人', toSign('')],
        ['备注', ''],
      ),
    ]
  },
})

/** What the case came to, and that it was carried out. */
export const penaltyClosing = definePaper(penalties, {
  id: 'penalty-closing',
  title: '结案审批表',
  at: 'settle',
  unsigned: true,
  body: (told) => {
    const { say, has, when, on, number } = told
    return [
      form(
        ['案由', say('clause')],
        ['当事人', say('party')],
        ...(number ? [['立案号', number, '立案日期', when('file')] as const] : []),
        ['决定书文号', decisionNo(told)],
        ['决定日期', when('decide') || when('fine'), '结案日期', on],
        ['处罚内容', penalty(told)],
        [
          '执行情况',
          `已缴款${has('paidSum') ? say('paidSum') : '0元'}${told.value('added') ? `，其中加处罚款${say('added')}` : ''}。`,
        ],
        ['承办人意见', toSign(`行政处罚决定已经执行完毕，建议结案。承办人：${enforcers(told)}。`)],
        ['负责人审批', toSign('')],
      ),
    ]
  },
})
