/** How a state feels, whatever its name: each tone has its word from outside, and its own shape and colour here. */
export type Tone = 'todo' | 'doing' | 'soon' | 'late' | 'done' | 'void'

export const toneColors: Record<Tone, string> = {
  todo: '#1d4ed8',
  doing: '#0e7490',
  soon: '#b45309',
  late: '#b91c1c',
  done: '#15743a',
  void: '#59616e',
}
