export { approve, sendBack, withdraw } from './commands/decide.ts'
export { type Submission, submit } from './commands/submit.ts'
