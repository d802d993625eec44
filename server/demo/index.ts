/** The demonstration: real figures through the real engine. */
export { type DemoLoading, loadDemo } from './load.ts'
export { type DemoRemoval, removeDemo } from './remove.ts'
export { refreshStatistics } from './statistics.ts'
