export * from './domain.ts'
export { score, targetText } from './scoring.ts'
