/** The kinds of metric a ledger is counted by. */
export { count, distinct, ratio, share, stock, stockShare, sum } from '../../modules/ledger/index.ts'
