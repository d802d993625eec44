import type { ReportDocument } from '../../modules/reporting/index.ts'
import {
  budgetFigures,
  managementFigures,
  managementText,
  ofWhole,
  pointsOfWhole,
  projectsOfYear,
  scoreOfWhole,
  shortOfWhole,
} from './whole.ts'

const money = ['full', 'paid', 'rate']

/** The two parts 湖北 asks for, for any body: the conclusion with its score, and the evidence. */
export const hubeiAny: ReportDocument = {
  id: 'hubei-whole',
  form: 'hubei-whole',
  layout: '湖北省部门整体格式',
  title: '{bureau}{year}年度部门整体绩效自评结果',
  slug: 'zpjl',
  figures: [...budgetFigures.filter(({ id }) => money.includes(id)), ...managementFigures],
  sums: [],
  sections: [
    {
      heading: '一、自评结论',
      blocks: [
        { sub: '（一）自评得分' },
        scoreOfWhole('没有对部门整体支出设定绩效指标，不能得出自评得分。'),
        pointsOfWhole('部门整体绩效自评得分', '设定绩效指标后，逐项列出得分。'),
        { sub: '（二）绩效目标完成情况' },
        { text: '预算数{full}，执行数{paid}，执行率{rate}。' },
        shortOfWhole,
        { sub: '（三）存在的问题和原因' },
        { text: '待填写。' },
        { sub: '（四）下一步拟改进措施' },
        managementText,
        { text: '与预算安排相结合：自评结果作为编制下一年度预算的依据。' },
      ],
    },
    {
      heading: '二、佐证材料',
      blocks: [
        { sub: '（一）基本情况' },
        projectsOfYear,
        { sub: '（二）自评工作开展情况' },
        { text: '台账能数出来的完成值由台账取数，其余的由填报人写明来源，逐项见佐证材料。' },
        { sub: '（三）绩效目标完成情况分析' },
        { text: '各项指标的目标值、完成值和得分见前表，取值方式和得分的理由见佐证材料。' },
        { sub: '（四）上年度自评结果应用情况' },
        { text: '待填写。' },
      ],
    },
    ofWhole,
  ],
}
