import { fonts, page, pitch, sizes, tablePitch, tightening } from './domain.ts'

const family = (names: readonly string[]) => [...names.map((name) => `"${name}"`), 'serif'].join(',')
const number = `content:"— " counter(page) " —";font:${sizes.number}pt ${family(fonts.number)};vertical-align:top`

/** Looks like the sheet on the screen, is the sheet on paper. No script, nothing from elsewhere. */
export const style = `@page{size:${page.width}mm ${page.height}mm;margin:${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm}
@page :right{@bottom-right{${number};padding:7mm ${sizes.number}pt 0 0}}
@page :left{@bottom-left{${number};padding:7mm 0 0 ${sizes.number}pt}}
*{box-sizing:border-box;margin:0}
body{color:#000;font:${sizes.body}pt/${pitch}pt ${family(fonts.body)};letter-spacing:-${tightening}pt;text-align:justify;line-break:strict;overflow-wrap:anywhere;orphans:1;widows:1}
.bar{display:none}
header{text-align:center;margin-bottom:${pitch}pt}
header>*{text-wrap:balance}
.bureau,h1{font:${sizes.title}pt/${pitch}pt ${family(fonts.title)};letter-spacing:0}
h1{margin-bottom:${pitch}pt}
.paragraph,h2,h3,.note{text-indent:2em}
h2{font:inherit;font-family:${family(fonts.heading)};break-after:avoid}
h3{font:inherit;font-family:${family(fonts.subheading)};break-after:avoid}
table{width:100%;border-collapse:collapse;margin:${pitch / 2}pt 0;font-size:${sizes.table}pt;line-height:${tablePitch}pt;letter-spacing:0;text-align:left}
td,th{border:.75pt solid #000;padding:4pt 6pt;font-weight:400}
th{text-align:center;text-wrap:balance}
tr{break-inside:avoid}
.caption{text-align:center;break-after:avoid}
.form{table-layout:fixed}
.many{white-space:pre-line}
.pictures{display:flex;flex-wrap:wrap;gap:4mm;margin:${pitch / 2}pt 0}
figure{width:calc(50% - 2mm);break-inside:avoid;text-align:center}
figure img{display:block;width:100%;max-height:90mm;object-fit:contain}
figcaption{font-size:${sizes.table}pt;line-height:${tablePitch}pt}
td img{display:block;max-width:40mm;max-height:16mm}
.signing{margin-top:${pitch * 2}pt;break-inside:avoid;text-align:right}
.receipt{margin-top:${pitch}pt;break-inside:avoid}
@media screen{
body{background:#e8ebf0;padding:16px}
main{width:${page.width}mm;min-height:${page.height}mm;margin:0 auto;padding:${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm;background:#fff;box-shadow:0 1px 6px rgba(15,23,42,.2)}
.bar{display:flex;justify-content:space-between;flex-wrap:wrap;gap:4px 16px;max-width:${page.width}mm;margin:0 auto 12px;font:14px/24px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;letter-spacing:0;color:#475569}
.bar a{color:#1d4ed8}
}
@media screen and (max-width:840px){
body{padding:0;font-size:17px;line-height:1.8;letter-spacing:0}
main{width:auto;min-height:100vh;padding:24px 18px 40px}
.bar{padding:8px 18px;margin:0}
.bureau,h1{font-size:21px;line-height:1.6}
header,h1{margin-bottom:16px}
table{font-size:15px;line-height:1.6}
td,th{padding:4px}
.wide{overflow-x:auto}
.wide::before{content:"表格较宽，可以左右滑动";position:sticky;left:0;font-size:13px;color:#475569}
.wide table{width:52em}
figure{width:100%}
}`

/** The same sheet laid on its side. */
export const lyingStyle = `@page{size:${page.height}mm ${page.width}mm;margin:${page.left}mm ${page.top}mm ${page.right}mm ${page.bottom}mm}
@media screen and (min-width:841px){main,.bar{width:${page.height}mm;max-width:${page.height}mm;min-height:${page.width}mm;padding-left:${page.bottom}mm;padding-right:${page.top}mm}.bar{min-height:0;padding:0}}`
