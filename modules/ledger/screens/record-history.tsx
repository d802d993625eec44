import { fieldText } from '../../../kit/fields/faces.tsx'
import { useSources } from '../../../kit/fields/sources.ts'
import { ToneShape } from '../../../kit/state-tag.tsx'
import { dateTime } from '../../../kit/text.ts'
import type { LedgerView } from './catalog.ts'
import type { HistoryLine } from './records.ts'

const LATER = 5 * 60_000

/** What was filled in with an entry, as words. Photos and places stand elsewhere. */
function useFilled(ledger: LedgerView) {
  const { names } = useSources()
  return (data: Record<string, unknown>): string =>
    Object.entries(data)
      .flatMap(([name, value]) => {
        const field = ledger.fields[name]
        if (!field || field.derived || field.kind === 'point') return []
        const words = fieldText(field, value, names)
        return words ? [`${field.label}：${words.replace(/。$/, '')}`] : []
      })
      .join('；')
}

/** The way of a record as sentences, from the beginning; an undone step stays, struck through. */
export function RecordHistory({ ledger, lines }: { ledger: LedgerView; lines: readonly HistoryLine[] }) {
  const filled = useFilled(ledger)
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.seq} className={line.undone ? 'history-line history-undone' : 'history-line'}>
          <span className="history-mark">
            <ToneShape tone={line.undone ? 'void' : (ledger.states[line.to]?.tone ?? 'doing')} />
          </span>
          <div>
            <p className="history-time">
              {dateTime(line.happenedAt)}
              <span className="history-hash" title="这一步的校验值；各步环环相扣，改动任何一步都能发现">
                第 {line.seq} 步 · {line.hash.slice(0, 8)}
              </span>
              {Date.parse(line.recordedAt) - Date.parse(line.happenedAt) > LATER ? (
                <span>（{dateTime(line.recordedAt)} 补记）</span>
              ) : null}
            </p>
            <p className="history-words">
              <strong>{line.actor.name}</strong> {line.label}，{ledger.title}转为“{line.toLabel}”。
              {line.undone ? <span className="history-note">这一步后来被撤销，不再计数。</span> : null}
            </p>
            {line.reason ? (
              <p className="history-reason">
                {ledger.moves[line.move]?.reason ?? '理由'}：{line.reason}
              </p>
            ) : null}
            {filled(line.data) ? <p className="soft">{filled(line.data)}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
