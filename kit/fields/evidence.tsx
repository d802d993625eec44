import { useRef, useState } from 'react'
import { Problem } from '../http.ts'
import { Icon } from '../icon.tsx'
import { newKey } from '../once.ts'
import type { Face, InputProps, OutputProps } from './field.ts'
import { isPending, keepPhoto, type PhotoValue, sendPhoto } from './photo.ts'
import { Thumb } from './photos.tsx'
import { useSources } from './sources.ts'

// What proves something: pictures, and papers that are only ever downloaded. What a file is, the server tells by its content.

const MOST = 20
const LARGEST = 20 * 1024 * 1024
const accepted = 'image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx'
const isTaken = /\.(jpe?g|png|webp|pdf|docx|xlsx)$/i
const isPicture = ({ fileName }: PhotoValue) => !fileName || /\.(jpe?g|png|webp)$/i.test(fileName)

/** A paper by its name; a picture as such. */
function Item({ file, onRemove }: { file: PhotoValue; onRemove?: () => void }) {
  const { fileUrl } = useSources()
  if (isPicture(file)) return <Thumb photo={file} {...(onRemove ? { onRemove } : {})} />
  return (
    <div className="file-item">
      <Icon name="document" />
      {file.hash ? <a href={fileUrl(file.hash)}>{file.fileName}</a> : <span>{file.fileName}</span>}
      {isPending(file) ? <span className="soft">待上传</span> : null}
      {onRemove ? (
        <button type="button" className="file-remove" aria-label={`删去“${file.fileName}”`} onClick={onRemove}>
          <Icon name="close" size={12} />
        </button>
      ) : null}
    </div>
  )
}

/** The files of a row, each to be opened. */
export function FileLinks({ files }: { files: readonly PhotoValue[] }) {
  const { fileUrl } = useSources()
  const stored = files.flatMap((file) => (file.hash ? [{ ...file, hash: file.hash }] : []))
  if (!stored.length) return <span className="soft">—</span>
  return (
    <span className="file-links">
      {stored.map((file, i) => (
        <a key={file.hash} href={fileUrl(file.hash)} target="_blank" rel="noreferrer">
          {file.fileName ?? `图片${stored.length > 1 ? i + 1 : ''}`}
        </a>
      ))}
    </span>
  )
}

function FilesInput({ id, value = [], onChange }: InputProps<PhotoValue[]>) {
  const { upload } = useSources()
  const [refused, setRefused] = useState<string>()
  const newest = useRef(value)
  newest.current = value
  const put = (files: PhotoValue[]) => {
    newest.current = files
    onChange(files.length ? files : undefined)
  }
  const without = (file: PhotoValue) =>
    put(newest.current.filter((one) => one.pending !== file.pending || one.hash !== file.hash))
  /** What the server refuses is taken out again with its sentence; on a broken line it waits here. */
  const send = async (chosen: File) => {
    if (chosen.size > LARGEST) return setRefused(`“${chosen.name}”超过20 MB；请压缩或拆分后再上传。`)
    const unfit = `“${chosen.name}”不是图片、PDF、DOCX或XLSX文件，或者已经损坏；请换一个文件。`
    if (!isTaken.test(chosen.name)) return setRefused(unfit)
    const file: PhotoValue = { pending: newKey(), fileName: chosen.name.slice(-120) }
    await keepPhoto(file.pending!, chosen)
    put([...newest.current, file])
    try {
      const sent = await sendPhoto(file, upload)
      put(newest.current.map((one) => (one.pending === file.pending ? sent : one)))
    } catch (error) {
      if (!(error instanceof Problem) || error.unknownFate) return
      without(file)
      setRefused(error.status === 422 ? unfit : error.message)
    }
  }
  const add = async (chosen: FileList | null) => {
    setRefused(undefined)
    for (const file of Array.from(chosen ?? []).slice(0, MOST - newest.current.length)) await send(file)
  }
  return (
    <div className="file-input">
      <div className="photo-strip">
        {value.map((file) => (
          <Item key={file.hash ?? file.pending} file={file} onRemove={() => without(file)} />
        ))}
        {value.length < MOST ? (
          <label className="photo-add">
            <Icon name="upload" size={24} />
            <span>选文件</span>
            <input
              id={id}
              type="file"
              accept={accepted}
              multiple
              onChange={(event) => {
                void add(event.target.files).finally(() => {
                  event.target.value = ''
                })
              }}
            />
          </label>
        ) : null}
      </div>
      <p className="soft">图片、PDF、DOCX、XLSX，每个不超过20 MB</p>
      {refused ? (
        <p className="file-refused" role="alert">
          {refused}
        </p>
      ) : null}
    </div>
  )
}

const FilesOutput = ({ value }: OutputProps<PhotoValue[]>) => (
  <div className="photo-strip">
    {value.map((file) => (
      <Item key={file.hash ?? file.pending} file={file} />
    ))}
  </div>
)

export const files: Face<PhotoValue[]> = {
  Input: FilesInput,
  Output: FilesOutput,
  text: (value) => `${value.length} 份材料`,
}
