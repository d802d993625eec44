import type { SheetAsked } from '../contract.ts'
import { standings } from '../domain/markings.ts'
import { meaningOf } from '../domain/meant.ts'
import { placeWords, quoteWords, severityLabel, summary, sureness } from '../domain/words.ts'
import { kinds } from '../domain.ts'

/** What a sheet is made of, and the day it is made. */
export interface Sheet extends SheetAsked {
  on: string
}

const plainName = (name: string) => name.replace(/\.[a-z]{2,4}$/i, '')
export const sheetTitle = ({ document }: Pick<Sheet, 'document'>): string => `${plainName(document.name)}审校意见`

/** Whose report, which file, what was found: above the table. */
export function aboutLines({
  document,
  sha256,
  facts,
  findings,
  checked,
  on,
}: Sheet): [label: string, words: string][] {
  const of = [document.title, document.bureau, document.year && `${document.year}年度`].filter(Boolean).join('，')
  const open = findings.filter(({ standing }) => standing === 'open').length
  return [
    ['审校的文件', document.name],
    ...(of ? ([['报告', of]] as [string, string][]) : []),
    [
      '结果',
      `读懂数字 ${facts} 个。${summary(findings, checked.length)}${findings.length ? `还有 ${open} 处未处理。` : ''}`,
    ],
    ['审校日期', on],
    ['文件校验值', sha256],
  ]
}

export const head = [
  '序号',
  '类别',
  '程度',
  '位置',
  '原文',
  '问题',
  '算式',
  '文中',
  '核对',
  '把握',
  '处理',
  '说明',
] as const
export type Column = (typeof head)[number]
export type Line = Record<Column, string>

/** A finding in words, one a line. */
export const linesOf = ({ findings }: Pick<Sheet, 'findings'>): Line[] =>
  findings.map((finding, at) => {
    const { places, kind, severity, certainty, message, formula, claimed, computed, standing, words } = finding
    return {
      序号: String(at + 1),
      类别: kinds[kind],
      程度: severityLabel(severity),
      位置: [...new Set(places.map(placeWords))].filter(Boolean).join('；'),
      原文: places.map((place) => `“${quoteWords(place)}”`).join('\n'),
      问题: message,
      算式: formula ?? '',
      文中: claimed ?? '',
      核对: computed ? `${meaningOf(finding)}：${computed}` : '',
      把握: sureness(certainty),
      处理: standings[standing],
      说明: words ?? '',
    }
  })
