import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { wan } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import { AsOfSelect } from '../../metrics/screens/index.ts'
import './evaluation.css'
import { Coverage } from './coverage.tsx'
import { ProjectFiles } from './form-files.tsx'
import { GradeTag } from './grade-tag.tsx'
import { OpenQuestions } from './open-questions.tsx'
import { Schemes } from './schemes.tsx'
import { ScoreMap } from './score-map.tsx'
import { ScorePicture } from './score-picture.tsx'
import { ScoreTree } from './score-tree.tsx'
import { type Score, scoreQuery } from './scores.ts'

/** One project: its score, and every point of it explained. */
export function ProjectPage({ project }: { project: string }) {
  const year = useYear()
  const { asOf } = useAddress()
  const score = useQuery(scoreQuery(project, year, asOf))
  return (
    <>
      <PageHead
        title={score.data?.name ?? '项目绩效'}
        back={{ to: '/evaluation', label: '绩效' }}
        actions={
          <>
            <AsOfSelect />
            {score.data ? <ProjectFiles project={project} year={year} asOf={asOf} /> : null}
          </>
        }
      />
      <div className="evaluation-page">
        <Loaded of={score} lines={8}>
          {(found) => <Scored score={found} />}
        </Loaded>
      </div>
    </>
  )
}

const doubts: Record<string, string> = {
  seen: '评分规则按实际使用情况整理，未见文件原文。',
  general: '评分规则按通行做法设定，请以本地财政部门的文件为准。',
}

function Scored({ score }: { score: Score }) {
  const { scheme, execution } = score
  return (
    <>
      <section className="score-head">
        <div className="score-total">
          <span className="score-big">{score.total}</span>
          <span className="soft">分，满分 100</span>
          <GradeTag grade={score.grade} />
        </div>
        <dl className="score-facts">
          <div>
            <dt>预算执行</dt>
            <dd>
              {wan(execution.paid)} ÷ {wan(execution.full)} 万元{execution.rate === null ? '' : ` = ${execution.rate}%`}
              ，得 {execution.points} 分
            </dd>
          </div>
          <div>
            <dt>评分依据</dt>
            <dd>
              {scheme.title}（{scheme.document}）
              {doubts[scheme.certainty] ? <span className="soft"> {doubts[scheme.certainty]}</span> : null}
            </dd>
          </div>
          <Coverage coverage={score.coverage} />
          <div>
            <dt>截至</dt>
            <dd>{score.asOf === null ? '现在' : `第 ${score.asOf} 次封账`}</dd>
          </div>
        </dl>
      </section>
      {score.capped ? <Notice tone="late">{score.capped}</Notice> : null}
      {score.deductions.length ? (
        <Notice>另有扣分：{score.deductions.map(({ label, points }) => `${label}扣${points}分`).join('；')}。</Notice>
      ) : null}
      {score.faults.length ? (
        <Notice tone="late">
          公布前必须改正：
          {score.faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </Notice>
      ) : null}
      <OpenQuestions project={score.project} year={score.year} />
      <ScorePicture score={score} />
      <ScoreMap score={score} />
      <Panel title="指标与得分" flush>
        <ScoreTree score={score} />
      </Panel>
      <Schemes project={score.project} year={score.year} />
    </>
  )
}
