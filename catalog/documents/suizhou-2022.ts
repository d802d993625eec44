import { count, worked } from './bindings.ts'
import { hubeiWhole, reached } from './hubei-whole.ts'

/** A city's supervision brigade 2022: facts of its published report, in our own words; every figure is counted or typed. */
export const suizhou2022 = hubeiWhole({
  id: 'suizhou-2022',
  tenant: '421300',
  year: 2022,
  done: [
    '学习调研：围绕规范经营、制止违法建设、渣土漏撒、防汛和广场环境等问题到一线调研{survey}。',
    '督察检查：明查与暗查、定期与不定期检查相结合，全年现场督办违规行为{spot-order}，下发督察整改通知书{notices}，通过通报和工作群督促责任单位整改落实{urged}。发现城区违法建设{illegal-found}，涉及面积{illegal-found-area}，现场督办拆除{illegal-removed}。',
    '双创：整治高铁南站周边环境，清除杂草{weeds}，铲除小广告{stickers}，清理卫生死角{dead-corner}，清洗道路{road-washed}、广场玻璃{glass-washed}；督促商户落实门前三包{shop-duty}，参加广告治理和志愿者行动{volunteer}。',
    '窗口秩序：会同公安、交警和铁路部门查处违停和非法营运车辆{illegal-ride}，维修、设置护栏和石墩{guard-kept}，设置宣传版面{board}。',
  ],
  undone: [
    '没有达到目标值的指标：取缔出门出窗占道经营率、取缔破损广告牌率、道路绿化率、违规建筑发现率、火车站广场整洁率、火车站广场设施设备维护率。',
  ],
  problems: [
    '市容管理还没有形成长效机制，违法建设、公厕管理、占道经营和小广告清理的力度不够。',
    '对城市管理新办法的研究和试行不多。',
  ],
  measures: ['健全队伍管理制度，学习教育有计划、有检查。', '改进督察考评，现场、重点、专项督察落到责任单位。'],
  budgeting: ['与预算安排相结合：根据自评结果，争取安排城管执法经费项目。'],
  goal: [
    '年度整体绩效目标：队伍规范，环境卫生和经营秩序有督察、有整改，违法建设和渣土漏撒管得住，车站窗口整洁，停车有序。',
  ],
  goals: [
    {
      code: '1',
      name: '市容市貌督察管理',
      outputs:
        '取缔出门出窗占道经营率{order-rate}，取缔破损广告牌率{sign-rate}，道路绿化率{green-rate}，人员着装到岗率{duty-rate}。',
      opinion: '市民对城区市容市貌基本满意。',
    },
    {
      code: '2',
      name: '规划督察管理',
      outputs: '完成督察面积{inspected-area}，违规建筑发现率{found-rate}。',
      opinion: '市民对发现城区违规建筑基本满意。',
    },
    {
      code: '3',
      name: '火车站广场管理',
      outputs: '完成火车站广场清扫面积{square-swept}，整洁率{clean-rate}，设施设备维护率{kept-rate}。',
      opinion: '市民对火车站广场管理基本满意。',
    },
  ],
  use: ['自评结果与预算管理相结合，用于下一年度的目标设定和资金安排。'],
  notes: [
    '所依据的公开报告没有写明城市，演示中假定为随州市；报告只给出总数，日期、人员、道路、地点和逐条记录由演示程序编排，人员经费与公用经费的划分也是演示数据。',
    '报告所列总分与各项得分之和不符，本文的总分由预算执行和各项指标得分相加得出。',
  ],
  figures: [
    count('notices', '督察整改通知书', '份', 'notice.issued'),
    reached('order-rate', '取缔出门出窗占道经营率', '1-1-02'),
    reached('sign-rate', '取缔破损广告牌率', '1-1-03'),
    reached('green-rate', '道路绿化率', '1-1-04'),
    reached('duty-rate', '人员着装到岗率', '1-1-05'),
    reached('found-rate', '违规建筑发现率', '2-1-02'),
    reached('clean-rate', '火车站广场整洁率', '3-1-02'),
    reached('kept-rate', '火车站广场设施设备维护率', '3-1-03'),
    ...[
      'spot-order',
      'urged',
      'inspected-area',
      'illegal-found',
      'illegal-found-area',
      'illegal-removed',
      'survey',
      'shop-duty',
      'volunteer',
      'square-swept',
      'weeds',
      'stickers',
      'dead-corner',
      'road-washed',
      'glass-washed',
      'guard-kept',
      'illegal-ride',
      'board',
    ].map((kind) => worked(kind)),
  ],
})
