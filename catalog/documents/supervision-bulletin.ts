import type { ReportDocument } from '../../modules/reporting/index.ts'
import { count, share } from './bindings.ts'

/** 城市管理督察通报: what supervision found in a year and what became of it; any bureau can publish it. */
export const supervisionBulletin: ReportDocument = {
  id: 'supervision-bulletin',
  form: '督察通报',
  layout: '专题通报',
  title: '{bureau}{year}年度城市管理督察通报',
  slug: 'dctb',
  sections: [
    {
      heading: '一、督察情况',
      blocks: [{ text: '{year}年，{bureau}下发督察整改通知书{issued}，对逾期未整改的通报{escalated}。' }],
    },
    {
      heading: '二、整改情况',
      blocks: [{ text: '经复查，整改率为{corrected}。整改率以当年下发、未撤回的通知书为分母，截至封账之日计算。' }],
    },
    {
      heading: '三、责任点位检查情况',
      blocks: [{ text: '期末在管责任点位{points}，全年检查{inspected}，发现问题{found}，检查合格率{passed}。' }],
    },
  ],
  figures: [
    count('issued', '整改通知书', '份', 'notice.issued'),
    count('escalated', '通报', '次', 'notice.escalated'),
    share('corrected', '整改率', 'notice.corrected'),
    count('points', '在管点位', '个', 'point.points'),
    count('inspected', '点位检查', '次', 'point.inspected'),
    count('found', '发现问题', '次', 'point.found'),
    share('passed', '检查合格率', 'point.passed'),
  ],
  sums: [],
}
