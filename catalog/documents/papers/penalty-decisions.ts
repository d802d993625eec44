import { article, enforcers, goesOn, law, party, payment, penalties, penalty, type Told } from './penalty-words.ts'
import { definePaper, heading, paragraph, remedies, remediesOnTheSpot, signedFor, stopped } from './words.ts'

const receipt = () => signedFor('当事人')

const facts = ({ say, see }: Told): string => {
  const photos = see('evidence').length
  const proved = photos ? `上述事实有证据照片${photos}张等证据证实。` : ''
  return `经查，当事人于${say('happenedOn')}在${say('place')}${say('clause')}。${stopped(say('facts'))}${proved}`
}

/** 行政处罚法 51, 52: on the spot, with what its second article asks the paper to say. */
export const penaltyOnTheSpot = definePaper(penalties, {
  id: 'penalty-on-the-spot',
  title: '当场行政处罚决定书',
  at: ['fine', 'warn'],
  number: 'spotNo',
  body: (told) => [
    ...party(told),
    heading('一、违法事实'),
    paragraph(facts(told)),
    paragraph(
      `执法人员${enforcers(told)}已出示执法证件，当场告知当事人拟作出的行政处罚的内容、事实、理由、依据和依法享有的陈述、申辩权利。`,
    ),
    heading('二、行政处罚的种类和依据'),
    paragraph(
      `${stopped(told.say('basis'))}依据${article(told)}和${law}第五十一条的规定，当场决定给予以下行政处罚：${penalty(told)}。`,
    ),
    heading('三、履行方式和期限'),
    paragraph(payment(told)),
    heading('四、申请行政复议、提起行政诉讼的途径和期限'),
    paragraph(`${remediesOnTheSpot(told.on)}${goesOn}`),
  ],
  receipt: () => ['执法人员（签名或者盖章）：　　　　　　、　　　　　　', ...receipt()],
})

const said = ({ say, has, when }: Told): string =>
  [
    `我局于${when('notify')}制作《行政处罚事先告知书》（${say('noticeNo')}），告知当事人拟作出的行政处罚的内容、事实、理由、依据和依法享有的陈述、申辩、要求听证等权利。`,
    has('defence') ? `当事人提出：${stopped(say('defence'))}` : '当事人在规定的期限内没有提出陈述、申辩。',
    has('hearing') ? `我局于${say('hearingOn')}举行听证。${stopped(say('hearing'))}` : '',
  ].join('')

/** 行政处罚法 57 (1), 59: party, facts and evidence, kind and basis, way and term, remedies, agency and day. */
export const penaltyDecision = definePaper(penalties, {
  id: 'penalty-decision',
  title: '行政处罚决定书',
  at: 'decide',
  number: 'decisionNo',
  body: (told) => [
    ...party(told),
    heading('一、违法事实和证据'),
    paragraph(facts(told)),
    heading('二、陈述、申辩和听证的情况'),
    paragraph(said(told)),
    heading('三、行政处罚的种类和依据'),
    paragraph(
      `${stopped(told.say('basis'))}依据${article(told)}和${law}第五十七条第一款第一项的规定，决定给予以下行政处罚：${penalty(told)}。`,
    ),
    heading('四、履行方式和期限'),
    paragraph(payment(told)),
    heading('五、申请行政复议、提起行政诉讼的途径和期限'),
    paragraph(`${remedies}${goesOn}`),
  ],
  receipt,
})

/** 行政处罚法 33, 57 (2), (3): not punished, with the reason. */
export const penaltyDropped = definePaper(penalties, {
  id: 'penalty-dropped',
  title: '不予行政处罚决定书',
  at: 'drop',
  body: (told) => [
    ...party(told),
    paragraph(
      `我局于${told.when('file')}对当事人涉嫌${told.say('clause')}一案立案调查（立案号：${told.number}）。${stopped(told.say('facts'))}`,
    ),
    heading('一、理由和依据'),
    paragraph(stopped(told.reason)),
    heading('二、决定'),
    paragraph(`依据${law}第五十七条第一款的规定，决定不予行政处罚。`),
    heading('三、申请行政复议、提起行政诉讼的途径和期限'),
    paragraph(remedies),
  ],
  receipt,
})
