import { useQuery } from '@tanstack/react-query'
import { Icon } from '../../../kit/icon.tsx'
import { declaredQuery, papersQuery, paperUrl } from './papers.ts'
import './record-papers.css'

interface RecordPapersProps {
  ledger: string
  record: { id: string; version: number }
}

/** The official documents of a record that are there, to be read, printed and saved. */
export function RecordPapers({ ledger, record }: RecordPapersProps) {
  const { data: declared = [] } = useQuery(declaredQuery)
  const enabled = declared.some((one) => one.ledger === ledger)
  const { data: papers = [] } = useQuery({ ...papersQuery(ledger, record), enabled })
  if (!papers.length) return null
  return (
    <section className="record-papers">
      <h3>文书 {papers.length}</h3>
      <ul>
        {papers.map(({ id, title, number, on }) => (
          <li key={id}>
            <Icon name="document" size={16} />
            <span className="record-papers-name">
              {title} <span className="soft">{on}</span>
              {number ? <span className="soft record-papers-number">{number}</span> : null}
            </span>
            <a href={paperUrl(ledger, record.id, id, 'page')} target="_blank" rel="noreferrer">
              查看<span className="hidden-visually">{title}</span>
            </a>
            <a href={paperUrl(ledger, record.id, id, 'docx')} download>
              下载 Word<span className="hidden-visually">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
