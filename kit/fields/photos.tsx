import { useRef } from 'react'
import { whereAmI } from '../here.ts'
import { Icon, type IconName } from '../icon.tsx'
import { newKey } from '../once.ts'
import { dateTime } from '../text.ts'
import { usePhone } from '../use-phone.ts'
import type { Face, InputProps, OutputProps } from './field.ts'
import { isPending, keepPhoto, type PhotoValue, sendPhoto } from './photo.ts'
import { useSources } from './sources.ts'
import { usePicture } from './use-picture.ts'

const MOST = 9

export function Thumb({ photo, onRemove }: { photo: PhotoValue; onRemove?: () => void }) {
  const sources = useSources()
  const url = usePicture(photo)
  const told = photo.takenAt ? `拍于 ${dateTime(photo.takenAt)}` : '照片'
  const picture = url ? <img src={url} alt={told} loading="lazy" /> : <Icon name="photo" />
  return (
    <div className="photo-thumb" title={told}>
      {photo.hash ? (
        <a href={sources.fileUrl(photo.hash)} target="_blank" rel="noreferrer">
          {picture}
        </a>
      ) : (
        picture
      )}
      {isPending(photo) ? <span className="photo-wait">待上传</span> : null}
      {onRemove ? (
        <button type="button" className="photo-remove" aria-label="删去这张照片" onClick={onRemove}>
          <Icon name="close" size={12} />
        </button>
      ) : null}
    </div>
  )
}

async function taken(file: File): Promise<PhotoValue> {
  const pending = newKey()
  await keepPhoto(pending, file)
  const spot = await whereAmI().catch(() => undefined)
  return { pending, takenAt: new Date(file.lastModified || Date.now()).toISOString(), ...spot }
}

interface AdderProps {
  id: string
  label: string
  icon: IconName
  camera?: boolean
  add: (files: FileList | null) => Promise<void>
}

function Adder({ id, label, icon, camera, add }: AdderProps) {
  return (
    <label className="photo-add">
      <Icon name={icon} size={24} />
      <span>{label}</span>
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => void add(event.target.files)}
      />
    </label>
  )
}

function PhotosInput({ id, value = [], onChange }: InputProps<PhotoValue[]>) {
  const sources = useSources()
  const phone = usePhone()
  const newest = useRef(value)
  newest.current = value
  const put = (photos: PhotoValue[]) => onChange(photos.length ? photos : undefined)
  const add = async (files: FileList | null) => {
    for (const file of Array.from(files ?? []).slice(0, MOST - value.length)) {
      const photo = await taken(file)
      put([...newest.current, photo])
      const sent = await sendPhoto(photo, sources.upload).catch(() => photo)
      put(newest.current.map((one) => (one.pending === photo.pending ? sent : one)))
    }
  }
  return (
    <div className="photo-strip">
      {value.map((photo) => (
        <Thumb
          key={photo.hash ?? photo.pending}
          photo={photo}
          onRemove={() => put(newest.current.filter((one) => one !== photo))}
        />
      ))}
      {value.length < MOST ? (
        <>
          {phone ? <Adder id={id} label="拍照" icon="camera" camera add={add} /> : null}
          <Adder id={phone ? `${id}-album` : id} label={phone ? '从相册选' : '选照片'} icon="photo" add={add} />
        </>
      ) : null}
    </div>
  )
}

function PhotosOutput({ value }: OutputProps<PhotoValue[]>) {
  return (
    <div className="photo-strip">
      {value.map((photo) => (
        <Thumb key={photo.hash ?? photo.pending} photo={photo} />
      ))}
    </div>
  )
}

export const photos: Face<PhotoValue[]> = {
  Input: PhotosInput,
  Output: PhotosOutput,
  text: (value) => `${value.length} 张照片`,
}
