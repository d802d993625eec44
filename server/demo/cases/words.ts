import type { ChannelId } from '../../../catalog/channels.ts'
import type { Trade } from '../../../catalog/standards/index.ts'
import type { Random } from '../random.ts'
import type { Problem } from './problem.ts'
import { effects, scenes } from './scenes.ts'

const numbers = ['两', '三', '四', '五', '六']

const openings: Record<ChannelId, readonly string[]> = {
  patrol: ['巡查发现，', '巡查至此，', '日常巡查时看到，', ''],
  hotline: ['市民来电反映，', '来电人称，', '热线接到反映，', '住户来电说，'],
  wechat: ['微信上报：', '市民微信留言，', '群众拍照上报，'],
  app: ['手机上报：', '市民通过手机上报，', '随手拍：'],
  video: ['视频巡检看到，', '监控画面显示，'],
  mailbox: ['来信反映，', '信箱留言称，'],
  leader: ['领导批转，', '督查交办，'],
  cppcc: ['委员建议反映，', '委员微建议：'],
}
const endings: Partial<Record<ChannelId, readonly string[]>> = {
  hotline: ['请尽快处理。', '希望有人来看看。', '要求回复处理结果。', '已经反映过一次。'],
  wechat: ['请处理。', '麻烦尽快清理。', '谢谢。'],
  app: ['请处理。', '请相关部门看看。'],
  mailbox: ['恳请妥善解决。', '望予答复。'],
  leader: ['请按时办结并报结果。'],
  cppcc: ['建议加强日常管理。', '建议举一反三。'],
}

/** The report as somebody wrote it down: place, what is seen, what it does, what is wanted. */
export function describe({ channel, standard, condition, spot }: Problem, random: Random): string {
  const told = scenes[standard.code]?.[standard.conditions.indexOf(condition)] ?? [condition.filing]
  const scene = random.pick(told).replaceAll('{n}', random.pick(numbers))
  const effect = random.pick(effects[standard.suggests] ?? [''])
  const ending = random.pick(endings[channel.id] ?? [''])
  return `${random.pick(openings[channel.id])}${spot.address}${scene}${effect && `，${effect}`}。${ending}`
}

const arrivals = ['到场后', '当班人员赶到现场，', '接单后即到现场，', '现场', '班组到场，']
const talks = ['与当事人说明后，', '劝导教育后，', '下达整改通知后，']
const finishes = ['已拍照留存。', '后续纳入日常巡查。', '现场已恢复。', '']
/** Trades in which there is somebody to talk to. */
const withPeople = new Set<Trade>(['street-order', 'advert', 'building', 'works'])

/** What was done, written by whoever did it. */
export function outcome({ standard, condition }: Problem, random: Random): string {
  const begun = withPeople.has(standard.suggests) && random.chance(0.5) ? talks : arrivals
  return `${random.pick(begun)}${condition.closing}。${random.pick(finishes)}`
}

/** Reasons people must give; each is said in several ways. */
export const reasons = {
  voidUnfounded: ['核实人员到场未发现所反映的问题', '现场情况与反映不符，不属实'],
  voidOutside: ['反映的是小区内部物业纠纷，不属于受理范围', '与已立案的案件是同一件事，并入办理', '反映人撤回'],
  voidReturned: ['经查属于私人院内事项，撤销立案', '与在办案件重复，撤销立案'],
  notOurs: ['位置描述有误，请更正后再派', '小类不准，现场看是另一类问题', '立案条件与现场不符，请核对'],
  corrected: ['已电话核实位置并更正', '已按现场照片更正立案条件', '已与反映人联系，补充说明'],
  wrongUnit: ['不属于本单位职责范围，请另派', '设施权属不在本单位', '现场属于另一责任单位管养'],
  misassigned: ['指派有误，先收回'],
  handlerBack: ['手上有抢修任务，今天赶不到', '需要登高车，本班组没有', '车辆故障，请改派其他人员'],
  sentBack: ['照片看不清处置后的样子，请补拍', '地面还有残留，请再清一次', '处置说明太简单，请补充'],
  reworkSeen: ['照片上仍能看到残留，请返工', '只处置了一半，请返工'],
  notFixed: ['核查时问题仍在，请返工', '核查发现又有反弹，请返工', '修补处不牢固，请返工'],
  rework: ['按核查结果安排原单位返工', '请原单位重新处置并拍照'],
  press: ['已超过处置时限，请今天内办结', '反映人再次来电，请抓紧', '请说明超时原因并尽快处置'],
  reopen: ['反映人来电称问题又出现', '回访时反映人表示没有解决'],
  erase: ['反映人要求清除个人信息', '已办结满三个月，按规定清除'],
} as const
export type Reason = keyof typeof reasons
export const because = (reason: Reason, random: Random): string => random.pick(reasons[reason])

const surnames = [...'唐蒋李周陈刘王张何黄邓吕肖胡杨彭秦谢郑罗曾魏文雷']

/** Citizens who do not exist, with numbers nobody has. */
export const reporter = (random: Random): { reporter: string; phone: string } => ({
  reporter: random.pick(surnames) + random.pick(['先生', '女士', '女士', '师傅', '老师']),
  phone: `1990000${String(random.int(0, 9999)).padStart(4, '0')}`,
})
