import { Button, Input, Modal } from 'antd'
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { type Dot, drawInk, pictureOf } from '../ink.ts'
import { usePhone } from '../use-phone.ts'
import './signature-pad.css'

/** Strokes on a canvas as fine as the screen, drawn anew once a frame. */
function useInk() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const strokes = useRef<Dot[][]>([])
  const waiting = useRef(false)
  const [empty, setEmpty] = useState(true)
  const draw = useCallback(() => {
    waiting.current = false
    const sheet = canvas.current
    const pen = sheet?.getContext('2d')
    if (!sheet || !pen) return
    const fineness = window.devicePixelRatio || 1
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, sheet.width, sheet.height)
    pen.scale(fineness, fineness)
    drawInk(pen, strokes.current)
  }, [])
  const drawSoon = () => {
    if (!waiting.current) requestAnimationFrame(draw)
    waiting.current = true
  }
  useEffect(() => {
    const sheet = canvas.current!
    const observer = new ResizeObserver(() => {
      sheet.width = Math.round(sheet.clientWidth * (window.devicePixelRatio || 1))
      sheet.height = Math.round(sheet.clientHeight * (window.devicePixelRatio || 1))
      draw()
    })
    observer.observe(sheet)
    // Or the dialog gives the cursor to the name, and the keyboard of a phone covers the sheet.
    sheet.focus({ preventScroll: true })
    return () => observer.disconnect()
  }, [draw])
  const clear = () => {
    strokes.current = []
    setEmpty(true)
    draw()
  }
  return { canvas, strokes, empty, setEmpty, drawSoon, clear }
}

/** One finger, pen or mouse writes at a time; a hand that rests on the screen does not. */
function useWriting({ canvas, strokes, setEmpty, drawSoon }: ReturnType<typeof useInk>) {
  const writing = useRef<number>(undefined)
  const put = (events: readonly { clientX: number; clientY: number }[]) => {
    const { left, top } = canvas.current!.getBoundingClientRect()
    strokes.current.at(-1)?.push(...events.map(({ clientX, clientY }) => ({ x: clientX - left, y: clientY - top })))
    drawSoon()
  }
  const isMine = (event: PointerEvent) => event.pointerId === writing.current
  const lift = (event: PointerEvent) => {
    if (isMine(event)) writing.current = undefined
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      if (writing.current !== undefined || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      writing.current = event.pointerId
      strokes.current.push([])
      put([event])
      setEmpty(false)
    },
    onPointerMove: (event: PointerEvent) => {
      if (!isMine(event)) return
      const between = event.nativeEvent.getCoalescedEvents?.() ?? []
      put(between.length ? between : [event])
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  }
}

interface SignaturePadProps {
  title: string
  name: string | undefined
  onSign: (picture: Blob, name: string) => void
  onClose: () => void
}

/** A white sheet to sign on, as wide as the phone. */
export function SignaturePad({ title, name: before = '', onSign, onClose }: SignaturePadProps) {
  const phone = usePhone()
  const ink = useInk()
  const writing = useWriting(ink)
  const [name, setName] = useState(before)
  const accept = async () => {
    onSign(await pictureOf(ink.strokes.current), name.trim())
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      width={phone ? '100%' : 760}
      centered
      className="signature-pad"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <div className="signature-pad-foot">
          <Button size={phone ? 'large' : 'middle'} disabled={ink.empty} onClick={ink.clear}>
            清除
          </Button>
          <Button type="primary" size={phone ? 'large' : 'middle'} disabled={ink.empty} onClick={() => void accept()}>
            确定
          </Button>
        </div>
      }
    >
      <div className="signature-sheet">
        <canvas ref={ink.canvas} tabIndex={-1} role="img" aria-label={`${title}：在这里写`} {...writing} />
        {ink.empty ? <span className="signature-hint">请用手指、笔或鼠标在框内签字</span> : null}
      </div>
      <Input
        className="signature-name"
        aria-label="签字人姓名"
        placeholder="签字人姓名（可不填）"
        value={name}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
    </Modal>
  )
}
