import type { Rule } from '../rule.ts'
import { matches, named, wrong } from '../words.ts'

/** What a word processor shows in place of a page number or of a formula. */
const fields = /(?<![A-Za-z])(?:NUM)?PAGES?(?![A-Za-z])|MERGEFORMAT|HYPERLINK|REF _|#REF!|#DIV\/0!|#N\/A|#VALUE!/g
const residue = [
  /(?<![A-Za-z])[Xx×＊*]{2,}(?=[\p{Script=Han}，。、（）%]|\n|$)(?!光|射线)/gu,
  /(?<=20)[Xx×]{1,2}(?=年)/g,
  /【[^】\n]{0,16}(?:(?<![A-Za-z])[Xx×](?![A-Za-z])|[＊*_]|填写|填入|请(?:选|写|说明)|待定|示例|选填)[^】\n]{0,16}】/g,
  /[Xx×＊*]{1,2}(?:(?=月)(?<=年[Xx×＊*]{1,2})(?<!【[^】\n]{0,20})|(?=日)(?<=月[Xx×＊*]{1,2}))/g,
  /(?<![\p{Script=Han}\d])[Xx×]{1,2}月[Xx×\d]{1,2}日/gu,
  /(?:增长|增加|上升|提高)[（(/](?:下降|减少|降低)[）)]?|(?:下降|减少|降低)[（(/](?:增长|增加|上升|提高)[）)]?/g,
  /[（(]或者?[^（）()\n]{1,8}[）)](?=\d|万元|%)/g,
  /〔〕|【】|某年某月某日|(?<=年)某月某日/g,
  /_{2,}|＿{2,}/g,
  /[（(]请结合[^（）()\n]{2,24}[）)]/g,
  /[（(][^（）()\n]{0,16}(?:可|请|应|须?需)(?:根据|结合|按照?|参照)[^（）()\n]{0,24}(?:说明|填[写列报]|补充|增[减加]|添加|删减|列示|描述|阐述|撰写)[）)]/g,
  /(?:[（(]|(?<=[。；\n]))(?:如|若)?(?:没有|无|不涉及)[^（）()，。\n]{0,14}[，,]?[^（）()，。\n]{0,6}(?:请?删除|请?删去|可不填|不需填写|填“无”)[^（）()。\n]{0,6}[）)。]/g,
  /[（(](?:可(?:另|加)附?页|(?:限|不超过|不少于)\d{2,4}字|\d{2,4}字(?:以内|左右))[）)]/g,
  /(?:此处|请在此|请)(?:填写|填入|输入|补充|插入|说明)|单击此处|点击此处|填写说明|填报说明|待补充|待填写|（示例）|（模板）/g,
  /(?:万元|元|%|平方米)(?=[，。；、）)\n])(?<=[为是共计达到](?:万元|元|%|平方米))(?<!单位(?:均|都|统一)?为(?:万元|元))/g,
]

/** What a form printed for its writer and the writer left standing. */
export const templateResidue: Rule = {
  id: 'template.residue',
  kind: 'template-residue',
  title: '范本中的提示语、占位符应删去',
  source: '部门整体支出绩效自评报告范本；部门决算公开范本',
  fails: [
    '无。\nPAGE',
    'XX局2022年度绩效自评报告',
    '“三公”经费比上年下降（增长）3.5%。',
    '收入合计____万元。',
    '（此处填写项目情况）',
    '比上年减少3.54万元，主要原因是××××（请结合部门实际说明）。',
    '主要是压减会议（请结合本单位情况填列）。',
    '全年支出为万元，完成预算的95%。',
    '20XX年预算执行良好。',
    '确保【2023年X月】底前全部整改到位。',
    '财绩〔〕号文件，于某年某月某日下达。',
    '四、其他事项\n（各单位可结合自身实际情况补充说明）',
    '五、需要说明的问题（如无此项内容，请删除）。\n六、建议（300字以内）',
    '资金于2023年X月到位，按【请填写项目名称】执行。',
  ],
  holds: [
    '“三公”经费比上年下降3.5%，完成PPP项目2个，型号X20，单笔50万元以上，金额单位为万元。',
    '方案（应根据实际情况动态调整）已印发。执法文书（含情况说明）归档。无重大事故，请群众监督。标语（12字）更换。',
    '面积100×20平方米。按规定填写台账。',
    '【市容整治】全年立案3件。【2023年6月】完成。【申请】【GX2023】',
  ],
  *check(doc) {
    const left = matches(doc, fields)
    if (left.length)
      yield wrong('format', 0.85, `${named(left.map(({ words }) => words))}：域代码残留，应更新域或删去。`, left, {
        claimed: left[0]?.words ?? '',
        kind: 'format',
      })
    const all = residue.flatMap((pattern) => matches(doc, pattern)).sort((one, other) => one.start - other.start)
    const found = all.filter((one, at) => !all.slice(0, at).some((other) => one.start < other.end))
    if (!found.length) return
    const around = found.map(({ start, end }) =>
      doc.folded.text
        .slice(Math.max(0, start - 3), end + 3)
        .split('\n')
        .join(''),
    )
    yield wrong('format', 0.85, `疑为范本残留：${named(around)}，应填实或删去。`, found, {
      claimed: found[0]?.words ?? '',
    })
  },
}
