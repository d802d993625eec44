import { useEffect, useState } from 'react'
import { nowMs } from './text.ts'

/** The time now in milliseconds, told again every half minute, so that clocks on a screen run. */
export function useNow(): number {
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
