import type { FormId } from '../contract.ts'
import { WHOLE } from '../domain/whole.ts'
import type { Form } from './model.ts'
import { monitoringForm } from './monitoring.ts'
import { selfForm } from './self.ts'
import type { FormSubject } from './subject.ts'
import { targetsForm } from './targets.ts'
import { wholeForm } from './whole.ts'

interface FormKind {
  title: string
  /** For the name of a sheet beside those of other kinds. */
  short: string
  /** Looks at the first months of the year, not at all of it. */
  inMonths: boolean
  /** Of the department as a whole, not of a project. */
  ofWhole: boolean
  write: (subject: FormSubject) => Form
}
/** In the order of the year. */
export const formKinds: Readonly<Record<FormId, FormKind>> = {
  targets: {
    title: '项目支出绩效目标申报表',
    short: '目标',
    inMonths: false,
    ofWhole: false,
    write: targetsForm,
  },
  monitoring: {
    title: '项目支出绩效目标执行监控表',
    short: '监控',
    inMonths: true,
    ofWhole: false,
    write: monitoringForm,
  },
  self: { title: '项目支出绩效自评表', short: '自评', inMonths: false, ofWhole: false, write: selfForm },
  whole: { title: '部门整体支出绩效自评表', short: '自评', inMonths: false, ofWhole: true, write: wholeForm },
}

export interface NamedForm {
  form: Form
  /** Of its sheet. */
  name: string
}
/** The forms of these kinds; a project has none of those of the department as a whole, nor the other way. */
export function writeForms(
  ids: readonly FormId[],
  subjects: { year: readonly FormSubject[]; months: readonly FormSubject[] },
): NamedForm[] {
  const wanted = ids.map((id) => formKinds[id])
  return subjects.year.flatMap((inYear, at) =>
    wanted
      .filter(({ ofWhole }) => ofWhole === (inYear.answer.project === WHOLE))
      .map(({ inMonths, short, write }) => {
        const form = write(inMonths ? subjects.months[at]! : inYear)
        return { form, name: ids.length > 1 ? `${form.of} ${short}` : form.of }
      }),
  )
}
