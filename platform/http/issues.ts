/** An issue of zod 4, as far as a sentence is made of it. */
export interface Issue {
  code: string
  message: string
  expected?: unknown
  input?: unknown
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
  inclusive?: unknown
  exact?: unknown
  format?: unknown
  divisor?: unknown
  values?: unknown
  keys?: unknown
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
  date: '日期',
  null: '空值',
}
const formats: Readonly<Record<string, string>> = {
  email: '电子邮箱',
  url: '网址',
  uuid: '编号（UUID）',
  date: '日期，如 2022-12-31',
  datetime: '时刻，如 2022-12-31T06:05:00.000Z',
  time: '时间，如 08:30',
  regex: '规定的格式',
  starts_with: '规定的开头',
  ends_with: '规定的结尾',
  safeint: '整数',
}

/**
 * One sentence for an issue. zod's own Chinese reads badly, so each kind has ours; a message in Chinese was written for
 * its field by somebody and is kept.
 */
export function sentenceOfIssue(issue: Issue, field: string): string {
  const name = field ? `字段“${field}”` : '内容'
  if (/\p{Script=Han}/u.test(issue.message)) return field ? `“${field}”：${issue.message}` : issue.message
  switch (issue.code) {
    case 'invalid_type':
      // zod does not hand the input on: a missing value shows only in its message.
      return /received undefined/.test(issue.message)
        ? `缺少${name}`
        : `${name}应为${types[String(issue.expected)] ?? '规定的类型'}`
    case 'too_small':
      return `${name}${sizeText(issue.origin, issue.exact ? '应为' : issue.inclusive === false ? '应大于' : '不能少于', issue.minimum)}`
    case 'too_big':
      return `${name}${sizeText(issue.origin, issue.exact ? '应为' : issue.inclusive === false ? '应小于' : '不能超过', issue.maximum)}`
    case 'invalid_format':
      return `${name}应为${formats[String(issue.format)] ?? '规定的格式'}`
    case 'not_multiple_of':
      return `${name}应为${String(issue.divisor)}的倍数`
    case 'unrecognized_keys':
      return `没有${listOf(issue.keys)}这样的字段，请去掉`
    case 'invalid_value':
      return `${name}应为${listOf(issue.values)}之一`
    case 'invalid_union':
      return `${name}不是允许的任何一种写法`
    case 'invalid_key':
    case 'invalid_element':
      return `${name}里有一项不符合要求`
    default:
      return `${name}不符合要求`
  }
}

function sizeText(origin: unknown, relation: string, size: unknown): string {
  if (origin === 'string') return `${relation}${String(size)}个字`
  if (origin === 'array' || origin === 'set') return `${relation}${String(size)}项`
  if (origin === 'file') return `${relation}${String(size)}字节`
  return relation === '不能少于' ? `不能小于${String(size)}` : `${relation}${String(size)}`
}

const listOf = (values: unknown) =>
  Array.isArray(values) ? values.map((value) => `“${String(value)}”`).join('、') : '规定值'
