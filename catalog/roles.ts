import type { RoleDeclaration } from '../modules/org/index.ts'

/** What everybody inside the bureau sees of its figures and papers. */
const inside = ['metrics.read', 'report.read'] as const

const casework = ['home', 'cases.list', 'cases.map', 'ledgers'] as const

/**
 * The roles of the bureau and its centre (casework.md: Words; 等保 2.0, 8.1.5: 三员分立). What a role may do to a record
 * stands in the ledger's declaration; here stands what it may do beside the ledgers and which entries of the menu it sees.
 */
export const roles = [
  {
    id: 'receiver',
    label: '受理员',
    about: '接收、登记、立案和结案',
    reach: 'bureau',
    permissions: [...inside],
    menu: ['home', 'cases.desk', 'cases.list', 'cases.map', 'ledgers', 'metrics'],
  },
  {
    id: 'shift-lead',
    label: '值班长',
    about: '带班，重开案件，改派受理员，处理疑难',
    reach: 'bureau',
    permissions: [...inside, 'org.read'],
    menu: ['home', 'cases.desk', 'cases.list', 'cases.map', 'ledgers', 'fleet', 'emergency', 'metrics'],
  },
  {
    id: 'dispatcher',
    label: '派遣员',
    about: '把案件派给处置部门，审核延期、挂账和回退',
    reach: 'bureau',
    permissions: [...inside],
    menu: ['home', 'cases.desk', 'cases.list', 'cases.map', 'ledgers', 'fleet', 'emergency', 'metrics'],
  },
  {
    id: 'unit-lead',
    label: '处置部门负责人（指派员）',
    about: '接收派给本部门的案件，指派处置人员，确认处置结果',
    reach: 'unit',
    permissions: [...inside, 'budget.read', 'evaluation.read'],
    menu: [...casework, 'fleet', 'metrics', 'evaluation.targets'],
  },
  {
    id: 'handler',
    label: '处置人员',
    about: '到现场处置，上传照片，提交结果',
    reach: 'own',
    permissions: [],
    menu: ['home', 'cases.list', 'cases.map', 'ledgers'],
  },
  {
    id: 'collector',
    label: '采集员（监督员）',
    about: '巡查责任网格，上报问题，核实和核查',
    reach: 'own',
    permissions: [],
    menu: ['home', 'cases.list', 'cases.map', 'ledgers'],
  },
  {
    id: 'inspector',
    label: '督查员',
    about: '抽查处置质量，发出督办，检查各部门台账',
    reach: 'bureau',
    permissions: [...inside, 'evaluation.read'],
    menu: [...casework, 'fleet', 'metrics', 'evaluation.monitoring'],
  },
  {
    id: 'officer',
    label: '执法队员',
    about: '日常执法，办理行政处罚和责令改正',
    reach: 'unit',
    permissions: ['report.read'],
    menu: [...casework],
  },
  {
    id: 'legal',
    label: '法制审核员',
    about: '审核处罚案件和法律文书',
    reach: 'bureau',
    permissions: [...inside],
    menu: [...casework, 'reporting.documents', 'metrics'],
  },
  {
    id: 'finance',
    label: '财务人员',
    about: '登记预算、调整和支付，核对资金',
    reach: 'bureau',
    permissions: [...inside, 'budget.read', 'budget.write', 'evaluation.read'],
    menu: ['home', 'ledgers', 'budget', 'evaluation.targets', 'evaluation.self', 'reporting.documents', 'metrics'],
  },
  {
    id: 'performance',
    label: '绩效人员',
    about: '组织绩效目标、监控和自评，编写报告，公开结果',
    reach: 'bureau',
    permissions: [
      ...inside,
      'budget.read',
      'checker.use',
      'evaluation.read',
      'evaluation.write',
      'report.publish',
      'report.write',
      'seal.make',
      'seal.read',
    ],
    menu: [
      'home',
      'ledgers',
      'budget',
      'evaluation.targets',
      'evaluation.monitoring',
      'evaluation.self',
      'evaluation.rectification',
      'reporting.documents',
      'reporting.checker',
      'reporting.public',
      'metrics',
    ],
  },
  {
    id: 'director',
    label: '局领导',
    about: '看全局情况，批示督办，审定报告',
    reach: 'bureau',
    permissions: [
      ...inside,
      'budget.read',
      'checker.use',
      'evaluation.read',
      'org.read',
      'report.publish',
      'seal.make',
      'seal.read',
    ],
    menu: [
      'home',
      'cases.list',
      'cases.map',
      'ledgers',
      'fleet',
      'emergency',
      'budget',
      'evaluation.targets',
      'evaluation.monitoring',
      'evaluation.self',
      'evaluation.rectification',
      'reporting.documents',
      'reporting.public',
      'metrics',
    ],
  },
  {
    id: 'reviewer',
    label: '财政评审人员',
    about: '财政部门的评审人员，只看绩效、预算和报告，不能改动',
    reach: 'bureau',
    external: true,
    permissions: ['budget.read', 'checker.use', 'evaluation.read', 'metrics.read', 'report.read', 'seal.read'],
    menu: ['budget', 'evaluation.self', 'reporting.documents', 'reporting.checker', 'reporting.public', 'metrics'],
  },
  {
    id: 'admin',
    label: '系统管理员',
    about: '管理机构、人员、岗位、网格和工作日历，不办理业务',
    reach: 'bureau',
    permissions: ['org.manage', 'org.read'],
    menu: ['admin.people', 'admin.areas', 'admin.calendar'],
    apartFrom: ['auditor'],
  },
  {
    id: 'auditor',
    label: '审计管理员',
    about: '查看登录和操作记录，验证台账未被改动，不管理人员',
    reach: 'bureau',
    permissions: ['audit.read', 'org.read', 'seal.read'],
    menu: ['admin.audit'],
    apartFrom: ['admin'],
  },
] as const satisfies readonly RoleDeclaration[]

/** A role's name; a ledger that names another does not compile when it says `satisfies Record<RoleId, …>`. */
export type RoleId = (typeof roles)[number]['id']
export type MenuEntry = (typeof roles)[number]['menu'][number]
export type OtherPermission = (typeof roles)[number]['permissions'][number]
