import { count, share, worked, yuan } from './bindings.ts'
import { hunanWhole } from './hunan-whole.ts'

const parking = { value: 'parking', label: '停车治理' }
const burning = { value: 'burn-ban', label: '禁燃巡查' }

/** 零陵区 2022: facts of the bureau's published report, in our own words; every figure is counted. */
export const lingling2022 = hunanWhole({
  id: 'lingling-2022',
  tenant: '431102',
  year: 2022,
  duties: [
    '{bureau}主管城区的市容环境、市政公用、园林绿化、燃气供热和户外广告，依法行使与之相关的行政处罚权。机构依湘政函〔2004〕52号、永编发〔2004〕20号文件设立，市、区共管，以区为主。',
    '机关设有办公、政工、法制、燃气热力、市政公用、行政审批、废弃物处置和给排水等内设机构，执法大队分驻南津渡、徐家井、七里店和朝阳。路灯、数字城管、市政设施维护和环卫园林、朝阳岩公园、怀素公园的日常工作由所属事业单位承担。',
  ],
  goals: [
    '围绕创建全国文明城市、巩固国家卫生城市，年初为全局支出定下的目标是：市容秩序管得住、不反复，数字城管案件收得到、办得结，城区禁止露天焚烧有人巡、有人管，路灯、道路、排水等公用设施坏了有人修。',
  ],
  projectGoals: [
    '工具车维护运行：巡查、登记保存和转运所需车辆随时可用。',
    '数字化城市管理：平台全年不间断运行，问题从发现到办结全程留痕。',
    '文明劝导员工资：主次路口有人劝导，工资按月足额发放。',
    '下水道疏通车养护：城区主次干道和背街小巷排水通畅。',
    '污水治理：城区污水提升泵站正常运转。',
    '广告清洗保洁：主次干道和背街小巷的小广告当日发现、当日清除。',
  ],
  general: {
    own: [
      { code: 'LL01', name: '工具车维护运行' },
      { code: 'LL02', name: '广告清洗保洁' },
      { code: 'LL03', name: '数字化城市管理' },
      { code: 'LL04', name: '文明劝导员工资' },
      { code: 'LL05', name: '下水道疏通车养护' },
      { code: 'LL06', name: '污水治理' },
      { code: 'LL07', name: '城管制服' },
      { code: 'LL08', name: '春节工程项目付款（局本级）' },
    ],
    below: [
      { code: 'LL09', name: '路灯管理所智慧照明运行维护' },
      { code: 'LL10', name: '路灯管理所春节工程项目付款' },
    ],
  },
  fund: {
    own: [{ code: 'LL11', name: '局本级基础设施' }],
    below: [{ code: 'LL12', name: '路灯管理所智慧照明' }],
  },
  achievements: [
    {
      sub: '（一）市容秩序',
      texts: [
        '占道经营以劝导为先，全年劝导流动摊贩{vendor-advice}，对屡劝不改的登记保存经营工具{tool-keep}，取缔马路市场{road-market}，规范修车、洗车场所{car-wash}。',
        '对有安全隐患和影响市容的广告设施逐处清理：拆除店牌{sign-remove}、大型违章广告牌{billboard-remove}，清理墙体布幅广告{wall-banner}、乱挂横幅{banner}，合计面积{sign-area}。违规发布小广告的号码查实后停机{phone-stop}。',
        '人行道停车治理会同交警开展联合整治{joint-action}，出动执法人员{parking-people-trips}，采集违停信息{parking-captured}，移交交管并录入违停信息{parking-record}；疏堵结合，新增停车位{parking-space}、非机动车位{bike-space}，补划重点路口标线{road-marking}。',
      ],
    },
    {
      sub: '（二）环境治理',
      texts: [
        '禁止露天焚烧靠巡查落实，全年出动车辆{burn-ban-vehicle-trips}、人员{burn-ban-people-trips}，处置火点{fire-point}。',
        '新建市政污水管{sewer-new}，改造{sewer-renew}，城区排水管网雨污分流继续推进。',
      ],
    },
    {
      sub: '（三）违法建设治理',
      texts: ['开展拆违行动{demolition}，拆除违法建筑面积{illegal-area}。'],
    },
    {
      sub: '（四）行政执法和行政审批',
      texts: [
        '行政处罚立案{penalty-filed}，其中普通程序{penalty-ordinary}、简易程序{penalty-simple}；普通程序案件经法制审核{penalty-reviewed}，公示行政处罚{penalty-published}。普通程序案件收缴罚款{penalty-collected}；罚款数额不作考核，也不计入得分。',
        '严格执行行政许可的受理、审查和送达期限，全年准予许可{permit-granted}，公示行政许可{permit-published}。',
      ],
    },
    {
      sub: '（五）数字城管',
      texts: [
        '监督指挥中心全年受理案件{received}，立案{filed}，作废{voided}，结案{closed}；立案率{filing-rate}，结案率{closing-rate}。立案率以受理数为分母，结案率以立案数为分母，作废的案件计入受理。',
      ],
    },
    {
      sub: '（六）公用事业',
      texts: [
        '照明设施全年维修路灯{lamp-repair}、更换路灯{lamp-replace}、新装路灯{lamp-new}，排除线路故障{line-fault}，更换线路{line-replace}；每月巡查，亮灯率{lighting}。重大活动期间悬挂国旗{flag-hang}。',
        '市政维护完成人行道维修{sidewalk}、路面维修{road-surface}、路缘石维修{kerb}，清淤和维修检查井、雨水口{well-clean}，维修中央隔离栏杆{rail}、阻车桩{bollard}。供水管网新建{water-new}、改造{water-renew}。',
        '燃气安全检查经营单位{gas-check}，入户排查餐饮用户{gas-household}，查处违法行为{gas-violation}，整改完成{gas-corrected}，取缔无证网点{gas-closed}，收缴液化气罐{gas-bottle}；小区张贴双管长公示牌{gas-notice-estate}，餐饮酒店张贴三员公示牌{gas-notice-shop}。',
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
    count('penalty-filed', '行政处罚立案', '件', 'penalty.filed'),
    count('penalty-ordinary', '普通程序案件', '件', 'penalty.filed', { channel: 'p2' }),
    count('penalty-simple', '简易程序案件', '件', 'penalty.filed', { channel: 'p1' }),
    count('penalty-reviewed', '法制审核', '件', 'penalty.reviewed'),
    count('penalty-published', '公示处罚', '件', 'penalty.published'),
    yuan('penalty-collected', '收缴罚款', { metric: 'penalty.collected', where: { channel: 'p2' } }),
    count('parking-captured', '违停采集', '条', 'parking.captured'),
    count('parking-record', '违停录入', '条', 'parking.accepted'),
    count('lamp-repair', '维修路灯', '盏', 'lamp.repaired'),
    count('lamp-replace', '更换路灯', '套', 'lamp.replaced'),
    count('line-fault', '线路故障', '处', 'lamp.joints'),
    count('line-replace', '更换线路', '米', 'lamp.line'),
    share('lighting', '亮灯率', 'lamp.lighting'),
    count('permit-granted', '准予许可', '件', 'permit.granted'),
    count('permit-published', '公示许可', '件', 'permit.published'),
    worked('people-trips', parking),
    worked('people-trips', burning),
    worked('vehicle-trips', burning),
    ...[
      'vendor-advice',
      'tool-keep',
      'road-market',
      'car-wash',
      'sign-remove',
      'billboard-remove',
      'wall-banner',
      'banner',
      'sign-area',
      'phone-stop',
      'joint-action',
      'parking-space',
      'bike-space',
      'road-marking',
      'fire-point',
      'sewer-new',
      'sewer-renew',
      'demolition',
      'illegal-area',
      'lamp-new',
      'flag-hang',
      'sidewalk',
      'road-surface',
      'kerb',
      'well-clean',
      'rail',
      'bollard',
      'water-new',
      'water-renew',
      'gas-check',
      'gas-household',
      'gas-violation',
      'gas-corrected',
      'gas-closed',
      'gas-bottle',
      'gas-notice-estate',
      'gas-notice-shop',
    ].map((kind) => worked(kind)),
  ],
  sums: [{ whole: 'penalty-filed', parts: ['penalty-ordinary', 'penalty-simple'] }],
  problems: [
    '预算编得不够准。上级临时交办的任务年初难以估计，年中追加的项目较多，年初预算与实际支出之间有差距。',
    '部分专项资金到位偏晚。地方财政收入下降，一些专项资金没有按工作进度拨付，影响项目执行。',
  ],
  measures: [
    '把前几年的工作量和单价整理成台账，据此测算常年性项目，减少年中追加。',
    '按月核对项目进度与资金支付，进度和支付不一致的及时会同财政部门处理。',
  ],
  use: [
    '自评结果提交局长办公会研究，作为编制下一年度预算和设定绩效目标的依据：谁申请资金、谁提出目标，目标应有数值、有单位、有取数来源。',
    '本报告向社会公开。在公开网页上，正文中的每个数字都可点开查看构成它的清单，清单以封账时的内容为准；没有计算过程的自评得分不写入本报告。',
  ],
})
