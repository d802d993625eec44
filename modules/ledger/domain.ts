/** Rules of the engine. No I/O, no clock, no randomness. */
export * from './domain/chain.ts'
export * from './domain/change.ts'
export * from './domain/clocks.ts'
export * from './domain/decide.ts'
export * from './domain/declare.ts'
export * from './domain/fields.ts'
export * from './domain/record.ts'
export * from './domain/search.ts'
