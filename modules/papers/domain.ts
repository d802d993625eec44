/** What papers are and how they are written. No I/O. */
export * from './domain/blocks.ts'
export * from './domain/declare.ts'
export * from './domain/layout.ts'
export * from './domain/rolls.ts'
export * from './domain/tables.ts'
export { dayInWords, yuanInCapitals, yuanInFigures } from './domain/words.ts'
export * from './domain/write.ts'
