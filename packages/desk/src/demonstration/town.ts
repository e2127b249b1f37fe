/** The invented town: its agency, and where its law lies. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The agency as it is made. */
export const town = {
  place: 'us/ex/springfield',
  kind: 'jail',
  name: 'Springfield Jail',
  timeZone: 'America/Chicago',
  desk: 'Records desk',
  prefix: 'SJ',
} as const

/** Finds the folder of the town's law; null where the program came without it. */
export function townLaw(): string | null {
  const folder = join(import.meta.dirname, '../../../../examples/springfield')
  return existsSync(folder) ? folder : null
}
