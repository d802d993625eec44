import type { Understanding } from '../../understand/index.ts'
import type { Rule, Wrong } from '../rule.ts'
import { hasSatisfactionClass } from '../satisfaction.ts'
import { type Match, matches, wrong } from '../words.ts'

/** 将群众满意度作为质量指标考核: the text itself says that an indicator stands under a class that is not its own. */
export const taxonomyTold: Rule = {
  id: 'taxonomy.told',
  kind: 'taxonomy',
  title: '文中说明的指标归类应符合指标的性质',
  source: '财预〔2015〕88号《中央部门预算绩效目标管理办法》、财预〔2020〕10号附件：指标分类',
  fails: [
    '满意度指标单列，我局将“居民对保洁服务的满意度”作为产出指标项下的质量指标进行考核。',
    '本次自评把群众满意度纳入数量指标评分。',
    '其中，垃圾清运单位成本列入时效指标，权重5分。',
    '道路保洁合格率、设施完好率归入数量指标考核。',
    '补贴发放及时率放在成本指标下计分。',
    '清扫保洁面积设为时效指标，得5分。',
    '质量指标包括工程验收合格率、服务对象满意度等3项。',
    '成本指标设置了工单办结及时率、项目总成本两个三级指标。',
    '效益指标得30分，其中社会效益18分、生态效益8分、居民满意度4分；满意度指标得9.4分。',
    '（三）满意度指标\n1.本年度将商户满意度归为社会效益指标。\n2.服务对象满意度95%。',
  ],
  holds: [
    '满意度指标单列，我局将“居民对保洁服务的满意度”作为满意度指标进行考核，将设施完好率作为质量指标。',
    '不应将群众满意度作为质量指标。上年误将满意度列入产出指标，今年已改为满意度指标。存在把满意度纳入质量指标的情况。',
    '建议将满意度从质量指标中剔除，单独列为满意度指标；将单位成本由数量指标调整为成本指标。',
    '效益指标30分，其中社会效益18分、生态效益8分、居民满意度4分。',
    '部门绩效得95分，其中产出指标得50分、效益指标得30分、满意度指标得9.4分。满意度指标单列，效益指标30分，其中社会效益20分、生态效益10分，满意度10分。',
    '将群众满意度纳入效益指标考核，将满意度作为衡量产出质量指标完成情况的参考。',
    '产出指标包括数量、质量、时效、成本四类指标。数量指标包括满意度调查次数、合格率抽检批次。质量指标包括验收合格率、案件及时处置率。',
    '数量指标包括清运量、清扫面积，满意度指标为群众满意度。将垃圾处理量纳入效益指标。成本指标为项目总成本，合格率作为质量指标。',
  ],
  *check(doc) {
    const apart = hasSatisfactionClass(doc) || /满意度(?:指标)?(?:应)?单列/.test(doc.folded.text)
    for (const found of [...matches(doc, put)]) {
      const [group = '', inner] = found.groups
      const names = nameBefore(doc, found)
      if (isDenied(doc, found)) continue
      for (const one of names) {
        const right = rightFor(one.name, inner ?? group, apart)
        if (right) yield told(one, found, inner ?? group, right)
      }
    }
    // 效益指标得30分，其中社会效益15分、群众满意度5分, where satisfaction has a class of its own.
    for (const { start, end, groups } of matches(doc, within)) {
      if (!apart && !beside.test(doc.folded.text.slice(end, end + 40))) continue
      const [name = '', rest = ''] = groups
      const from = end - rest.length - name.length
      yield told({ name, start: from, end }, { start, end, words: '', groups }, '效益', '满意度')
    }
    for (const found of matches(doc, holding)) {
      const [group = '', list = ''] = found.groups
      if (isDenied(doc, found)) continue
      for (const one of listed(list, found.end - list.length)) {
        const right = rightFor(one.name, group, apart)
        if (right) yield told(one, { ...found, end: one.end }, group, right)
      }
    }
  },
}

