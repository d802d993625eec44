import type { Option } from '../../modules/ledger/index.ts'

/** A kind of work with the unit it is counted in. Pieces are whole, ㎡ and 米 may have three decimals. */
export interface WorkKind extends Option {
  value: string
  label: string
  group: string
  measure: string
}

const kinds = (
  group: string,
  list: readonly (readonly [value: string, label: string, measure: string])[],
): WorkKind[] => list.map(([value, label, measure]) => ({ value, label, group, measure }))

export const workKinds: readonly WorkKind[] = [
  ...kinds('照明', [
    ['lamp-repair', '路灯维修', '盏'],
    ['lamp-replace', '路灯更换', '套'],
    ['lamp-new', '路灯新装', '套'],
    ['line-fault', '线路故障维修', '处'],
    ['line-replace', '更换线路', '米'],
    ['flag-hang', '悬挂国旗', '面'],
  ]),
  ...kinds('市容秩序', [
    ['vendor-advice', '劝导流动摊贩', '起'],
    ['tool-keep', '登记保存工具', '件'],
    ['road-market', '取缔马路市场', '处'],
    ['car-wash', '规范修车洗车场所', '处'],
    ['joint-action', '联合整治', '次'],
    ['street-clean', '主次干道环境整治', '次'],
    ['phone-stop', '小广告号码停机', '个'],
    ['community-station', '进驻社区', '个'],
    ['shop-duty', '督促落实门前三包', '次'],
    ['shop-paper', '发放门前三包资料', '份'],
    ['weeds', '清除杂草', '㎡'],
    ['stickers', '铲除小广告', '处'],
    ['dead-corner', '清理卫生死角', '处'],
    ['road-washed', '清洗道路', '条'],
    ['illegal-ride', '查处违停和非法营运车辆', '起'],
  ]),
  ...kinds('广告店牌', [
    ['sign-remove', '拆除店牌', '处'],
    ['billboard-remove', '拆除大型违章广告牌', '处'],
    ['wall-banner', '清理墙体布幅广告', '处'],
    ['banner', '清理乱挂横幅', '条'],
    ['sign-area', '清理广告店牌面积', '㎡'],
  ]),
  ...kinds('停车', [
    ['parking-record', '违停信息录入', '条'],
    ['parking-space', '新增停车位', '个'],
    ['bike-space', '新增非机动车位', '个'],
    ['road-marking', '路口标线补划', '处'],
  ]),
  ...kinds('督察', [
    ['spot-order', '现场督办违规行为', '起'],
    ['urged', '督促整改落实', '起'],
    ['inspected-area', '督察面积', '平方公里'],
  ]),
  ...kinds('广场管理', [
    ['square-swept', '广场清扫面积', '㎡'],
    ['glass-washed', '清洗广场玻璃', '处'],
    ['guard-kept', '维修设置护栏石墩', '处'],
  ]),
  ...kinds('出动', [
    ['vehicle-trips', '出动车辆', '台次'],
    ['people-trips', '出动人员', '人次'],
  ]),
  ...kinds('环境治理', [
    ['fire-point', '火点处置', '起'],
    ['sorting-community', '垃圾分类设施布设', '个'],
    ['village-clean', '行政村环境卫生保洁', '个'],
    ['landfill-cut', '减少垃圾填埋量', '吨'],
  ]),
  ...kinds('违法建设', [
    ['demolition', '拆违行动', '次'],
    ['illegal-area', '拆除违建面积', '㎡'],
    ['illegal-found', '发现违法建设', '起'],
    ['illegal-found-area', '发现违规面积', '㎡'],
    ['illegal-removed', '现场督办拆除', '起'],
  ]),
  ...kinds('公用事业', [
    ['gas-check', '燃气经营单位检查', '家'],
    ['gas-household', '燃气餐饮用户排查', '户'],
    ['gas-violation', '燃气违法行为查处', '起'],
    ['gas-corrected', '燃气问题整改完成', '起'],
    ['gas-closed', '取缔无证燃气网点', '家'],
    ['gas-bottle', '收缴液化气罐', '罐'],
    ['gas-notice-estate', '小区燃气双管长公示牌', '个'],
    ['gas-notice-shop', '餐饮酒店燃气三员公示牌', '户'],
    ['water-new', '新建供水管网', '米'],
    ['water-renew', '改造供水管网', '米'],
  ]),
  ...kinds('市政维护', [
    ['sidewalk', '人行道维修', '㎡'],
    ['road-surface', '路面维修', '㎡'],
    ['kerb', '路缘石维修', '米'],
    ['well-clean', '检查井及雨水口清淤维修', '处'],
    ['rail', '中央隔离栏杆维修', '米'],
    ['bollard', '阻车桩维修', '个'],
    ['sewer-new', '新建市政污水管', '米'],
    ['sewer-renew', '改造市政污水管', '米'],
  ]),
  ...kinds('队伍建设', [
    ['training', '执法培训', '期'],
    ['survey', '调研活动', '次'],
    ['volunteer', '广告治理和志愿者行动', '次'],
    ['board', '宣传版面', '块'],
    ['training-people', '培训执法人员', '人次'],
    ['vehicle-kept', '在用执法车辆保障', '辆'],
  ]),
]

/** Units that can be cut: everything else is counted in whole pieces. */
const continuous = new Set(['㎡', '平方公里', '米', '吨'])

export const findWorkKind = (value: string | undefined): WorkKind | undefined =>
  workKinds.find((kind) => kind.value === value)

/** Why a quantity (in thousandths) cannot be one of this kind, or undefined. */
export function quantityFault(value: string | undefined, milli: number | undefined): string | undefined {
  const kind = findWorkKind(value)
  if (!kind || milli === undefined) return undefined
  if (milli <= 0) return `${kind.label}的数量应大于零；没有完成的工作不必记录。`
  if (!continuous.has(kind.measure) && milli % 1000 !== 0)
    return `${kind.label}以“${kind.measure}”计，应为整数；请检查数量。`
  return undefined
}
