export { RecordPapers } from './record-papers.tsx'
