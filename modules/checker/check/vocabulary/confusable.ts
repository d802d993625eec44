import { homophones } from './homophones.ts'

/** Characters one is read for another, or typed with other keys for the same thing. */
const lookAlikes = `费废贵 绩积迹缋 效校郊 支只枝肢 算祘蒜 预予 执直职值植 行形型 率律绿 管菅馆官 理里礼 治冶制致 环坏还 境镜竟 垃拉 圾极级 处出岀
政正证 府俯付 资姿咨 金全今 款宽 拨拔 项向象相 目木 标际 评平凭 价介 结节 果过 满瞒 意义议 度渡 服伏 务物 对队 象像向 市是 容荣 卫为位
城成诚 综宗 合和 法发罚 局句 公工功 共供 一亿 般股船 性姓 基墓机 收激 人入八 员圆 经径 用拥 接街 待代带 车军 购够 置值 运云 维唯 护户
社设 会汇 保宝 险检 国围 有又 本木 营菅赢 财才材 专砖 固故 定订 产铲 采彩 部步 门们 整正 体休 自白 考老 核合 监坚 督都 巡迅 查察 停仃 秩轶
序续 绿录 化话 清情 扫归 洁杰 生升 活话 分份 类内 户护 外处 广厂 告高 渣碴 土士 违围 建健 占战 道到 路露 灯登 照召 明名 设没 施时 燃然 气汽
污圬 水永 网纲 格恪 数教 字宇 智知 慧惠 平苹 台合 投头 诉述 满蒲 群裙 众从 培陪 训圳 纪记 律率 廉兼 党觉 建件 队对 伍武 疫役 防访 控空 应因 急及
结洁 转专 余佘 决绝 完元 成城 指旨 质值 量里 时实 期其 济挤 益溢 态太 可何 持特 续绪 影响 响向 目日 标杯摽 果呆 系糸 效郊 任仼 环怀 准淮 末未 己已 土士 天夫 千干 未朱 析折 拆折 侯候 享亨 暑署 辨辩 晰淅`
const alike = new Map<string, Set<string>>()
for (const group of `${lookAlikes} ${homophones}`.split(/\s+/))
  for (const char of group) {
    const others = alike.get(char) ?? new Set<string>()
    for (const other of group) if (other !== char) others.add(other)
    alike.set(char, others)
  }

export const confusable = (right: string, written: string): boolean => alike.get(right)?.has(written) ?? false
