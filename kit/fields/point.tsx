import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type Spot, whereAmI } from '../here.ts'
import { Icon } from '../icon.tsx'
import { MapView } from '../map.tsx'
import type { Face, InputProps } from './field.ts'
import { useSources } from './sources.ts'

const PlacePicker = lazy(() => import('./place-picker.tsx').then(({ PlacePicker: found }) => ({ default: found })))

const words = ({ lng, lat }: Spot) => `东经 ${lng.toFixed(5)}°，北纬 ${lat.toFixed(5)}°`

function useLocating(onChange: (spot: Spot) => void) {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const locate = () => {
    setBusy(true)
    setTold('')
    whereAmI()
      .then(onChange, (error: Error) => setTold(error.message))
      .finally(() => setBusy(false))
  }
  return { busy, told, locate }
}

function PointInput({ id, value, onChange }: InputProps<Spot>) {
  const [picking, setPicking] = useState(false)
  const { busy, told, locate } = useLocating(onChange)
  const base = useSources().useBaseMap()
  return (
    <div className="point-input">
      {value ? <MapView className="point-map" base={base} marker={value} still /> : null}
      <div className="point-words">{value ? words(value) : told || '还没有选位置'}</div>
      <div className="point-buttons">
        <Button id={id} loading={busy} onClick={locate} icon={<Icon name="locate" size={16} />}>
          用当前位置
        </Button>
        <Button onClick={() => setPicking(true)} icon={<Icon name="pin" size={16} />}>
          在地图上选
        </Button>
      </div>
      {picking ? (
        <Suspense>
          <PlacePicker start={value} onClose={() => setPicking(false)} onPick={onChange} />
        </Suspense>
      ) : null}
    </div>
  )
}

export const point: Face<Spot> = {
  Input: PointInput,
  Output: ({ value }) => <span>{words(value)}</span>,
  text: words,
}
