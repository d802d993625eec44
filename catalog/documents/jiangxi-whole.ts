import type { ReportDocument } from '../../modules/reporting/index.ts'
import {
  accountFigures,
  accountText,
  budgetFigures,
  managementFigures,
  managementText,
  ofWhole,
  opening,
  pointsOfWhole,
  projectsOfYear,
  scoreOfWhole,
  shortOfWhole,
} from './whole.ts'

const money = ['initial', 'full', 'paid', 'rate']

/** The four parts 江西 asks for, in its order, for any body that has set indicators for the whole of its spending. */
export const jiangxiAny: ReportDocument = {
  id: 'jiangxi-whole',
  form: 'jiangxi-whole',
  layout: '江西省部门整体支出格式',
  title: '{bureau}{year}年度部门整体支出绩效自评报告',
  slug: 'ztzp',
  figures: [
    ...budgetFigures.filter(({ id }) => money.includes(id)),
    ...accountFigures,
    ...managementFigures,
    { id: 'assets', label: '资产总计', scale: '万元2', unit: '万元', from: { sum: [{ metric: 'asset.total' }] } },
    { id: 'current', label: '流动资产', scale: '万元2', unit: '万元', from: { sum: [{ metric: 'asset.current' }] } },
    { id: 'posts', label: '编制数', scale: '数', unit: '人', from: { sum: [{ metric: 'personnel.posts' }] } },
    { id: 'staff', label: '在职人员', scale: '数', unit: '人', from: { sum: [{ metric: 'personnel.staff' }] } },
    { id: 'temporary', label: '聘用人员', scale: '数', unit: '人', from: { sum: [{ metric: 'personnel.temporary' }] } },
  ],
  sums: [{ whole: 'spent', parts: ['basic-spent', 'projects-spent'] }],
  sections: [
    opening('部门整体支出'),
    {
      heading: '一、部门概况',
      blocks: [
        { sub: '（一）部门主要职责、组织架构、人员和资产' },
        { text: '{bureau}负责本辖区的城市综合管理工作。' },
        { text: '{bureau}编制{posts}，在职{staff}，聘用{temporary}。年末资产总计{assets}，其中流动资产{current}。' },
        { sub: '（二）当年部门履职总体目标和工作任务' },
        { text: '履职目标和工作任务见部门整体支出绩效目标申报表。' },
        { sub: '（三）当年部门整体支出绩效目标' },
        { text: '绩效目标逐项列入目标申报表，有数值、有单位、有取数来源。' },
        { sub: '（四）部门预算绩效管理开展情况' },
        { text: '目标编制、执行监控、自评和整改都在台账中进行，每个环节由具名的人办理。' },
        managementText,
        { sub: '（五）当年部门预算及执行情况' },
        { text: '年初预算{initial}，调整后预算{full}，执行{paid}，预算执行率{rate}。' },
        accountText,
        projectsOfYear,
      ],
    },
    {
      heading: '二、部门整体支出绩效实现情况',
      blocks: [
        { sub: '（一）履职完成情况' },
        { text: '产出指标的完成值由台账取数，台账没有的由填报人写明来源。' },
        pointsOfWhole('产出指标完成情况', '没有设定产出指标。', ['output', 'cost']),
        { sub: '（二）履职效果情况' },
        { text: '效益指标的取值方式见佐证材料。' },
        pointsOfWhole('效益指标完成情况', '没有设定效益指标。', ['benefit']),
        { sub: '（三）满意度及可持续影响' },
        { text: '满意度取自调查；没有调查的不评分，在自评表中记为缺失。' },
        pointsOfWhole('满意度指标完成情况', '没有设定满意度指标。', ['satisfaction']),
      ],
    },
    {
      heading: '三、部门整体支出绩效中存在的问题及改进措施',
      blocks: [
        { sub: '（一）主要问题及原因分析' },
        shortOfWhole,
        { text: '未完成指标的偏差原因逐项写在自评表中。' },
        { sub: '（二）改进的方向和具体措施' },
        { text: '整改事项逐条列入整改台账，写明责任人和期限。' },
      ],
    },
    {
      heading: '四、绩效自评结果拟应用和公开情况',
      blocks: [
        scoreOfWhole('没有对部门整体支出设定绩效指标，不能得出自评得分和等级。'),
        { text: '自评结果作为下一年度预算申报的依据，经财政部门审核后向社会公开。' },
      ],
    },
    ofWhole,
  ],
}
