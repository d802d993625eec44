import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { type Fact, Facts } from '../../../kit/facts.tsx'
import { Go } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { groupedText } from '../../../kit/text.ts'
import type { Tone } from '../../../kit/tone.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { recordUrl } from '../../ledger/screens/index.ts'
import type { SurveyResults } from '../contract/surveys.ts'
import { FEW } from '../domain/surveys.ts'
import './evaluation.css'
import { SurveyBars } from './survey-bars.tsx'
import { ManyFromOne, SurveyNetworks } from './survey-networks.tsx'
import './surveys.css'
import { surveyQuery } from './surveys.ts'

/** What came of one satisfaction survey, and how sure one may be of it. */
export function SurveyPage({ code }: { code: string }) {
  const results = useQuery(surveyQuery(code))
  const { data } = results
  return (
    <>
      <PageHead
        title={data?.title ?? '满意度调查'}
        back={{ to: '/evaluation', label: '绩效' }}
        after={data ? <StateTag tone={data.tone as Tone}>{data.stateLabel}</StateTag> : null}
        actions={data ? <Go to={recordUrl('survey', data.id)}>查看问卷</Go> : null}
      />
      <div className="evaluation-page">
        <Loaded of={results} lines={8}>
          {(found) => <Results results={found} />}
        </Loaded>
      </div>
    </>
  )
}

function Results({ results }: { results: SurveyResults }) {
  const { answers, few, withdrawn, questions } = results
  return (
    <>
      {withdrawn ? <Notice tone="late">这次调查已经作废，结果不能用来评价。</Notice> : null}
      {few && answers ? <Notice tone="soon">样本不足{FEW}份，结果仅供参考。</Notice> : null}
      <ManyFromOne results={results} />
      <section className="score-head">
        <Satisfied results={results} />
        <Facts facts={factsOf(results)} />
      </section>
      <Panel title="各题的回答">
        {answers ? (
          <SurveyBars questions={questions} />
        ) : (
          <EmptyState title="还没有答卷">公众在网上作答、或录入纸质和电话答卷之后，结果会列在这里。</EmptyState>
        )}
      </Panel>
      <Panel title="一台设备一份，同一网络几份">
        <SurveyNetworks results={results} />
      </Panel>
      <Panel title="怎么算的">
        <How results={results} />
      </Panel>
    </>
  )
}

function Satisfied({ results: { satisfaction } }: { results: SurveyResults }) {
  if (!satisfaction) return <div className="score-total soft">还没有满意度</div>
  const { value, low, high } = satisfaction
  return (
    <div>
      <div className="score-total">
        <span className="score-big">{value}</span>
        <span className="soft">% 满意度</span>
      </div>
      <p className="survey-interval">
        {low === undefined ? '一份答卷算不出误差范围' : `95% 置信区间 ${low}% – ${high}%`}
      </p>
    </div>
  )
}

function factsOf({
  answers,
  sample,
  response,
  population,
  people,
  opensOn,
  closesOn,
  ways,
  code,
}: SurveyResults): Fact[] {
  const by = ways.filter(({ n }) => n).map(({ label, n }) => `${label} ${n} 份`)
  return [
    { label: '有效答卷', value: `${answers} 份${by.length ? `（${by.join('，')}）` : ''}` },
    ...(sample === undefined ? [] : [{ label: '回收率', value: `${response}%（计划 ${sample} 份）` }]),
    {
      label: '调查对象',
      value: `${population ?? ''}${people === undefined ? '，总人数未填' : `，${groupedText(String(people))} 人`}`,
    },
    { label: '调查时间', value: `${opensOn} 至 ${closesOn}` },
    { label: '调查编码', value: code },
  ]
}

function How({ results: { people, title, code } }: { results: SurveyResults }) {
  return (
    <div className="survey-how">
      <p>
        满意度 = 各份答卷得分之和 ÷
        满分之和。每题按五档计分，没有作答的题不计入满分；五档的分值是通行做法，不是文件规定。
      </p>
      <p>
        95% 置信区间按威尔逊（Wilson）法计算：(p + z²÷2n ± z√(p(1 − p)÷n + z²÷4n²)) ÷ (1 + z²÷n)，p 是满意度，z =
        1.96。n 是折合的份数：份数 × p(1 − p) ÷ s²，s
        是各份答卷得分率与满意度之差的标准差（除以份数减一）；各份答卷都相同的，n 就是份数。
        {people === undefined ? '' : 'n 再乘（总体人数 − 1）÷（总体人数 − 份数）；全部作答的没有抽样误差。'}
        有漏答的，按实际作答的题数加权。
        {people === undefined ? '没有填写总体人数，所以没有作有限总体修正。' : ''}
      </p>
      <p>置信区间只说明抽样的偶然误差；答卷如果不是随机抽取的，谁愿意作答也会影响结果。</p>
      <p>
        绩效指标取这个数：取值方式选“调查”，统计指标选“满意度”，取值的范围选调查“{title}”（{code}）。
      </p>
    </div>
  )
}