const classes = '数量|质量|时效|成本|产出|经济效益|社会效益|生态效益|可持续影响|效益'
const put = new RegExp(
  `(?:作为|列为|列入|列在|纳入|归入|归为|归于|归到|归类为|归类到|设为|设置为|设定为|定为|放在|放入|放到|计入|划入|划为|划归|视为|并入|置于)(?:了)?(?:本项目|部门|整体|绩效|一级|二级|三级|项目支出)*[“"]?(${classes})(?:类)?指标[”"]?(?:(?:项下|之下|下|之中|中|里|内)?的?[“"]?(数量|质量|时效|成本)(?:类)?指标[”"]?)?(?!(?:的|完成)?[^，。；]{0,6}(?:参考|依据|补充|佐证|支撑|参照))`,
  'g',
)
const holding =
  /(数量|质量|时效|成本)指标(?:项下|下|中|里|内)?(?:共|主要|又|分别)*(?:设置|设定|设有|设|包括|包含|涵盖|含有|含|选取|为|有)(?:了|有)?(?:以下)?[：:“"]?([^。；;，,：:\n]{3,60})/g

const beside = /^[，,；;、]满意度(?:指标)?得?[\d.]+分/
const within =
  /效益(?:指标)?(?:[（(]\d+分[）)])?(?:满分)?(?:得?[\d.]+分)?[，,：:（(]?(?:其中|包括|包含)[：:]?(?:[^，,。；;、\n（）()]{2,16}、){1,5}([\p{Script=Han}]{0,10}满意度)(?!指标[^，。；、]{0,4}分[，,]满意度)((?:指标)?(?:得)?[\d.]+分)/gu

interface Name {
  name: string
  start: number
  end: number
}

/** The names in front of 作为: 将“甲满意度”, 合格率、完好率. */
function nameBefore({ folded: { text } }: Understanding, { start }: Match): Name[] {
  const from = Math.max(0, start - 60)
  const clause = /[^，,。；;：:\n]*$/.exec(text.slice(from, start))?.[0] ?? ''
  const words = clause.replace(
    /(?:仍然|仍|也|均|都|统一|一并|同时|单独|直接|被|分别|全部|等[\d两三四五]?[项个]?(?:三级)?(?:指标)?|指标|[”"）)])+$/,
    '',
  )
  const lead = Math.max(words.lastIndexOf('将'), words.lastIndexOf('把')) + 1
  return listed(words.slice(lead), start - clause.length + lead)
}

/** The names of a list, without their figures and the words at their end. */
function listed(words: string, at: number): Name[] {
  return [...words.matchAll(/[^、“”"]+/g)].flatMap(({ 0: part, index }) => {
    const parts = part.split(/(?:和|及|与|以及)(?=[^和及与]{2,20}(?:率|度|成本|面积|数量|数)(?:$|等|[\d≥≤（(]))/)
    let from = index
    return parts.map((one) => {
      const name = one
        .replace(/^(?:以?及|和|与|了)/, '')
        .replace(
          /(?:[（(]|[≥≤＞＜><=]|不低于|不少于|达到?|为)?\d.*$|等.{0,8}$|[（(].*$|指标$|[两三四五]项$|[两三四五]个.*$/,
          '',
        )
      const start = at + words.indexOf(one, from)
      from = start - at + one.length
      return { name, start, end: start + one.length }
    })
  })
}

const denied =
  /误|错|不应|不宜|不能|不得|不再|避免|防止|存在|问题|原先|原来|曾|此前|上年|去年|以前|以往|从[^，。；]{0,12}指标|由[^，。；]{0,12}指标|剔除|建议|拟|调出|更正|调整为|改为|审核|指出|反馈|不合理|不当|混淆|如果|若/

/** The whole sentence says that it should not be so, or was so once. */
function isDenied({ folded: { text } }: Understanding, { start, end }: Match): boolean {
  const from = Math.max(...[...'。\n'].map((stop) => text.lastIndexOf(stop, start - 1))) + 1
  const stop = text.slice(end).search(/[。\n]/)
  return denied.test(text.slice(Math.max(from, start - 120), stop < 0 ? undefined : end + Math.min(stop, 60)))
}

/** The class an indicator belongs to by its name, and those it is mistaken for. */
const belongs: readonly [RegExp, string, RegExp][] = [
  [/满意(?:度|率)$/, '满意度', /数量|质量|时效|成本|产出/],
  [/(?:单位成本|总成本|成本|造价|单价|(?:成本|费用|支出)控制数?|投入金额|支出金额)$/, '成本', /数量|质量|时效/],
  [/(?:合格|达标|优良|完好|准确)率$/, '质量', /数量|时效|成本/],
  [/(?:及时|按时|按期|准时)[\p{Script=Han}]{0,4}率$|[\p{Script=Han}]及时率$/u, '时效', /数量|成本/],
  [/(?:面积|数量|里程|长度|次数|座数|台数|件数|吨数|批次)$/, '数量', /质量|时效|成本/],
]

function rightFor(name: string, group: string, apart: boolean): string | undefined {
  const right = belongs.find(([names, , mistaken]) => names.test(name) && mistaken.test(group))?.[1]
  if (right) return right
  return apart && /满意(?:度|率)$/.test(name) && /效益/.test(group) ? '满意度' : undefined
}

const told = ({ name, start, end }: Name, found: Match, group: string, right: string): Wrong =>
  wrong(
    'error',
    0.82,
    `指标归类有误：“${name}”属于${right}指标，文中归为“${group}指标”。`,
    [{ start: Math.min(start, found.start), end: Math.max(end, found.end) }],
    { claimed: `${group}指标`, computed: `${right}指标` },
  )
