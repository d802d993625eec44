import { notices } from '../../ledgers/notices.ts'
import { definePaper, heading, paragraph, pictures, signedFor, stopped } from './words.ts'

/** What supervision found, handed to the unit in charge. */
export const supervisionNotice = definePaper(notices, {
  id: 'supervision-notice',
  title: '督察整改通知书',
  at: 'issue',
  number: 'record',
  to: ({ say }) => say('unit'),
  body: ({ say, see }) => [
    paragraph(`经${say('kind')}，发现你单位责任范围内（${say('place')}）存在以下问题，现通知你单位整改。`),
    heading('一、发现的问题'),
    paragraph(stopped(say('problem'))),
    heading('二、整改要求'),
    paragraph(stopped(say('demand'))),
    paragraph(
      `请于${say('until')}前完成整改，并将整改情况和整改后照片报我局复查。逾期未整改或者整改不到位的，予以通报。`,
    ),
    ...pictures(see('photos')),
  ],
  receipt: () => signedFor('责任单位'),
})

/** What the check afterwards found: set right, or not yet. */
export const recheckOpinion = definePaper(notices, {
  id: 'recheck-opinion',
  title: '复查意见书',
  at: ['pass', 'fail'],
  to: ({ say }) => say('unit'),
  body: ({ say, see, number, move, when, by, on }) => [
    paragraph(
      `你单位${when('reply')}回复《督察整改通知书》（${number}）的整改情况已收悉。${on}，${by}对${say('place')}进行了复查，现提出复查意见如下。`,
    ),
    heading('一、整改情况'),
    paragraph(stopped(say('measures'))),
    heading('二、复查意见'),
    paragraph(stopped(say('finding'))),
    paragraph(
      move === 'pass'
        ? '经复查，上述问题已经整改到位，予以销号。'
        : `经复查，上述问题尚未整改到位。请于${say('until')}前继续整改，并将整改情况报我局再次复查。`,
    ),
    ...pictures(see('afterPhotos')),
  ],
  receipt: () => signedFor('责任单位'),
})
