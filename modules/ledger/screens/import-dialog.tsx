import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { http } from '../../../kit/http.ts'
import { Icon } from '../../../kit/icon.tsx'
import { toast } from '../../../kit/toast.tsx'
import type { LedgerView } from './catalog.ts'
import './import-dialog.css'
import { Mistakes } from './mistakes.tsx'
import { templateUrl } from './records.ts'

/** Many records from one table: all of them come in, or none and each row says why. */
export function ImportDialog({ ledger, onClose }: { ledger: LedgerView; onClose: () => void }) {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const bring = useMutation({
    mutationFn: (table: File) => http.upload<{ imported: number }>(`/ledgers/${ledger.id}/import`, table, table.name),
    onSuccess: ({ imported }) => {
      void client.invalidateQueries({ queryKey: ['records', ledger.id] })
      toast(`已导入 ${imported} 条${ledger.title}。`)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`从表格导入${ledger.title}`}
      okText="检查并导入"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => file && bring.mutate(file)}
      okButtonProps={{ disabled: !file, loading: bring.isPending }}
      width={680}
    >
      <ol className="import-steps">
        <li>
          <a href={templateUrl(ledger.id)}>
            <Icon name="download" size={16} /> 下载空白表格
          </a>
          ，按表头填写，一行一条。
        </li>
        <li>
          <label className="import-file">
            <Button tabIndex={-1} icon={<Icon name="upload" size={16} />}>
              选择填好的表格
            </Button>
            <span>{file?.name ?? '还没有选择'}</span>
            <input
              type="file"
              accept=".xlsx,.xls,.csv"
              aria-label="选择填好的表格"
              onChange={(event) => {
                bring.reset()
                setFile(event.target.files?.[0])
              }}
            />
          </label>
        </li>
        <li>只要有一行不对，就一条也不导入；改好后重新选择即可。</li>
      </ol>
      {bring.error ? <Mistakes error={bring.error} /> : null}
    </Modal>
  )
}
