import type { Rule } from '../rule.ts'
import { matches, raw, wrong } from '../words.ts'

const doubledWords =
  '进行|开展|完成|加强|提高|通过|对于|关于|以及|并且|我局|我们|已经|实现|推进|主要|为了|同时|按照|根据|及时|有效|认真|积极|确保|落实|存在|达到|其中|共计|取得|得到|没有|由于|因为|所以|但是|需要|继续|不断|全面|严格|利用|采取|组织|制定|建立|健全|完善|提升|促进|保障|强化|增加|减少|下降|增长|情况|工作|等部门'

/** Doubled on purpose. */
const reduplicated = new Set('研究 讨论 学习 商量 了解 考虑 清理 非常 十分 特别 宣传 检查 培训'.split(' '))
/** What follows a word that begins no longer one. */
const ends = /^[，。；、不未较已均]/
/** Words that begin a longer one: 宣城市城市管理局, 规范执法执法人员. */
const maybeTwice = new Set(
  '城市 管理 服务 执法 项目 评价 监督 考核 社会 公共 预算 绩效 资金 财政 单位 人员 指标 目标 养护 保洁 垃圾 环卫 市政 监管 整改 培训 建筑 道路 设备 设施 生活 环境 维护 维修 运行 排水 停车 收入 支出 采购 合同 街道 社区 群众 居民 企业 投诉 案件 巡查 处置 情况 大队 支队 中队 分队 中心 网格 小组 班组 机关 学校 物业 平台 工程 车辆 绿化 园林 路灯 公厕 燃气 供水 污水 数字 信息 数据 安全 质量 效益 成本 数量 时效 产出 决策 过程'.split(
    ' ',
  ),
)

/** Names of things: at the beginning of a clause no first word of another name stands before them. */
const things =
  '项目|资金|预算|绩效|单位|人员|指标|目标|垃圾|道路|设备|设施|社区|群众|居民|企业|投诉|案件|合同|收入|支出|工程|车辆|城市|财政|公厕|数据|质量|效益|成本|数量|部门|经费'

const thingTwice = new RegExp(`(?<=^|[\\n，。；：、）])(${things})\\1(?![、）])`, 'gm')
const wordTwice = new RegExp(`(${doubledWords})\\1(?!说明)`, 'g')

/** 层层, 三个三个, 逐项逐项: doubled on purpose; 点对点对接, 面对面对话: the second begins another word. */
const isMeasured = (word: string) =>
  /[对把到盯比连打靠挨顶贴换传帮带接的了得地]$/.test(word) ||
  word[0] === word[1] ||
  /^[一二两三四五六七八九十百每各逐几多又再更越边]|[个项条件次家户批轮]$/.test(word)

/** The same words twice in a row. */
export const typoRepeated: Rule = {
  id: 'typo.repeated',
  kind: 'typo',
  title: '重复录入的词句',
  source: '公文校对：衍文',
  fails: [
    '强化与公安、交警、城管等部门等部门的沟通联动。',
    '积极开展开展集中整治行动。',
    '完成绩效自评报告绩效自评报告的编制。',
    '包括市容整治、市容整治、垃圾清运。',
    '进一步的的提高效率。',
    '针对存在问题开展了了“回头看”，预算全部编列于于局本级，满意度仍有有提升空间。',
    '满意率争取争取达到85%以上。',
    '施工环节把关把关不严。',
    '项目实施过程中监督监督不到位。',
    '（四）成本指标。项目项目资金实际支出46万元。',
    '三、一般公共预算财政拨款收入决算情况情况说明\n收入46万元。',
    '我办办目前尚未建立满意度调查机制。',
  ],
  holds: [
    '研究研究再定，一户一户走访，一项一项落实，达到目的的同时，为了了解情况，层层落实，常态长效，工作情况情况说明另附。',
    '提前谋划项目，项目资金到位。该项目项目资金到位率100%。',
    '人人参与、人人尽责，进行了了解，不了了之，位于于洪区，所有有关单位仍有有效期内的合同。',
    '宣城市城市管理局，直属大队大队长，规范执法执法人员名单，逐个逐个核对，点对点对接服务，有的有的放矢，讨论讨论再定。',
  ],
  *check(doc) {
    const found = [
      ...matches(doc, /我(局|办|委|队|厅|处|所|站|中心|单位)\1/g),
      ...matches(doc, /([\p{Script=Han}]{3,12})\1/gu),
      ...matches(doc, thingTwice),
      ...matches(doc, /(?<=决算|预算|执行|支出|收入|经费|资产|采购|使用|落实)(情况)情况(?=说明)/g),
      ...matches(doc, wordTwice),
      ...matches(doc, /([\p{Script=Han}]{2})\1(?![\p{Script=Han}]?\1)/gu).filter(
        ({ groups: [word = ''], end }) =>
          !isMeasured(word) &&
          !reduplicated.has(word) &&
          (!maybeTwice.has(word) || ends.test(doc.folded.text.slice(end, end + 1))),
      ),
      ...matches(doc, /(?<![目标])(的)的(?!确|士)/g),
      ...matches(doc, /(?<![不一])(了)了(?![解之结断])/g),
      ...matches(doc, /(?<![关对至由属位])(于)于(?![洪都田])/g),
      ...matches(doc, /(?<=[仍尚还已])(有)有(?![效关机序限利力害意])/g),
      ...matches(
        doc,
        /(?<=[、，。；：]|^|包括|涵盖|涉及|如|有|了|对|和)([\p{Script=Han}]{3,12})、\1(?=[、，。；等])/gmu,
      ),
    ]
    const told: { start: number; end: number }[] = []
    for (const match of found) {
      const once = match.groups[0] ?? ''
      if (/^[一二三四五六七八九十]|^(.)\1+$|^(?:的.|对|有|会(?=委))|人$/u.test(once)) continue
      // With white space between, they are the headings of two columns.
      if (/\s/.test(raw(doc, { start: match.start, end: match.start + once.length + 1 }))) continue
      if (told.some((other) => other.start < match.end && match.start < other.end)) continue
      told.push(match)
      yield wrong('error', 0.88, `“${once}”重复录入，应删去一处。`, [match], { claimed: match.words, computed: once })
    }
  },
}
