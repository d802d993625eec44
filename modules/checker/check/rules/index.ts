import type { Rule } from '../rule.ts'
import { approxWords } from './approx-words.ts'

/** Every rule, in no order that matters. To add one: a file beside this, and its name here. */
export const rules: readonly Rule[] = [approxWords]
