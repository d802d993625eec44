export * from './domain.ts'
export type { Body, FrozenFigure, PublicRow, Snapshot } from './snapshot.ts'
