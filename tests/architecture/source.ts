import { posix } from 'node:path'
import { parseSync } from 'vite'

/** Stands where a template has a value. */
export const hole = '⟨⟩'

export interface Source {
  /** From the project's folder: `modules/ledger/store/append.ts`. */
  file: string
  text: string
}
export interface Import {
  /** A file of ours from the project's folder; a package or `node:…` by its name; `?` when the address is computed. */
  to: string
  isType: boolean
}
/** What the rules look at in a file. */
export interface Read {
  file: string
  imports: Import[]
  /** Texts between quotes; the holes of a template are written `⟨⟩`. Addresses of imports are not among them. */
  strings: string[]
  /** `ledger.id === 'case'`: what is compared, and the words it is compared with. */
  comparisons: { what: string; words: string[] }[]
  /** Everything called, made or asked: `Date.now`, `new Date`, `process.env`, `new Pool`. */
  asks: string[]
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'
const isText = (node: unknown): node is Node & { value: string } =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string'

function* childrenOf(node: Node): Iterable<Node> {
  for (const value of Object.values(node)) {
    if (isNode(value)) yield value
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) yield one
  }
}

const carriers = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportExpression',
  'TSImportType',
])
const isTypeOnly = (node: Node): boolean => {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const named = (node.specifiers ?? []) as Node[]
  return named.length > 0 && named.every(({ importKind, exportKind }) => (importKind ?? exportKind) === 'type')
}
function addressOf(file: string, source: unknown): string {
  if (!isText(source)) return '?'
  const [path = ''] = source.value.split('?')
  return path.startsWith('.') ? posix.join(posix.dirname(file), path) : path
}

const templateText = (node: Node): string =>
  (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(hole)

function comparisonIn(node: Node, text: (node: Node) => string): Read['comparisons'] {
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(String(node.operator))) {
    const [left, right] = [node.left as Node, node.right as Node]
    if (isText(right)) return [{ what: text(left), words: [right.value] }]
    return isText(left) ? [{ what: text(right), words: [left.value] }] : []
  }
  if (node.type === 'SwitchStatement') {
    const tests = (node.cases as Node[]).map(({ test }) => test).filter(isText)
    return [{ what: text(node.discriminant as Node), words: tests.map(({ value }) => value) }]
  }
  const [asked] = (node.arguments ?? []) as Node[]
  const words = node.type === 'CallExpression' && asked ? wordsIn((node.callee as Node).object) : []
  return words.length ? [{ what: text(asked!), words }] : []
}
/** The words of `['case', 'work']`, also within `new Set(…)`. */
function wordsIn(list: unknown): string[] {
  if (!isNode(list)) return []
  if (list.type === 'NewExpression') return wordsIn((list.arguments as Node[])[0])
  return list.type === 'ArrayExpression' ? (list.elements as unknown[]).filter(isText).map(({ value }) => value) : []
}

const nothing = (node: Node) => (node.arguments as unknown[] | undefined)?.length === 0
function askIn(node: Node, text: (node: Node) => string): string[] {
  if (node.type === 'NewExpression') return [`new ${text(node.callee as Node)}${nothing(node) ? '()' : ''}`]
  if (node.type === 'CallExpression') return [`${text(node.callee as Node)}${nothing(node) ? '()' : ''}`]
  return node.type === 'MemberExpression' ? [text(node)] : []
}

/** Reads one source. Throws when it is not TypeScript. */
export function read({ file, text }: Source): Read {
  const { program, errors } = parseSync(file, text)
  if (errors.length) throw new Error(`${file}: ${errors[0]!.message}`)
  const found: Read = { file, imports: [], strings: [], comparisons: [], asks: [] }
  const textOf = ({ start, end }: Node) => text.slice(start, end)
  const walk = (node: Node): void => {
    const { source } = node
    if (carriers.has(node.type) && source) found.imports.push({ to: addressOf(file, source), isType: isTypeOnly(node) })
    if (isText(node)) found.strings.push(node.value)
    if (node.type === 'TemplateLiteral') found.strings.push(templateText(node))
    if (node.type === 'JSXText') found.strings.push(String(node.value))
    found.comparisons.push(...comparisonIn(node, textOf))
    found.asks.push(...askIn(node, textOf))
    for (const child of childrenOf(node)) if (!(carriers.has(node.type) && child === source)) walk(child)
  }
  walk(program as unknown as Node)
  return found
}
