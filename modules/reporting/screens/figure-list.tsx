import { useEffect, useRef } from 'react'
import { Go } from '../../../kit/nav.tsx'
import { useWide } from '../../../kit/use-phone.ts'
import type { Body, Figure } from './documents.ts'
import { addressOf } from './figure-address.ts'

interface FigureListProps {
  body: Body
  here: string | undefined
  onHere: (figure: string) => void
}

/** The figures of the paper in the order they stand in it; a click shows where, the name leads to what it counts. */
export function FigureList({ body, here, onHere }: FigureListProps) {
  const list = useRef<HTMLUListElement>(null)
  const beside = useWide()
  useEffect(() => {
    // Below the paper, the paper itself would be scrolled away from under the finger.
    if (here && beside) list.current?.querySelector('.figure-line-here')?.scrollIntoView({ block: 'nearest' })
  }, [here, beside])
  const show = (id: string) => {
    onHere(id)
    document.getElementById(`paper-${id}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <ul ref={list} className="figure-lines">
      {body.figures.map((figure) => (
        <li key={figure.id} className={figure.id === here ? 'figure-line figure-line-here' : 'figure-line'}>
          <button type="button" className="plain-button figure-line-name" onClick={() => show(figure.id)}>
            {figure.label}
          </button>
          <Value figure={figure} year={body.year} />
        </li>
      ))}
    </ul>
  )
}

function Value({ figure, year }: { figure: Figure; year: number }) {
  const address = addressOf(figure, year)
  const words = `${figure.value}${figure.unit}`
  if (!address) return <span>{words}</span>
  return (
    <Go to={address.to} search={address.search} title="看这个数是怎么数出来的">
      {words}
    </Go>
  )
}
