/** What a number is measured in. `factor` makes units of one dimension comparable: 元, 平方米, 米, 千克. */
export interface Unit {
  word: string
  dimension:
    | 'money'
    | 'percent'
    | 'points'
    | 'area'
    | 'length'
    | 'mass'
    | 'volume'
    | 'time'
    | 'score'
    | 'count'
    | 'none'
  factor: number
}

const unit = (dimension: Unit['dimension'], rows: Record<string, number>): [string, Unit][] =>
  Object.entries(rows).map(([word, factor]) => [word, { word, dimension, factor }])

const counted =
  `人次 台次 车次 批次 场次 家次 户次 件次 条次 班次 人 名 位 户 家 个 件 起 宗 条 处 座 盏 套 台 辆 艘 架 部 块 面 幅 张 份 本 册 篇
  期 场 批 项 类 种 所 间 栋 幢 棵 株 盆 支 只 罐 桶 袋 箱 组 队 班 届 例 点 片 排 根 具 扇 樘 口 眼 孔 卷 款 层 级 次 门 句 段 遍 轮 顶 枚 粒 道
  具 丛 平米 路 千瓦时 标箱 剂次 剂 笔 趟 颗`
    .trim()
    .split(/\s+/)

const table = new Map<string, Unit>([
  ...unit('money', { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 千万元: 1e7, 亿元: 1e8 }),
  ...unit('percent', { '%': 1, '‰': 0.1 }),
  ...unit('points', { 个百分点: 1, 百分点: 1 }),
  ...unit('area', {
    平方米: 1,
    平米: 1,
    '㎡': 1,
    'm²': 1,
    m2: 1,
    万平方米: 1e4,
    '万㎡': 1e4,
    亩: 666.667,
    公顷: 1e4,
    平方公里: 1e6,
    平方千米: 1e6,
  }),
  ...unit('length', { 米: 1, 延米: 1, 延长米: 1, 公里: 1e3, 千米: 1e3, km: 1e3, 厘米: 0.01, 毫米: 0.001 }),
  ...unit('mass', { 吨: 1e3, 千克: 1, 公斤: 1, 斤: 0.5 }),
  ...unit('volume', { 立方米: 1, 'm³': 1, m3: 1, 方: 1, 升: 0.001 }),
  ...unit('time', {
    年: 8760,
    个月: 730,
    月: 730,
    周: 168,
    天: 24,
    个工作日: 24,
    工作日: 24,
    日: 24,
    小时: 1,
    个小时: 1,
    分钟: 1 / 60,
    秒: 1 / 3600,
  }),
  ...unit('score', { 分: 1 }),
  ...unit('count', Object.fromEntries(counted.map((word) => [word, 1]))),
])
const longest = Math.max(...[...table.keys()].map((word) => word.length))

export const NO_UNIT: Unit = { word: '', dimension: 'none', factor: 1 }

/** The unit that begins at a place of the text: the longest that is known. */
export function unitAt(text: string, at: number): Unit | undefined {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const found = table.get(text.slice(at, at + length))
    if (found) return found
  }
  return undefined
}

export const unitOf = (word: string): Unit | undefined => table.get(word)
