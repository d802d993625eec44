import { article, decisionNo, law, penalties, penalty, type Told } from './penalty-words.ts'
import { definePaper, line, paragraph, signedFor, stopped, yuanInCapitals, yuanInFigures } from './words.ts'

const receipt = () => signedFor('当事人')
const toParty = { to: ({ say }: Told) => say('party'), receipt }

/** 行政处罚法 44, 45, 63, 64: what is intended, and what can be said against it within five days. */
export const penaltyNotice = definePaper(penalties, {
  ...toParty,
  id: 'penalty-notice',
  title: '行政处罚事先告知书',
  at: 'notify',
  number: 'noticeNo',
  body: (told) => [
    paragraph(
      `经查，你（单位）于${told.say('happenedOn')}在${told.say('place')}${told.say('clause')}。${stopped(told.say('facts'))}`,
    ),
    paragraph(
      `${stopped(told.say('basis'))}依据${article(told)}的规定，我局拟对你（单位）作出以下行政处罚：${penalty(told)}。`,
    ),
    paragraph(
      `依据${law}第四十四条、第四十五条的规定，你（单位）有权进行陈述和申辩；可以自收到本告知书之日起五日内向我局提出。我局不因陈述、申辩而给予更重的处罚。`,
    ),
    paragraph(
      `拟作出的行政处罚属于${law}第六十三条第一款规定的情形的，你（单位）有权自收到本告知书之日起五日内要求举行听证，不承担听证的费用。逾期没有提出的，视为放弃上述权利。`,
    ),
    paragraph('前述五日为工作日，不含法定节假日。'),
  ],
})

/** 行政处罚法 64 (2) to (5): seven days before, day and place, and what the party may do there. */
export const penaltyHearing = definePaper(penalties, {
  ...toParty,
  id: 'penalty-hearing',
  title: '行政处罚听证通知书',
  at: 'call',
  body: ({ say, when }) => [
    paragraph(
      `你（单位）于${when('ask')}对《行政处罚事先告知书》（${say('noticeNo')}）拟作出的行政处罚要求听证。依据${law}第六十四条的规定，我局决定举行听证，现将有关事项通知如下。`,
    ),
    line(`听证时间：${say('hearingOn')}　　时　　分`),
    line('听证地点：　　　　　　　　　　　　'),
    line('听证主持人：　　　　　　'),
    paragraph(
      '听证由我局指定的非本案调查人员主持。你（单位）认为主持人与本案有直接利害关系的，有权申请回避。你（单位）可以亲自参加听证，也可以委托一至二人代理，并可以进行申辩和质证。',
    ),
    paragraph(
      '除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行。你（单位）及代理人无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利，终止听证。',
    ),
  ],
})

/** 行政强制法 54: pressed for ten days before the court is asked. */
export const penaltyUrged = definePaper(penalties, {
  ...toParty,
  id: 'penalty-urged',
  title: '催告书',
  at: 'urge',
  body: (told) => {
    const { when, value, say } = told
    const left = (value('fine') ?? 0) - (value('paidSum') ?? 0)
    const paid = value('paidSum') ? `已缴纳${say('paidSum')}。` : ''
    return [
      paragraph(
        `我局于${when('decide') || when('fine')}对你（单位）作出行政处罚决定（${decisionNo(told)}）：${penalty(told)}。${paid}你（单位）逾期没有履行完毕。`,
      ),
      paragraph(
        '依据《中华人民共和国行政强制法》第五十四条的规定，现催告你（单位）自收到本催告书之日起十日内，到指定的银行或者通过电子支付系统履行下列义务：',
      ),
      ...(left > 0 ? [paragraph(`缴纳罚款人民币${yuanInFigures(left)}（大写：${yuanInCapitals(left)}）；`)] : []),
      paragraph('缴纳依法加处的罚款，每日按罚款数额的百分之三计算，不超出罚款的数额。'),
      paragraph('你（单位）收到本催告书后有权进行陈述和申辩。逾期仍不履行的，我局将依法申请人民法院强制执行。'),
    ]
  },
})
