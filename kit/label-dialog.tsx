import { Button, Modal } from 'antd'
import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from './icon.tsx'
import { type Label, labelPicture } from './label.ts'
import './label-dialog.css'
import { Notice } from './notice.tsx'
import { usePhone } from './use-phone.ts'

/** No other device finds this machine by such a name. */
const isOnlyHere = (address: string) => /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname)

const sticker = '扫码打开这条记录，没有登录的先登录。标签宽 40 毫米、高 50 毫米，适合贴在设施上。'

interface LabelDialogProps extends Label {
  /** Where the code leads to and how large it is printed. */
  about?: string
  /** To be put up on a wall rather than stuck on a thing. */
  sheet?: boolean
  onClose: () => void
}

/** A label with a code that leads to an address, to be printed on a sticker or kept as a picture. */
export function LabelDialog({ address, number, title, about = sticker, sheet = false, onClose }: LabelDialogProps) {
  const phone = usePhone()
  const size = phone ? 'large' : 'middle'
  const picture = useMemo(() => labelPicture({ address, number, title }), [address, number, title])
  const told = `${number} ${title}的二维码`
  return (
    <Modal
      open
      title="二维码"
      width={phone ? '100%' : 420}
      centered={phone}
      className="label-dialog"
      onCancel={onClose}
      footer={
        <div className="label-foot">
          <Button size={size} href={picture} download={`${number}.png`} icon={<Icon name="download" size={16} />}>
            下载
          </Button>
          <Button size={size} type="primary" onClick={() => window.print()}>
            打印
          </Button>
        </div>
      }
    >
      {isOnlyHere(address) ? (
        <Notice tone="soon">现在的网址只有本机能打开。请用手机也能打开的网址登录后，再打印或下载。</Notice>
      ) : null}
      <img className="label-picture" src={picture} alt={told} />
      <p className="soft">{about}</p>
      {createPortal(
        <img className={sheet ? 'label-print label-print-sheet' : 'label-print'} src={picture} alt="" />,
        document.body,
      )}
    </Modal>
  )
}
