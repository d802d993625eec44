import { groupedText } from '../../../kit/text.ts'
import type { FigureView } from './figures.ts'
import { partText, periodText } from './figures.ts'

const partLabels: Record<string, [string, string]> = {
  share: ['分子', '分母'],
  ratio: ['分子', '分母'],
  'stock-share': ['分子', '分母'],
  duration: ['累计用时（分钟）', '件数'],
}

/** The value large, its formula in words, its parts, and what is left out of it. */
export function FigureValue({ figure, period }: { figure: FigureView; period: string }) {
  const labels = partLabels[figure.kind]
  return (
    <section className="figure-head">
      <div>
        <p className="figure-period">{periodText(period)}</p>
        <p className="figure-big">
          {groupedText(figure.value)}
          <span>{figure.value === '—' ? '' : figure.unit}</span>
        </p>
      </div>
      <dl className="figure-facts">
        <div>
          <dt>怎么算</dt>
          <dd>{figure.formula}</dd>
        </div>
        {figure.excludes ? (
          <div>
            <dt>不含</dt>
            <dd>{figure.excludes}</dd>
          </div>
        ) : null}
        {labels ? (
          <div>
            <dt>
              {labels[0]} ÷ {labels[1]}
            </dt>
            <dd>
              {groupedText(partText(figure, figure.parts.num))} ÷ {groupedText(partText(figure, figure.parts.den))}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>截至</dt>
          <dd>
            {figure.asOf === null ? '现在' : `第 ${figure.asOf} 次封账`}，数了 {groupedText(String(figure.entries))}{' '}
            步办理
          </dd>
        </div>
      </dl>
    </section>
  )
}
