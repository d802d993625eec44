import { cases } from './of/cases.ts'
import { lamps } from './of/lamps.ts'
import { ordinaryPenalties, penalties } from './of/penalties.ts'
import type { Subject } from './subject.ts'

export const subjects: readonly Subject[] = [cases, penalties, ordinaryPenalties, lamps]

export function subjectOf(name: string | undefined): Subject {
  const found = subjects.find((subject) => subject.name === name)
  if (!found) throw new Error(`--of takes ${subjects.map((subject) => subject.name).join(', ')}`)
  return found
}

/** What is measured, how many records of it, and the name of their place in `.bench/`: `[count] [--of name]`. */
export function askedFor(args: readonly string[]): { subject: Subject; count: number; name: string } {
  const subject = args.includes('--of') ? subjectOf(args[args.indexOf('--of') + 1]) : cases
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? subject.usual)
  return { subject, count, name: subject === cases ? String(count) : `${subject.name}-${count}` }
}
