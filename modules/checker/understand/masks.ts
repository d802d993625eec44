import type { Span } from '../read/reading.ts'
import { every } from './every.ts'

/** What is written in figures and is no quantity: days, numbers of documents and standards, telephones, marks of a list. */
const masks: readonly RegExp[] = [
  /(?:19|20)\d{2}\s?(?:年度?|[-—至~](?=(?:19|20)\d{2}年))(?:(?:1[0-2]|0?\d)月份?(?:[0-3]?\d日)?)?/g,
  /(?:1[0-2]|0?[1-9])月(?:[0-3]?\d日|份|底|初|末|上旬|中旬|下旬)?(?:\s?[-—至~到]\s?(?:(?:1[0-2]|0?[1-9])月份?)?(?:[0-3]?\d日)?)?/g,
  /(?:1[0-2]|0?[1-9])[-—至~](?=(?:1[0-2]|0?[1-9])月)/g,
  /\d{4}[-./]\d{1,2}[-./]\d{1,2}/g,
  /(?<=[-—至~到]\s?)[0-3]?\d日/g,
  /\d{1,2}:\d{2}/g,
  /(?<!\d)(?:[01]?\d|2[0-4])时(?![间期限效长代])(?:[0-5]?\d分)?/g,
  /[〔［[(（【]\s?(?:19|20)\d{2}\s?[〕］\])）】]\s?第?\d+号?/g,
  /第\s?\d+(?:号|条|款|项|届|次|期|批|章|节|季度|名|位|页|轮|\/)/g,
  /(?<!\d)(?:No\.?|NO\.?)\s?\d+/g,
  /[A-Za-z]+[-/.]?[A-Za-z]*\d[\d.\-–—]*(?:-\d+)?/g,
  /(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)1[012]\d{3}(?=[^\d,.]{0,3}(?:热线|平台|市民|举报|投诉|服务))/g,
  /(?:目标|附件|附表|表|图|项目|任务|指标|方案|标段|阶段)[0-9]{1,2}(?![\d.%‰,]|\s?(?:个|项|家|件|次|处|万|亿|元|条|名|人|户|座|台|辆|分|月|年|公里|千米|米|平方|立方|亩|公顷|吨|公斤|套|株|盏|小时|天|日|场|期|册|份|篇|批|起|宗|所|间|栋|部|块|支|组|只|头|张|幅|门|位))/g,
  /[“"‘](?:1[0-2]|[1-9])[.·](?:[12]\d|3[01]|[1-9])(?!\d|%|万|元|亿)/g,
  /(?<=[^\d.])\d(?:\.\d)(?=版)/g,
  /\d+号(?!机)(?=[路楼院线文地宗桥泵]|[）)])/g,
  /(?:\d+\s?[xX×*]\s?)+\d+/g,
]

/** Marks a paragraph begins with. Twice, for “三、（一）”. */
const marks =
  /^(?:(?:[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]?\d{1,2}(?:[、．）)]|\.(?!\d)|\.(?=\d\.)|(?=[^\d.,%]{0}$))|[①-⑳]|\d{1,2}(?:\.\d{1,2}){1,3}(?=[^\d%.,万亿元个件人]))\s?){1,2}/

/** 3.5小时 in a cell is a value; only 1.1.2 is a number of a heading there. */
const decimal = /^\d{1,2}\.\d{1,2}(?!\.\d)/

/** Where a line of text, or a cell, has figures that are no quantities. Positions are those of the line. */
export function masked(line: string, inCell = false): Span[] {
  const spans: Span[] = []
  const head = marks.exec(line)
  if (head?.[0] && !(inCell && decimal.test(line))) spans.push({ start: 0, end: head[0].length })
  for (const mask of masks)
    for (const { index, 0: found } of every(line, mask)) spans.push({ start: index, end: index + found.length })
  return spans
}
