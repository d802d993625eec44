import { escapeHtml } from '../html.ts'

/** As much of an OpenAPI 3.1 document as the page shows. */
export interface ApiDocument {
  info: { title: string; description?: string }
  paths?: Record<string, Record<string, Operation>>
}
interface Operation {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
  'x-permission'?: string
}
interface Schema {
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: Schema | boolean
}

/** The API for people to read: by group, with fields and permission. One page, no script, nothing from elsewhere. */
export function apiPage(document: ApiDocument): string {
  const groups = new Map<string, string[]>()
  for (const [url, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? '其他'
      groups.set(tag, [...(groups.get(tag) ?? []), section(method, url, operation)])
    }
  const names = [...groups.keys()]
  const contents = names.map((name) => `<li><a href="#${anchor(name)}">${escapeHtml(name)}</a></li>`).join('')
  const body = names
    .map((name) => `<h2 id="${anchor(name)}">${escapeHtml(name)}</h2>${groups.get(name)!.join('')}`)
    .join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(document.info.title)}</title>
<style>${style}</style></head><body><main><h1>${escapeHtml(document.info.title)}</h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p>机器可读：<a href="/api/openapi.json">OpenAPI 3.1（openapi.json）</a></p><nav><ul>${contents}</ul></nav>${body}
</main></body></html>`
}

function section(method: string, url: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(({ name, required = false, description, schema, ...rest }) =>
    row(
      name,
      { ...schema, description: description ?? schema?.description ?? '' },
      required,
      places[rest.in] ?? rest.in,
    ),
  )
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]
  const answer = Object.values(good?.content ?? {})[0]?.schema
  const given = [...parameters, ...rowsOf(body, '', '内容')]
  const told = rowsOf(answer, '', '答复')
  return `<section id="${anchor(`${method} ${url}`)}"><h3><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(url)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}　<small>权限：${escapeHtml(permissionText(operation['x-permission']))}</small></p>
${given.length ? table('请求', given) : ''}${told.length ? `<details><summary>答复</summary>${table('', told)}</details>` : ''}</section>`
}

const places: Readonly<Record<string, string>> = { path: '地址', query: '查询', header: '请求头', cookie: 'cookie' }

const permissionText = (permission: string | undefined): string =>
  permission === 'public' ? '公开' : permission === 'signed-in' ? '登录即可' : (permission ?? '—')

/** The fields of an object, two levels deep: deeper ones are seen in openapi.json. */
function rowsOf(schema: Schema | undefined, path: string, place: string, depth = 0): string[] {
  const object = schema?.type === 'array' ? schema.items : schema
  const prefix = schema?.type === 'array' ? `${path}[]` : path
  if (!object?.properties) return depth === 0 && schema && prefix ? [row(prefix, schema, true, place)] : []
  return Object.entries(object.properties).flatMap(([name, field]) => {
    const full = prefix ? `${prefix}.${name}` : name
    const own = row(full, field, object.required?.includes(name) ?? false, place)
    return depth < 2 ? [own, ...rowsOf(field, full, place, depth + 1)] : [own]
  })
}

const row = (name: string, schema: Schema, required: boolean, place: string): string =>
  `<tr><td>${place}</td><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(typeText(schema))}</td><td>${required ? (place === '答复' ? '总有' : '必填') : ''}</td><td>${escapeHtml(schema.description ?? '')}</td></tr>`

const table = (caption: string, rows: readonly string[]): string =>
  `<div class="scroll"><table>${caption && `<caption>${caption}</caption>`}<thead><tr><th>位置</th><th>字段</th><th>类型</th><th></th><th>说明</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`

const words: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '是或否',
  object: '对象',
  array: '列表',
  null: '空',
}

function typeText(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(typeText))].join(' 或 ')
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.type === 'array')
    return schema.items?.type === 'object' ? '列表' : `列表（${schema.items ? typeText(schema.items) : '任意'}）`
  const types = [schema.type ?? []].flat().map((type) => words[type] ?? type)
  return (types.join(' 或 ') || '任意') + (schema.format ? `（${schema.format}）` : '')
}

const anchor = (text: string): string => encodeURIComponent(text.replaceAll(' ', '-'))

const style = `body{margin:0;color:#111;background:#fff;font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1080px;margin:0 auto;padding:24px 16px}h1{font-size:24px}h2{margin-top:40px;border-bottom:2px solid #1d4ed8}
h3{margin:24px 0 4px;font-size:16px}b{display:inline-block;min-width:56px;color:#1d4ed8}b.delete{color:#b91c1c}
code{font-family:ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}small{color:#4b5563}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:8px 0;font-size:13px}summary{cursor:pointer;font-size:13px;font-weight:600}
caption{text-align:left;font-weight:600}
th,td{border:1px solid #d1d5db;padding:4px 8px;text-align:left;vertical-align:top}th{background:#f3f4f6}
nav ul{display:flex;flex-wrap:wrap;gap:8px 16px;list-style:none;padding:0}a{color:#1d4ed8}`
