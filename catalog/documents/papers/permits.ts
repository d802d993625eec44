import { permits } from '../../ledgers/permits.ts'
import { definePaper, heading, paragraph, remedies, signedFor, stopped } from './words.ts'

const receipt = () => signedFor('申请人或者受送达人')

/** 行政许可法 38, first paragraph. */
export const permitGranted = definePaper(permits, {
  id: 'permit-granted',
  title: '准予行政许可决定书',
  at: 'grant',
  number: 'record',
  to: ({ say }) => say('applicant'),
  body: ({ say, has, when }) => [
    paragraph(`你（单位）于${when('apply')}提出${say('kind')}的行政许可申请，我局于${when('accept')}受理。`),
    paragraph(`经审查，你（单位）的申请符合法定条件。${stopped(say('basis'))}`),
    paragraph('根据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予行政许可：'),
    heading('一、许可内容'),
    paragraph(stopped(say('matter'))),
    heading('二、地点'),
    paragraph(stopped(say('place'))),
    heading('三、有效期限'),
    paragraph(`自${say('startsOn')}起至${say('endsOn')}止。`),
    paragraph('请在许可的范围和期限内从事上述活动，并接受监督检查。'),
    ...(has('contact') ? [paragraph(`联系电话：${say('contact')}`)] : []),
  ],
  receipt,
})

/** 行政许可法 38, second paragraph: reasons, and what can be done against it. */
export const permitRefused = definePaper(permits, {
  id: 'permit-refused',
  title: '不予行政许可决定书',
  at: 'refuse',
  number: 'record',
  to: ({ say }) => say('applicant'),
  body: ({ say, when }) => [
    paragraph(
      `你（单位）于${when('apply')}提出${say('kind')}的行政许可申请，我局于${when('accept')}受理。申请内容为：${stopped(say('matter'))}`,
    ),
    heading('一、理由和依据'),
    paragraph(stopped(say('basis'))),
    heading('二、决定'),
    paragraph('根据《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予行政许可。'),
    heading('三、救济途径和期限'),
    paragraph(remedies),
  ],
  receipt,
})

/** 行政许可法 32 (4): everything that is missing, told once. */
export const permitAsked = definePaper(permits, {
  id: 'permit-asked',
  title: '补正材料一次告知书',
  at: 'ask',
  to: ({ say }) => say('applicant'),
  body: ({ say, number, when }) => [
    paragraph(`你（单位）于${when('apply')}提出${say('kind')}的行政许可申请（申请编号：${number}）。`),
    paragraph(
      '经审查，申请材料不齐全或者不符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知需要补正的全部内容：',
    ),
    paragraph(stopped(say('missing'))),
    paragraph('补正的材料可以送交我局受理窗口。材料补正齐全、符合法定形式的，我局予以受理。'),
  ],
  receipt,
})
