import type { Survey } from '../modules/evaluation/index.ts'
import type { Disclosure } from '../modules/ledger/index.ts'
import {
  type FrozenFigure,
  hashPublic,
  type PublicBureau,
  type PublicFigure,
  type PublicRow,
  type PublicSnapshot,
  printFigure,
  replacedBy,
  sectionsHtml,
} from '../modules/reporting/index.ts'
import { dayOf } from '../platform/clock.ts'
import { type Html, html, raw } from '../platform/html.ts'
import { figurePictures } from './figure-pictures.ts'
import { home, pageHtml } from './page.ts'
import { reportPictures } from './report-pictures.ts'
import { searchForm } from './search-form.ts'

export const bureauHref = (tenant: string) => `/public/${tenant}`
export const reportHref = (tenant: string, snapshot: string) => `/public/${tenant}/${snapshot}`
const figureHref = (tenant: string, snapshot: string, figure: string) =>
  `${reportHref(tenant, snapshot)}/figures/${figure}`

export const homePage = (bureaus: readonly PublicBureau[]): string =>
  pageHtml({
    title: '城市管理绩效信息公开',
    way: [home],
    main: html`${bureauList(bureaus)}
<h2>审校报告</h2>
<p><a href="/public/check">交一份报告，看看数字对不对得上</a>。不用登录，文件不保存。</p>`,
  })

const bureauList = (bureaus: readonly PublicBureau[]): Html =>
  bureaus.length
    ? html`${searchForm()}<p>以下单位公开了绩效自评报告。报告中的每个数字都可以点开，看到它由哪些记录数出来。</p>
<ul>${bureaus.map(
        ({ tenant, snapshots }) =>
          html`<li><a href="${bureauHref(tenant.tenant)}">${tenant.title}</a>（${snapshots.length}份）${tenant.demo ? html` <span class="mark">演示</span>` : null}</li>`,
      )}</ul>`
    : html`<p>还没有单位公开报告。报告经审定公布后会列在这里。</p>`

export const bureauPage = (
  { tenant, snapshots }: PublicBureau,
  lists: readonly Disclosure[],
  surveys: readonly Pick<Survey, 'code' | 'title' | 'closesOn'>[] = [],
): string =>
  pageHtml({
    title: tenant.title,
    way: [home, [tenant.title, bureauHref(tenant.tenant)]],
    demo: tenant.demo,
    main: html`${snapshots.length ? searchForm('', tenant) : null}<h2>绩效自评报告</h2>${
      snapshots.length
        ? html`<ul>${snapshots.map(
            ({ withdrawn, ...one }) =>
              html`<li><a href="${reportHref(tenant.tenant, one.id)}">${one.title}</a>，${dayOf(one.publishedAt)}公布（第${one.seal}号封账）${withdrawn ? html`，<strong>已撤回</strong>` : replacedBy(snapshots, one) ? html`，<strong>已有更新的公布</strong>` : null}</li>`,
          )}</ul>`
        : html`<p>本单位还没有公开的报告。</p>`
    }${
      lists.length
        ? html`<h2>依法公示</h2><ul>${lists.map(
            ({ ledger, label, count }) =>
              html`<li><a href="/public/${tenant.tenant}/lists/${ledger}">${label}</a>（${count}件）</li>`,
          )}</ul>`
        : null
    }${
      surveys.length
        ? html`<h2>正在进行的调查</h2><ul>${surveys.map(
            ({ code, title, closesOn }) =>
              html`<li><a href="/public/${tenant.tenant}/surveys/${code}">${title}</a>（${closesOn}截止）</li>`,
          )}</ul>`
        : null
    }`,
  })

const notices = ({ tenant, withdrawn, newer }: PublicSnapshot): Html =>
  html`${
    withdrawn
      ? html`<p class="note"><strong>本报告已于${dayOf(withdrawn.at)}撤回。</strong>原因：${withdrawn.reason}</p>`
      : null
  }${newer ? html`<p class="note">本期报告有<a href="${reportHref(tenant.tenant, newer)}">更新的公布</a>。</p>` : null}`

/** The seal a report was frozen at: what it says is so as of that day. */
const asOf = ({ seal, body }: PublicSnapshot['snapshot']) => `以${dayOf(body.seal.at)}第${seal}号封账为准`

