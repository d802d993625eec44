import { useEffect, useState } from 'react'
import { findPhoto } from '../photo-store.ts'
import type { Picture } from './photo.ts'
import { useSources } from './sources.ts'

/** Where a picture is shown from: the server, or this browser while it waits to be sent. */
export function usePicture({ hash, pending }: Picture): string | undefined {
  const { fileUrl } = useSources()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!pending) return
    let made: string | undefined
    let gone = false
    findPhoto(pending).then(
      (bytes) => {
        if (!bytes || gone) return
        made = URL.createObjectURL(bytes)
        setUrl(made)
      },
      () => undefined,
    )
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [pending])
  return hash ? fileUrl(hash) : url
}
