/** The entries of the menu that work today. A role may name others; they are not shown until they do something. */
export const working: ReadonlySet<string> = new Set([
  'home',
  'cases.list',
  'cases.map',
  'ledgers',
  'metrics',
  'budget',
  'evaluation.self',
  'reporting.documents',
  'reporting.public',
  'admin.people',
  'admin.areas',
  'admin.calendar',
  'admin.audit',
])
