import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { sentenceOf } from '../../../kit/http.ts'
import { Icon } from '../../../kit/icon.tsx'
import { MenuButton } from '../../../kit/menu-button.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import type { SheetForm } from '../contract.ts'
import { markingOf } from '../domain/markings.ts'
import './check.css'
import { CheckResult } from './check-result.tsx'
import { type Checked, check, keepLast, lastCheck, saveSheet } from './checks.ts'
import { DropZone } from './drop-zone.tsx'
import { useMarkings } from './use-markings.ts'

/** 报告审校: hand in a finished report, and see in the report itself what does not add up. */
export function CheckPage() {
  const client = useQueryClient()
  const last = useQuery(lastCheck)
  const checking = useMutation({ mutationFn: check, onSuccess: (checked) => keepLast(client, checked) })
  if (last.data)
    return <Result key={last.data.content.sha256} checked={last.data} onAnother={() => keepLast(client, null)} />
  return (
    <>
      <PageHead
        title="报告审校"
        lead="交一份写好的报告，逐个数字核对：合计、比率、增减、前后说法、得分、格式。每一处都指到原文，并写明与什么对不上。"
      />
      <div className="check-start">
        {checking.error ? <Notice tone="late">{sentenceOf(checking.error)}</Notice> : null}
        <DropZone busy={checking.isPending} onFile={(file) => checking.mutate(file)} />
      </div>
    </>
  )
}

const nameOf = ({ document: { title, name } }: Checked) => title ?? name

function Result({ checked, onAnother }: { checked: Checked; onAnother: () => void }) {
  const { markings, mark } = useMarkings(checked.content.sha256)
  const save = useMutation({ mutationFn: (as: SheetForm) => saveSheet(as, checked, markings) })
  const { findings, checked: held, facts } = checked
  const open = findings.filter((one) => markingOf(markings, one).standing === 'open').length
  return (
    <>
      <PageHead
        title={nameOf(checked)}
        lead={
          <>
            读懂数字 {facts} 个，核对关系 {findings.length + held.length} 项。
            {findings.length ? `发现 ${findings.length} 处，还有 ${open} 处未处理。` : ''}
            处理情况和说明只记在这个浏览器里，再交同一份文件时还在；文件没有保存。
          </>
        }
        actions={
          <>
            <Button icon={<Icon name="upload" size={16} />} onClick={onAnother}>
              换一份
            </Button>
            <MenuButton
              items={[
                { key: 'docx', label: 'Word 文件', onClick: () => save.mutate('docx') },
                { key: 'xlsx', label: 'Excel 表格', onClick: () => save.mutate('xlsx') },
              ]}
            >
              <Icon name="download" size={16} /> 下载意见表
            </MenuButton>
          </>
        }
      />
      {save.error ? <Notice tone="late">{sentenceOf(save.error)}</Notice> : null}
      <CheckResult checked={checked} markings={markings} onMark={mark} />
    </>
  )
}
