import type { Option } from '../../modules/ledger/index.ts'

/** Kinds of points that are looked after, and what is looked at there beside what is looked at everywhere. */
const kinds: readonly (readonly [kind: string, ...checks: string[]])[] = [
  ['农贸市场', '摊位出店', '活禽区脏乱', '地面湿滑积水'],
  ['背街小巷', '乱堆杂物', '私拉电线'],
  ['主次干道', '店外经营', '护栏破损'],
  ['公共厕所', '异味', '洁具损坏', '无洗手用品'],
  ['垃圾中转站', '渗滤液外流', '除臭不到位'],
  ['垃圾收集点', '桶满未清', '分类混投'],
  ['校园周边', '流动摊贩', '接送车辆拥堵'],
  ['医院周边', '占道停车', '叫卖揽客'],
  ['汽车站', '揽客滞留', '出租车乱停'],
  ['火车站', '揽客滞留', '非机动车乱停'],
  ['公交站点', '候车亭破损', '小广告'],
  ['地铁站口', '共享单车淤积', '摊贩占口'],
  ['广场', '座椅损坏', '铺装破损'],
  ['公园', '绿地践踏', '游乐设施损坏'],
  ['河湖岸线', '漂浮物', '岸坡垃圾'],
  ['桥梁', '桥下堆物', '栏杆损坏'],
  ['地下通道', '照明损坏', '积水'],
  ['过街天桥', '摆摊设点', '台阶破损'],
  ['停车场', '乱停放', '标线不清'],
  ['建筑工地', '出入口污染', '围挡破损', '裸土未覆盖'],
  ['拆迁工地', '裸土未覆盖', '洒水降尘不足'],
  ['老旧小区', '楼道堆物', '飞线充电'],
  ['物业小区', '消防通道占用', '装修垃圾乱堆'],
  ['城中村', '污水外溢', '垃圾积存'],
  ['城郊结合部', '垃圾积存', '占道经营'],
  ['商业综合体', '促销占道', '音响扰民'],
  ['餐饮集中区', '油污污水', '占道经营', '油烟'],
  ['旅游景点', '标识缺失', '果皮箱满'],
]
const everywhere = ['环境卫生不洁', '秩序混乱', '设施损坏', '责任公示缺失']

export const pointKinds: readonly Option[] = kinds.map(([label], i) => ({ value: `d${i + 1}`, label }))
/** The check list of each kind: what may be found wrong there. */
export const pointChecks: readonly Option[] = kinds.flatMap(([, ...own], i) =>
  [...everywhere, ...own].map((label, n) => ({ value: `d${i + 1}-${n + 1}`, label, parent: `d${i + 1}` })),
)
