import { StateTag } from '../../../kit/state-tag.tsx'
import type { Tone } from '../../../kit/tone.ts'

const tones: Record<string, Tone> = {
  优: 'done',
  优秀: 'done',
  良: 'doing',
  良好: 'doing',
  中: 'soon',
  合格: 'soon',
  差: 'late',
  不合格: 'late',
}

/** A grade by its word; the colour only repeats it. */
export function GradeTag({ grade }: { grade: string }) {
  return <StateTag tone={tones[grade] ?? 'todo'}>{grade || '未定等级'}</StateTag>
}
