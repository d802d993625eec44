import type { CheckReport } from '../domain.ts'
import type { Reading } from '../read/reading.ts'
import { understand } from '../understand/index.ts'
import { checked } from './report.ts'
import { rules } from './rules/index.ts'

/** Reads nothing, asks nobody: the same text gives the same findings. */
export const checkReading = (reading: Reading): CheckReport => checked(understand(reading), rules)
