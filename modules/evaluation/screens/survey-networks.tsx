import { Go } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { ToneShape } from '../../../kit/state-tag.tsx'
import type { SurveyResults } from '../contract/surveys.ts'
import './surveys.css'
import { oncePerDevice } from './surveys.ts'

const answersUrl = ({ code, opensOn, closesOn }: SurveyResults, mark: string) => ({
  to: '/ledgers/survey-answer',
  search: { class: code, state: 'given', from: opensOn, to: closesOn, 'f.network': mark },
})

/** Says at the top of a result that one network sent a striking number of answers. */
export function ManyFromOne({ results }: { results: SurveyResults }) {
  const [first, ...more] = results.networks.largest.filter(({ many }) => many)
  if (!first) return null
  return (
    <Notice tone="soon" action={<Go {...answersUrl(results, first.mark)}>看这些答卷</Go>}>
      同一个网络来了 {first.answers} 份网上答卷，占 {first.percent}%
      {more.length ? `，这样的网络还有 ${more.length} 个` : ''}
      。请核对是不是同一批人反复作答；不是有效答卷的，请作废并写明原因。
    </Notice>
  )
}

/** How answers are kept to one a device, and how many came from the same network. */
export function SurveyNetworks({ results }: { results: SurveyResults }) {
  const { answers, networks, largest } = results.networks
  return (
    <div className="survey-how">
      <p>{oncePerDevice}网络地址不保存；标记每次调查都不同。</p>
      <p>
        {answers
          ? `${answers} 份网上答卷来自 ${networks} 个网络${largest.length ? '' : '，没有两份来自同一个网络'}。`
          : '还没有带网络标记的网上答卷；纸质和电话答卷没有标记。'}
        {largest.length ? '一家人、一个单位或一处公共无线网络本来就会有几份，份数多不等于无效。' : ''}
      </p>
      {largest.length ? <Largest results={results} /> : null}
    </div>
  )
}

const Largest = ({ results }: { results: SurveyResults }) => (
  <ul className="survey-networks">
    {results.networks.largest.map(({ mark, answers, percent, satisfaction, many }) => (
      <li key={mark}>
        <span>{many ? <ToneShape tone="soon" /> : null}</span>
        <span>
          网络标记 {mark}：<strong>{answers}</strong> 份，占 {percent}%
          {satisfaction === undefined ? '' : `，这些答卷的满意度 ${satisfaction}%`}
          {many ? '，份数特别多' : ''}
        </span>
        <Go {...answersUrl(results, mark)} label={`看网络标记 ${mark} 的答卷`}>
          看这些答卷
        </Go>
      </li>
    ))}
  </ul>
)
