export { makeDue } from './commands/due.ts'
export { importRows, moveMany, type RowProblem } from './commands/many.ts'
export { type MoveRequest, recordMove, recordMoveIn } from './commands/moves.ts'

export { type ReceiptLine, takeReceipt } from './commands/receipt.ts'
export { draftLife, type Life, replay, replayInParts } from './commands/replay.ts'
