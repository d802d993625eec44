import type { Subject } from '../domain.ts'

/** The department as a whole stands among the projects under this code. */
export const WHOLE = '整体'
export const subjectOf = (project: string): Subject => (project === WHOLE ? 'whole' : 'project')
