import { useEffect, useState } from 'react'
import './toast.css'

interface Told {
  words: string
  bad: boolean
  n: number
}
let tell: (told: Told) => void = () => {}
let n = 0

/** Says one sentence at the top of the screen for a few seconds. */
export function toast(words: string, bad = false) {
  n += 1
  tell({ words, bad, n })
}

/** Stands once in the shell. */
export function ToastPlace() {
  const [told, setTold] = useState<Told>()
  useEffect(() => {
    tell = setTold
    if (!told) return
    const timer = setTimeout(() => setTold(undefined), told.bad ? 8000 : 4000)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {told ? <div className={told.bad ? 'toast toast-bad' : 'toast'}>{told.words}</div> : null}
    </div>
  )
}
