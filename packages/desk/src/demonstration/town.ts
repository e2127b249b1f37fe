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

/** Where the town's law lies: beside what was built of the program, and in a checkout among the examples. */
const folders = ['../springfield', '../../../../examples/springfield'].map((path) => join(import.meta.dirname, path))

/** Finds the folder of the town's law; null where the program came without it. */
export function townLaw(): string | null {
  return folders.find((folder) => existsSync(folder)) ?? null
}