const seal = ({ snapshot, publishedAt }: PublicSnapshot): Html => html`<dl>
<dt>公布</dt><dd>${dayOf(publishedAt)}，${asOf(snapshot)}</dd>
<dt>编号</dt><dd>${snapshot.tenant}/${snapshot.id}</dd>
<dt>封账校验值</dt><dd>${snapshot.body.seal.hash}</dd>
<dt>报告校验值</dt><dd>${snapshot.hash}</dd>
<dt>公开内容校验值</dt><dd>${hashPublic(snapshot)}</dd>
</dl>`

const unprovenNote = ({ unproven = 0 }: PublicSnapshot['snapshot']['body']): Html | null =>
  unproven ? html`<p>正文中有 ${unproven} 处数字不是从台账数出的，送审人已说明理由。</p>` : null

const reportWay = ({ tenant, snapshot }: PublicSnapshot) =>
  [home, [tenant.title, bureauHref(tenant.tenant)], [snapshot.title, reportHref(tenant.tenant, snapshot.id)]] as const

const packageNote = ({ tenant, snapshot }: PublicSnapshot): Html =>
  html`<p><a href="${packageHref(tenant.tenant, snapshot.id)}" download>下载数据包</a>：正文、每个数字和它的全部清单，可以离线核对。</p>`
export const packageHref = (tenant: string, snapshot: string) => `${reportHref(tenant, snapshot)}/package.zip`

/** The report as the public reads it. In the data package its figures lead to the lists that lie beside it. */
export function reportPage(opened: PublicSnapshot, inPackage?: { hrefOf(figure: FrozenFigure): string }): string {
  const { tenant, snapshot } = opened
  const { body } = snapshot
  const { hrefOf } = inPackage ?? { hrefOf: ({ id }: FrozenFigure) => figureHref(tenant.tenant, snapshot.id, id) }
  return pageHtml({
    title: snapshot.title,
    way: reportWay(opened).slice(0, 2),
    demo: tenant.demo,
    main: html`${notices(opened)}
<p class="note">正文中带链接的数字都可以点开，查看构成它的清单。${asOf(snapshot)}。</p>
${raw(sectionsHtml(body.sections, { figures: body.figures, hrefOf }))}
${reportPictures(body)}`,
    foot: html`${unprovenNote(body)}${inPackage ? null : packageNote(opened)}${seal(opened)}`,
  })
}

const yesNo = (inTime: boolean | null) => (inTime === null ? '' : inTime ? '按期' : '超时')

type Column = readonly [head: string, of: (row: PublicRow) => string, number?: true]
const columns: Record<Exclude<FrozenFigure['shows'], 'score'>, readonly Column[]> = {
  things: [
    ['编号', (row) => row.number ?? ''],
    ['类别', (row) => row.class],
    ['道路或街道', (row) => row.street ?? ''],
    ['受理', (row) => row.receivedOn ?? ''],
    ['办结', (row) => row.closedOn ?? ''],
    ['承办单位', (row) => row.unit ?? ''],
    ['时限', (row) => yesNo(row.inTime)],
    ['计入日期', (row) => row.on],
  ],
  work: [
    ['日期', (row) => row.on],
    ['工作', (row) => row.class],
    ['道路', (row) => row.street ?? ''],
    ['承办单位', (row) => row.unit ?? ''],
    ['数量', (row) => row.amount ?? '', true],
  ],
  money: [
    ['日期', (row) => row.on],
    ['项目', (row) => row.class],
    ['金额', (row) => row.amount ?? '', true],
  ],
}

