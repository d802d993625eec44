import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { Icon } from '../../../kit/icon.tsx'
import { readable, readableWords } from '../domain/formats.ts'

/** A place to drop a file on, or to choose one with a click. */
export function DropZone({ onFile, busy }: { onFile: (file: File) => void; busy: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file && !busy) onFile(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="proof" size={40} />
      <p className="drop-zone-title">把报告拖到这里，或者</p>
      <Button type="primary" size="large" loading={busy} onClick={() => input.current?.click()}>
        {busy ? '正在审校' : '选择文件'}
      </Button>
      <input
        ref={input}
        type="file"
        accept={readable.join(',')}
        hidden
        aria-label="要审校的报告"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <p className="soft">绩效自评报告、自评表、部门决算都可以。能读{readableWords}，一次一份，不超过 20 兆。</p>
      <p className="soft">文件只在审校时读一遍，不保存。</p>
    </div>
  )
}
