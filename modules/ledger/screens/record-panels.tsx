import { type ComponentType, createContext, use } from 'react'
import type { RecordView } from './records.ts'

interface PanelProps {
  ledger: string
  record: Pick<RecordView, 'id' | 'version' | 'state' | 'data'>
}
/** What other modules show of a record; the console gives them. Each draws nothing where it has nothing to show. */
export const RecordPanelsContext = createContext<readonly ComponentType<PanelProps>[]>([])

export function RecordPanels(props: PanelProps) {
  return use(RecordPanelsContext).map((Panel, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the console names them once
    <Panel key={i} {...props} />
  ))
}

interface FormPanelProps {
  ledger: string
  /** The move whose form it is. */
  move: string
  /** What the record says and what has been filled in so far. */
  data: Record<string, unknown>
}
/** What other modules show beside a form, from what is filled in; given and drawn as the panels of a record are. */
export const FormPanelsContext = createContext<readonly ComponentType<FormPanelProps>[]>([])

export function FormPanels(props: FormPanelProps) {
  return use(FormPanelsContext).map((Panel, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the console names them once
    <Panel key={i} {...props} />
  ))
}
