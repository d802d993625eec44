/** The stages, in the order the data goes through them. A stage may know those before it, never those after. */
export const pipeline = [
  'org',
  'ledger',
  'papers',
  'intake',
  'fleet',
  'metrics',
  'budget',
  'evaluation',
  'checker',
  'reporting',
] as const
