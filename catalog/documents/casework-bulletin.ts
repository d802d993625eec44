import type { ReportDocument } from '../../modules/reporting/index.ts'
import { count, share } from './bindings.ts'

/** The year's casework in four figures and what belongs to them; any bureau can publish it. */
export const caseworkBulletin: ReportDocument = {
  id: 'casework-bulletin',
  form: '运行情况',
  layout: '专题通报',
  title: '{bureau}{year}年度数字城管运行情况',
  slug: 'szcg',
  sections: [
    {
      heading: '一、总体情况',
      blocks: [
        {
          text: '{year}年，{bureau}数字城管共受理案件{received}，立案{filed}，作废{voided}，结案{closed}；立案率{filing-rate}，结案率{closing-rate}。',
        },
      ],
    },
    {
      heading: '二、处置时效',
      blocks: [
        {
          text: '按期结案率{closed-in-time}。立案率、结案率和按期结案率都以当年受理或立案的案件为分母，截至封账之日计算。',
        },
      ],
    },
  ],
  figures: [
    count('received', '受理案件', '件', 'case.received'),
    count('filed', '立案', '件', 'case.filed'),
    count('voided', '作废', '件', 'case.voided'),
    count('closed', '结案', '件', 'case.closed'),
    share('filing-rate', '立案率', 'case.filing-rate'),
    share('closing-rate', '结案率', 'case.closing-rate'),
    share('closed-in-time', '按期结案率', 'case.closed-in-time'),
  ],
  sums: [],
}
