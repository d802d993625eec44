import { StateTag } from '../../../kit/state-tag.tsx'
import type { Tone } from '../../../kit/tone.ts'
import type { LightView } from './monitoring.ts'

const lights: Record<NonNullable<LightView>, { tone: Tone; word: string }> = {
  red: { tone: 'late', word: '滞后' },
  yellow: { tone: 'soon', word: '偏慢' },
  green: { tone: 'done', word: '正常' },
  blue: { tone: 'todo', word: '超前' },
}
export const lightWord = (light: LightView) => (light ? lights[light].word : '无法计算')

/** A light by its word and shape; the colour only repeats it. */
export function LightTag({ light, none = '无法计算' }: { light: LightView; none?: string }) {
  if (!light) return <StateTag tone="void">{none}</StateTag>
  return <StateTag tone={lights[light].tone}>{lights[light].word}</StateTag>
}
