import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './menu-button.css'

export interface MenuItem {
  key: string
  label: ReactNode
  onClick?: () => void
  /** A file to fetch instead of a step to make. */
  href?: string
  /** A page to read beside this one. */
  opens?: boolean
}
interface MenuButtonProps {
  /** What stands on the button. */
  children: ReactNode
  items: readonly MenuItem[]
  /** Words above the items that cannot be chosen. */
  head?: ReactNode
  className?: string
  label?: string
  side?: 'left' | 'right'
  up?: boolean
}

/** Closes when something else is touched, or with Escape. */
function useOpen() {
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])
  return { box, open, setOpen }
}

/** A button that unfolds a few steps. */
export function MenuButton({ children, items, head, className, label, side = 'right', up }: MenuButtonProps) {
  const { box, open, setOpen } = useOpen()
  const id = useId()
  const choose = (item: MenuItem) => {
    setOpen(false)
    item.onClick?.()
  }
  return (
    <div className="menu-button" ref={box}>
      <button
        type="button"
        className={className ?? 'menu-button-face'}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <div id={id} className={`menu-list menu-list-${side}${up ? ' menu-list-up' : ''}`}>
          {head}
          {items.map((item) =>
            item.href ? (
              <a
                key={item.key}
                href={item.href}
                className="menu-item"
                {...(item.opens ? { target: '_blank', rel: 'noreferrer' } : {})}
                onClick={() => choose(item)}
              >
                {item.label}
              </a>
            ) : (
              <button key={item.key} type="button" className="menu-item" onClick={() => choose(item)}>
                {item.label}
              </button>
            ),
          )}
        </div>
      ) : null}
    </div>
  )
}
