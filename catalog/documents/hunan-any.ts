import type { ReportDocument } from '../../modules/reporting/index.ts'
import { count, share } from './bindings.ts'
import { hunanWhole } from './hunan-whole.ts'
import { ofWhole, pointsOfWhole, projectsOfYear, scoreOfWhole, shortOfWhole } from './whole.ts'

const form = hunanWhole({
  id: 'hunan-whole',
  duties: ['{bureau}负责本辖区的城市管理和综合执法工作。'],
  goals: ['年度整体绩效目标见绩效目标表。'],
  projectGoals: ['各项目的绩效目标见项目绩效目标表。'],
  general: { own: [], below: [] },
  fund: { own: [], below: [] },
  achievements: [
    {
      sub: '（一）数字城管',
      texts: [
        '全年受理案件{received}，立案{filed}，作废{voided}，结案{closed}；立案率{filing-rate}，结案率{closing-rate}。',
      ],
    },
  ],
  scores: [
    { sub: '（二）项目支出绩效' },
    projectsOfYear,
    { sub: '（三）自评得分和等级' },
    scoreOfWhole('没有对部门整体支出设定绩效指标，自评得分见各项目。'),
    pointsOfWhole('部门整体支出自评得分', '各项目的指标逐项见项目支出绩效自评表。'),
  ],
  short: [shortOfWhole],
  figures: [
    count('received', '受理案件', '件', 'case.received'),
    count('filed', '立案', '件', 'case.filed'),
    count('voided', '作废', '件', 'case.voided'),
    count('closed', '结案', '件', 'case.closed'),
    share('filing-rate', '立案率', 'case.filing-rate'),
    share('closing-rate', '结案率', 'case.closing-rate'),
  ],
  problems: ['待填写。'],
  measures: ['待填写。'],
  use: ['自评结果作为编制下一年度预算的依据，并向社会公开。'],
})

/** The form of 湖南 for a bureau that has not written its own yet: what every bureau has, ready to be filled in. */
export const hunanAny: ReportDocument = { ...form, sections: [...form.sections, ofWhole] }
