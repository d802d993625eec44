import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { http, Problem, sentenceOf } from '../../../kit/http.ts'
import { Icon } from '../../../kit/icon.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { toast } from '../../../kit/toast.tsx'
import type { LedgerView } from './catalog.ts'
import { answersOf, askedAgain, openIn, type Question } from './import-answers.ts'
import './import-dialog.css'
import { type Choice, columnsSaid, ImportColumns } from './import-columns.tsx'
import { ImportQuestions } from './import-questions.tsx'
import { templateUrl } from './records.ts'

interface Imported {
  imported: number
  left: number
}

/** Sends a table, and again with what a person says to the rows and columns that it was not taken for. */
function useImport(ledger: LedgerView, onDone: (done: Imported) => void) {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [questions, setQuestions] = useState<Question[]>([])
  const [columns, setColumns] = useState<string[]>([])
  const [fields, setFields] = useState<Choice[]>([])
  const [said, setSaid] = useState<Record<string, string>>({})
  const bring = useMutation({
    mutationFn: (table: File) =>
      http.upload<Imported>(`/ledgers/${ledger.id}/import`, table, table.name, {
        choices: JSON.stringify({ answers: answersOf(questions), ...columnsSaid(said) }),
      }),
    onSuccess: (done) => {
      void client.invalidateQueries({ queryKey: ['records', ledger.id] })
      onDone(done)
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return
      setQuestions((before) => askedAgain(before, error.details.rows ?? []))
      setColumns((before) => [...new Set([...before, ...(error.details.columns ?? [])])])
      const { choices } = error.details
      if (choices) setFields(choices.map(({ field, label }) => ({ value: field, label })))
    },
  })
  const choose = (chosen: File | undefined) => {
    bring.reset()
    setQuestions([])
    setColumns([])
    setSaid({})
    setFile(chosen)
  }
  return { file, choose, bring, questions, setQuestions, columns, fields, said, setSaid }
}

/** Many records from one table: all of them come in, or none and each row says why. */
export function ImportDialog({ ledger, onClose }: { ledger: LedgerView; onClose: () => void }) {
  const { file, choose, bring, questions, setQuestions, columns, fields, said, setSaid } = useImport(
    ledger,
    ({ imported, left }) => {
      toast(`已导入 ${imported} 条${ledger.title}${left ? `；按您的选择，${left} 行没有导入` : ''}。`)
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`从表格导入${ledger.title}`}
      okText={questions.length || columns.length ? '按答复导入' : '检查并导入'}
      cancelText="取消"
      onCancel={onClose}
      onOk={() => file && bring.mutate(file)}
      okButtonProps={{ disabled: !file || openIn(questions).length > 0, loading: bring.isPending }}
      width={680}
    >
      <ol className="import-steps">
        <li>
          <a href={templateUrl(ledger.id)}>
            <Icon name="download" size={16} /> 下载表格模板
          </a>
          ，按表头填写，一行一条；手头的表格也可以直接选择，系统认得常见的表头和合并的单元格。
        </li>
        <li>
          <label className="import-file">
            <Button tabIndex={-1} icon={<Icon name="upload" size={16} />}>
              选择填好的表格
            </Button>
            <span>{file?.name ?? '还没有选择'}</span>
            <input
              type="file"
              accept=".xlsx,.csv"
              aria-label="选择填好的表格"
              onChange={(event) => choose(event.target.files?.[0])}
            />
          </label>
        </li>
        <li>只要有一行不对，就一条也不导入；读不出来的会逐条列出，由您答复，或改好表格后重新选择。</li>
      </ol>
      <div className="import-mistakes">
        {bring.error ? <Notice tone="late">{sentenceOf(bring.error)}</Notice> : null}
        {columns.length ? <ImportColumns columns={columns} fields={fields} said={said} onChange={setSaid} /> : null}
        {questions.length ? <ImportQuestions questions={questions} onChange={setQuestions} /> : null}
      </div>
    </Modal>
  )
}
