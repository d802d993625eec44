import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** A project evaluated where no project was paid for. */
export const contradictionNoProject: Rule = {
  id: 'contradiction.no-project',
  kind: 'contradiction',
  title: '没有项目支出就没有项目支出绩效自评',
  source: '财预〔2020〕10号：单位自评的对象是有预算安排的项目',
  fails: '基本支出437.21万元，项目支出总额0万元。\n按照财政要求，开展督察大队项目绩效自评和部门整体支出绩效自评工作。',
  holds: [
    '基本支出437.21万元，项目支出20万元。开展项目绩效自评。',
    '基本支出437.21万元，项目支出0万元。我单位无项目绩效自评。',
  ],
  *check(doc) {
    const none = doc.facts.find(
      ({ label, value, unit }) => /项目支出(?:总额|合计|数)?$/.test(label) && value === 0 && unit.dimension === 'money',
    )
    if (!none) return
    const [done] = matches(
      doc,
      /(?:开展|完成|组织|进行|实施)了?[^，,。；;\n无没]{0,14}项目(?:支出)?绩效(?:自评|评价)[^，,。；;\n]{0,20}/g,
    )
    if (!done) return
    yield wrong(
      'question',
      0.6,
      `项目支出为0，却“${done.words}”。没有项目支出时无须项目自评；若确有项目，请补上项目支出。`,
      [{ start: none.labelSpan.start, end: none.end }, done],
      { claimed: done.words, computed: '0' },
    )
  },
}
