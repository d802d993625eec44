import { Modal } from 'antd'
import { useState } from 'react'
import type { Spot } from '../here.ts'
import { Icon } from '../icon.tsx'
import { MapView } from '../map.tsx'
import { usePhone } from '../use-phone.ts'
import { useSources } from './sources.ts'

interface PlacePickerProps {
  start?: Spot | undefined
  onPick: (spot: Spot) => void
  onClose: () => void
}

/** Move the map under the pin; the pin stays in the middle, where a thumb does not hide it. */
export function PlacePicker({ start, onPick, onClose }: PlacePickerProps) {
  const base = useSources().useBaseMap()
  const phone = usePhone()
  const [centre, setCentre] = useState<Spot | undefined>(start)
  const accept = () => {
    if (centre) onPick({ lng: Math.round(centre.lng * 1e6) / 1e6, lat: Math.round(centre.lat * 1e6) / 1e6 })
    onClose()
  }
  return (
    <Modal
      open
      title="移动地图，让图钉指向现场"
      okText="就是这里"
      cancelText="取消"
      onOk={accept}
      onCancel={onClose}
      width={phone ? '100%' : 760}
      centered={phone}
      className="place-picker"
    >
      <div className="place-picker-map" style={{ height: phone ? '60vh' : 440 }}>
        <MapView className="place-picker-canvas" base={base} centre={start} onCentre={setCentre} />
        <span className="place-picker-pin">
          <Icon name="pin" size={36} />
        </span>
      </div>
    </Modal>
  )
}
