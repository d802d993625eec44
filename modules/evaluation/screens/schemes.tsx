import { useQuery } from '@tanstack/react-query'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { type ByScheme, schemesQuery } from './scores.ts'

/** The same tree by other papers: what it would be, and which lines make the difference. */
export function Schemes({ project, year }: { project: string; year: number }) {
  const schemes = useQuery(schemesQuery(project, year))
  return (
    <Panel title="按其他评分办法">
      <Loaded of={schemes} lines={3}>
        {([own, ...others]) => (
          <ul className="schemes">
            {others.map((other) => (
              <Scheme key={`${other.scheme} ${other.title}`} own={own!} other={other} />
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}

function Scheme({ own, other }: { own: ByScheme; other: ByScheme }) {
  const same = own.total === other.total && !other.differs.length
  return (
    <li>
      <details>
        <summary>
          <span className="scheme-total">{other.fits ? `${other.total} 分` : '—'}</span>
          <span>{other.title}</span>
          <span className="soft">{same ? '与本办法相同' : other.fits ? '' : '本项目的指标分值与此办法不合'}</span>
        </summary>
        {other.differs.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </details>
    </li>
  )
}
