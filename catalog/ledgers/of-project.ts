import { key } from './fields.ts'
import type { Option } from './words.ts'

// What names a project: picked by its name, kept by its code.

type More = Partial<Omit<Parameters<typeof key>[2] & object, 'options'>>
const called = ['项目编码', '项目名称', '项目代码', '预算项目编码', '预算项目代码']

/** The project something is of. The same project has the same code every year. */
export const project = (more: More = {}) =>
  key('project', '项目', { listed: true, searched: true, alsoCalled: called, ...more })

const whole: Option = { value: '整体', label: '部门整体支出' }
/** A project, or the department as a whole among them. */
export const projectOrWhole = (label = '项目', more: More = {}) =>
  key('project', label, { listed: true, searched: true, alsoCalled: called, options: [whole], ...more })
