import type { ReportDocument } from '../../modules/reporting/index.ts'
import { executionOf, type Line, lineId, scored, worked } from './bindings.ts'
import { ofProjects, opening } from './whole.ts'

interface Project extends Line {
  goal: string
  done: string
}
const projects: readonly Project[] = [
  {
    code: 'DJ01',
    name: '智慧城管',
    goal: '建成数字化城市管理平台，缩短问题从发现到处理的时间。',
    done: '监控设备安装和数据系统调试已经完成，部分设备招标用时较长，相应的款项没有支付。',
  },
  {
    code: 'DJ02',
    name: '文明创建',
    goal: '整治主次干道环境，做好公益宣传。',
    done: '开展主次干道环境整治{street-clean}；由宣传部门牵头的部分没有在本局列支。',
  },
  {
    code: 'DJ03',
    name: '执法人员集中培训',
    goal: '提高执法人员的法律素养和规范执法水平。',
    done: '举办培训{training}，参训{training-people}。',
  },
  {
    code: 'DJ04',
    name: '垃圾分类',
    goal: '布设分类设施，引导居民分类投放。',
    done: '布设分类设施的社区{sorting-community}；新增设施因资金安排暂缓。',
  },
  {
    code: 'DJ05',
    name: '城管进社区',
    goal: '执法力量进驻社区，就近解决占道经营和乱停乱放。',
    done: '进驻社区{community-station}；余款按社区需求调整后支付。',
  },
  {
    code: 'DJ06',
    name: '执法车辆运行维护',
    goal: '保障执法车辆维修、燃油和保险，车辆随时可用。',
    done: '保障在用执法车辆{vehicle-kept}。',
  },
  {
    code: 'DJ07',
    name: '农村环境卫生经费',
    goal: '清运农村垃圾，保洁公厕。',
    done: '保洁覆盖行政村{village-clean}，减少垃圾填埋量{landfill-cut}。',
  },
]
const names = projects.map(({ name }) => name).join('、')
const cell = (part: string, line: Line) => `{${lineId(part, line)}}`
const works = [
  'street-clean',
  'training',
  'training-people',
  'sorting-community',
  'community-station',
  'vehicle-kept',
  'village-clean',
  'landfill-cut',
]

/** 杜集区 2024 in the sections 安徽 uses: facts of the bureau's published report, in our own words; the totals are counted. */
export const duji2024: ReportDocument = {
  id: 'duji-2024',
  form: 'anhui-projects',
  layout: '安徽省项目支出格式',
  title: '{bureau}{year}年度项目支出绩效自评报告',
  slug: 'zpbg',
  tenant: '340602',
  year: 2024,
  figures: [
    ...executionOf((part) => `all-${part}`, '全部项目', undefined),
    ...projects.flatMap((line) => executionOf((part) => lineId(part, line), line.name, { class: line.code })),
    ...projects.flatMap(scored),
    ...works.map((kind) => worked(kind)),
  ],
  sums: (['initial', 'full', 'paid'] as const).map((part) => ({
    whole: `all-${part}`,
    parts: projects.map((line) => lineId(part, line)),
  })),
  sections: [
    opening('项目支出'),
    {
      heading: '一、自评工作开展情况',
      blocks: [
        { sub: '（一）年度总体目标及主要任务' },
        { text: `{year}年{bureau}安排${names}等项目，各项目的目标如下。` },
        ...projects.map(({ name, goal }) => ({ text: `${name}：${goal}` })),
        { sub: '（二）自评工作组织实施' },
        {
          text: '自评由局长任组长的工作小组组织，各项目负责人提交完成情况和佐证材料，小组交叉复核预算执行和指标完成情况。凡台账能数出来的完成值一律由台账取数，其余的由填报人写明来源。',
        },
      ],
    },
    {
      heading: '二、部门预算支出情况',
      blocks: [
        { sub: '（一）总体预算及执行情况' },
        { text: '{year}年项目年初预算{all-initial}，全年预算{all-full}，全年执行{all-paid}，执行率{all-rate}。' },
        {
          table: {
            caption: '项目预算执行情况（万元）',
            head: ['项目', '年初预算', '全年预算', '全年执行', '执行率'],
            rows: [
              ...projects.map((line) => [
                line.name,
                cell('initial', line),
                cell('full', line),
                cell('paid', line),
                cell('rate', line),
              ]),
              ['合计', '{all-initial}', '{all-full}', '{all-paid}', '{all-rate}'],
            ],
          },
        },
        { sub: '（二）项目支出构成和完成情况' },
        ...projects.map((line) => ({
          text: `${line.name}：预算${cell('full', line)}，支出${cell('paid', line)}。${line.done}`,
        })),
      ],
    },
    {
      heading: '三、项目自评结果及分析',
      blocks: [
        { sub: '（一）项目自评得分' },
        { text: `各项目自评得分：${projects.map((line) => `${line.name}${cell('score', line)}`).join('，')}。` },
        {
          table: {
            caption: '项目自评得分和等级',
            head: ['项目', '得分', '等级'],
            rows: projects.map((line) => [line.name, cell('score', line), cell('grade', line)]),
          },
        },
        {
          text: '得分由预算执行率和各项绩效指标逐项计算后相加，每一项的目标值、完成值、得分和理由见公开网页和佐证材料。等级标准没有另行公布，按财预〔2020〕10号划分。',
        },
        { sub: '（二）绩效指标完成情况' },
        {
          text: '指标的完成值取自工作记录、支付和满意度调查，没有台账的由项目负责人填报并写明来源；公开清单中标注取值方式，便于核对。',
        },
        { sub: '（三）预算执行情况' },
        {
          text: '执行率较低的项目集中在招标周期长、资金到位晚和跨部门分工尚未理清几类，具体见前表；年末没有支付的款项不计入执行数。',
        },
      ],
    },
    {
      heading: '四、发现的主要问题及整改措施',
      blocks: [
        { sub: '（一）主要问题' },
        { text: '部分指标值明显高于可用预算，或把其他部门的任务一并列入，达到与否都不能说明问题。' },
        { text: '对招标延误和需求变化估计不足，没有及时调整预算，资金闲置。' },
        { text: '文明创建的职责边界不清，垃圾分类、农村环境卫生的日常考核还没有建立。' },
        { sub: '（二）整改措施' },
        { text: '重设指标：只列本局职责范围内的任务，目标值与预算相匹配，成本类指标不高于预算。' },
        { text: '按月看执行、按季调预算，执行率偏低的项目及时预警并说明原因。' },
        { text: '与宣传等部门书面明确分工和经费承担比例；将农村环境卫生纳入村级考核。' },
        { sub: '（三）结果应用' },
        { text: '自评结果在局内公示，作为安排下一年度项目和预算的依据；得分低的项目由分管负责人说明整改情况。' },
      ],
    },
    {
      heading: '五、其他需要说明的问题',
      blocks: [{ text: '各表合计均由项目明细相加得出，与明细不符的文件不予公开。' }],
    },
    ofProjects,
  ],
}
