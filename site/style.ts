/** Black on white, one column, big type; tables scroll by themselves, and one that goes on beyond the edge says so: by a shade
 *  that its own white covers at the end, and in words where the browser can tell. Prints without its links. */
export const style = `
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #000; font: 18px/1.8 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem }
.wide main, .wide header, .wide footer { max-width: 84rem }
header { padding-top: 1.5rem }
header a { color: #000 }
h1 { font-size: 1.7rem; line-height: 1.4; margin: 1.2rem 0 }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem }
h3 { font-size: 1.1rem; margin: 1.4rem 0 .4rem }
p { margin: .6rem 0; text-align: justify }
a { color: #1d4ed8; text-underline-offset: .2em }
a.figure { font-weight: 600; white-space: nowrap }
a:focus-visible, .table:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
.table { overflow-x: auto; margin: 1rem 0; background: linear-gradient(90deg, #fff 40%, #fff0) 0 0 / 3.5rem 100% local, linear-gradient(270deg, #fff 40%, #fff0) 100% 0 / 3.5rem 100% local, linear-gradient(90deg, #0006, #0000) 0 0 / 1.2rem 100%, linear-gradient(270deg, #0006, #0000) 100% 0 / 1.2rem 100%; background-repeat: no-repeat }
@supports (animation-timeline: scroll()) {
  .table::before { content: "左右滑动看全表"; position: sticky; left: 0; display: block; width: max-content; max-height: 0; overflow: hidden; font-size: .85rem; color: #333; animation: goes-on linear both; animation-timeline: scroll(nearest inline) }
}
@keyframes goes-on { from, to { max-height: 2em } }
table { border-collapse: collapse; min-width: 100% }
caption { text-align: left; font-weight: 600; padding: .4rem 0 }
th, td { border-bottom: 1px solid #bbb; padding: .35rem .7rem; text-align: left; vertical-align: top; white-space: nowrap }
tr.joined td { border-bottom: 0; padding-bottom: 0 }
td.wide { white-space: normal; color: #333; font-size: .95rem }
.list td { white-space: normal; min-width: 5em }
th { border-bottom: 2px solid #000 }
.number { text-align: right }
.mark { display: inline-block; border: 2px solid #000; padding: 0 .5rem; font-weight: 600 }
.note { border-left: 4px solid #000; padding: .2rem 1rem; margin: 1rem 0 }
.value { font-size: 2.6rem; font-weight: 700; line-height: 1.2 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 1rem 0 }
dt { color: #444 }
dd { margin: 0; overflow-wrap: anywhere }
nav.pages { display: flex; flex-wrap: wrap; gap: .2rem .7rem; margin: 1rem 0 }
nav.pages [aria-current] { font-weight: 700; color: #000; text-decoration: none }
fieldset { border: 0; padding: 0; margin: 2rem 0; min-width: 0 }
legend { font-weight: 600; font-size: 1.1rem; padding: 0; margin-bottom: .6rem; line-height: 1.5 }
.choices { display: grid; grid-template-columns: repeat(5, 1fr); gap: .6rem }
.choices label { display: flex; align-items: center; gap: .5rem; min-height: 3.4rem; padding: .4rem .6rem; border: 2px solid #767676; cursor: pointer }
.choices label:has(:checked) { border-color: #000; background: #000; color: #fff; font-weight: 600 }
.choices label:focus-within, textarea:focus-visible, button:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
.choices input { flex: none; width: 1.3rem; height: 1.3rem; margin: 0; accent-color: #000 }
.choices :checked { accent-color: #fff }
textarea { display: block; width: 100%; font: inherit; padding: .6rem; border: 2px solid #767676; border-radius: 0 }
button { width: 100%; min-height: 3.6rem; border: 0; background: #000; color: #fff; font: inherit; font-size: 1.2rem; font-weight: 600; cursor: pointer }
.small { font-size: .9rem; color: #333 }
input[type=file] { display: block; width: 100%; font: inherit; padding: .8rem; border: 2px dashed #767676 }
input[type=file]:focus-visible, summary:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
summary { font-size: 1.1rem; font-weight: 600; cursor: pointer; margin: 1.4rem 0 .4rem }
.finding { border-top: 1px solid #bbb; padding: .6rem 0; margin: 0 }
.finding p { margin: .3rem 0 }
.finding:target, .hit-number:target { outline: 3px solid #1d4ed8; outline-offset: 2px }
.mark.error { border-color: #b91c1c; color: #b91c1c } .mark.question { border-style: dashed; border-color: #92400e; color: #92400e }
.mark.rounding { border-style: dotted; border-color: #1d4ed8; color: #1d4ed8 } .mark.format { border-width: 1px; border-color: #555; color: #444 }
.hit { color: inherit; text-decoration-thickness: 2px } .hit.error { background: #fde4e4; text-decoration: underline wavy #b91c1c }
.hit.question { background: #fdeed6; text-decoration: underline dashed #92400e } .hit.rounding { background: #e3ecfd; text-decoration: underline dotted #1d4ed8 }
.hit.format { background: #eceef1; text-decoration: underline #555 }
.hit-number { display: inline-block; margin: 0 .15em; padding: 0 .3em; border: 1px solid #000; border-radius: .6em; background: #fff; color: #000; font-size: .75em; line-height: 1.4; text-decoration: none; vertical-align: .2em; white-space: nowrap }
svg.counts { display: block; width: 100%; height: 1rem } svg.swatch { width: .8em; height: .8em; margin-right: .3em }
.checked { border: 1px solid #bbb; padding: .5rem 1rem } .checked p { white-space: pre-wrap; overflow-wrap: anywhere }
.search { display: grid; grid-template-columns: 1fr auto; gap: .4rem .6rem; margin: 1.2rem 0 }
.search label { grid-column: 1 / -1; font-weight: 600 }
.search input { min-width: 0; font: inherit; padding: .4rem .6rem; border: 2px solid #767676; border-radius: 0 }
.search input:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
.search button { width: auto; min-height: 0; padding: 0 1.4rem; font-size: 1rem }
.found li { margin: 1.2rem 0 }
.found p { margin: .2rem 0 }
.passage { overflow-wrap: anywhere }
mark { background: #ffe58f; color: #000 }
figure.picture { margin: 1.4rem 0; max-width: 34rem; break-inside: avoid }
figure.picture > svg { display: block; width: 100%; height: auto }
figcaption { font-weight: 600 }
svg.key { width: .8em; height: .8em; margin: 0 .3em 0 .6em }
footer { margin-top: 3rem; padding: 1rem; border-top: 1px solid #000; font-size: .85rem; overflow-wrap: anywhere }
@media (max-width: 40rem) { body { font-size: 17px } p { text-align: start } .choices { grid-template-columns: 1fr; gap: .5rem } dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }
@media print {
  body { font-size: 12pt } main, header, footer, .wide main, .wide header, .wide footer { max-width: none; padding: 0 }
  a { color: #000; text-decoration: none } nav, .search { display: none } .table { overflow: visible; background: none } .table::before { display: none } h2, h3 { break-after: avoid } tr { break-inside: avoid }
}`
