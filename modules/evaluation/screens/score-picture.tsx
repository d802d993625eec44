import { Chart } from '../../../kit/chart.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { lostSome, type Score } from './scores.ts'

/** From a hundred points down to the score: what was lost where. */
export function ScorePicture({ score }: { score: Score }) {
  const { execution, lines, deductions, total } = score
  const losses = [
    { label: '预算执行率', lost: execution.lost },
    ...lines.map(({ name, lost }) => ({ label: name, lost })),
    ...deductions.map(({ label, points }) => ({ label, lost: points })),
  ].filter(({ lost }) => lostSome(lost))
  if (!losses.length) return null
  let left = 100
  const base = losses.map(({ lost }) => {
    left = Math.round((left - Number(lost)) * 100) / 100
    return left
  })
  const from = Math.max(0, Math.floor((Math.min(left, Number(total)) - 5) / 10) * 10)
  return (
    <Panel title="失分在哪里（分）" extra={<span className="soft">纵轴从 {from} 分起</span>}>
      <Chart
        label={`满分100，${losses.map(({ label, lost }) => `${label}失${lost}分`).join('，')}，得${total}分`}
        height={220}
        labels={['满分', ...losses.map(({ label }) => label), '得分']}
        series={[
          { name: '满分和得分', values: [100, ...losses.map(() => null), Number(total)] },
          { name: '失分', values: [null, ...losses.map(({ lost }) => Number(lost)), null] },
        ]}
        base={[0, ...base, 0]}
        from={from}
        unit="分"
      />
    </Panel>
  )
}