function rowsTable({ figure, rows, part, page }: PublicFigure, caption: string): Html {
  if (!rows.length) return html`<p>${part === 'den' ? '分母' : '这个数字'}没有对应的记录。</p>`
  const shown = columns[figure.shows === 'score' ? 'things' : figure.shows]
  const first = (page - 1) * 100
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col" class="number">序号</th>${shown.map(([head, , number]) => html`<th scope="col"${raw(number ? ' class="number"' : '')}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row, at) =>
      html`<tr><td class="number">${first + at + 1}</td>${shown.map(([, of, number]) => html`<td${raw(number ? ' class="number"' : '')}>${of(row)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

const evidence = { ledger: '台账', payment: '支付', survey: '调查', computed: '计算', typed: '手填' } as const
const sourceOf = ({ direction, evidence: from }: { direction: string; evidence: keyof typeof evidence }) =>
  direction === 'qualitative' ? '由人评定' : evidence[from]

/** The numbers of an indicator, and under them the sentence that explains its points. */
const scoreRows = (cells: readonly [string, string, string, string, string], because: string): Html =>
  html`<tr class="joined">${cells.map((cell, at) => html`<td${raw(at > 2 ? ' class="number"' : '')}>${cell}</td>`)}</tr>
<tr><td></td><td class="wide" colspan="4">${because}</td></tr>`

function scoreTable({ score }: FrozenFigure): Html | null {
  if (!score) return null
  const { execution, scheme, lines } = score
  const caption = `${score.name}：总分${score.total}，等级${score.grade}`
  return html`<p>评分办法：${scheme.title}（${scheme.document}）。${scheme.note}</p>
<div class="table" tabindex="0" role="region" aria-label="得分明细"><table><caption>${caption}</caption>
<thead><tr><th scope="col">一级指标</th><th scope="col">指标</th><th scope="col">取值</th><th scope="col" class="number">分值</th><th scope="col" class="number">得分</th></tr></thead>
<tbody>${scoreRows(['预算执行', '预算执行率', '支付', execution.weight, execution.points], execution.because)}${lines.map(
    (line) =>
      scoreRows(
        [line.level1Label, line.name, sourceOf(line), line.weight, line.points],
        line.direction === 'qualitative' ? `目标：${line.targetText}。${line.because}` : line.because,
      ),
  )}</tbody></table></div>${score.deductions.map(({ label, points }) => html`<p>扣分：${label}，扣${points}分。</p>`)}${score.capped ? html`<p>${score.capped}</p>` : ''}`
}

function pageLinks({ figure, part, page, pages, tenant, snapshot }: PublicFigure): Html | null {
  if (pages < 2) return null
  const href = (to: number) => `${figureHref(tenant.tenant, snapshot.id, figure.id)}?part=${part}&page=${to}`
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  return html`<nav class="pages" aria-label="翻页">${numbers.map((to) =>
    to === page ? html`<a href="${href(to)}" aria-current="page">${to}</a> ` : html`<a href="${href(to)}">${to}</a> `,
  )}</nav>`
}

const partLabel = (figure: FrozenFigure, part: 'num' | 'den') => {
  if (!figure.parts.den) return '清单'
  return part === 'num' ? '分子' : '分母'
}
const totalText = (figure: FrozenFigure, part: 'num' | 'den'): string => {
  const kept = figure.parts[part]
  return kept ? `${partLabel(figure, part)}共 ${kept.rows} 条` : ''
}

/** A part in its own unit: cases, or an amount. */
function partText(figure: FrozenFigure, part: 'num' | 'den'): string {
  const kept = figure.parts[part]
  if (!kept) return ''
  if (figure.shows !== 'money') return `${kept.total} 条`
  return `${printFigure('万元2', { num: kept.total, den: 1, milli: false })} 万元（${kept.rows} 笔）`
}

export function figurePage(opened: PublicFigure): string {
  const { tenant, snapshot, figure, part, page, pages } = opened
  const { body } = snapshot
  const base = figureHref(tenant.tenant, snapshot.id, figure.id)
  const caption = `${totalText(figure, part)}${pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : ''}`
  const other = part === 'num' ? 'den' : 'num'
  return pageHtml({
    title: `${figure.label}`,
    way: reportWay(opened),
    demo: tenant.demo,
    wide: true,
    main: html`${notices(opened)}
<p class="value">${figure.value}${figure.unit}</p>
<dl>
<dt>期间</dt><dd>${body.from} 至 ${body.to}</dd>
<dt>怎么算</dt><dd>${figure.formula}</dd>
${figure.excludes.length ? html`<dt>不含</dt><dd>${figure.excludes.join('；')}</dd>` : null}
${figure.parts.den ? html`<dt>分子、分母</dt><dd>${partText(figure, 'num')} ÷ ${partText(figure, 'den')}</dd>` : null}
<dt>以何为准</dt><dd>${asOf(snapshot)}</dd>
</dl>
${figure.parts.den ? html`<p>正在查看${partLabel(figure, part)}；<a href="${base}?part=${other}">查看${partLabel(figure, other)}</a>。</p>` : null}
${figurePictures(opened)}
${figure.shows === 'score' ? scoreTable(figure) : html`${rowsTable(opened, caption)}${pageLinks(opened)}`}`,
    foot: html`${seal(opened)}${figure.parts[part] ? html`<p>本清单校验值：${figure.parts[part].hash}</p>` : null}`,
  })
}

export const missingPage = (sentence: string, title = '没有找到'): string =>
  pageHtml({ title, way: [home], main: html`<p>${sentence}</p>` })
