import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Markdown without its marks; tables with bars are read as those of plain text. */
export const readMarkdown = (name: string, source: string): Reading =>
  readText(name, source.split('\n').map(plain).join('\n'))

const plain = (line: string): string =>
  line
    .replace(/^(\s*)#{1,6}\s+/, '$1')
    .replace(/^(\s*)(?:>\s?)+/, '$1')
    .replace(/^(\s*)[-*+]\s+(?=\S)/, '$1')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/`([^`]*)`/g, '$1')
