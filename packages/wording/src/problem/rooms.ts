/** The rooms that raise problems. Each has a file with its sentences; a new room is added here and to the test of the tables. */
import { check } from './check.ts'
import { dataSets } from './data-sets.ts'
import { givenFiles } from './given-files.ts'
import { lawFiles } from './law-files.ts'
import { mappings } from './mappings.ts'
import { migration } from './migration.ts'
import { policy } from './policy/policy.ts'
import { request } from './request.ts'
import { sql } from './sql.ts'
import type { Room } from './template.ts'
import { usage } from './usage.ts'

/** Every room. */
export const rooms: readonly Room[] = [
  policy,
  migration,
  check,
  lawFiles,
  givenFiles,
  request,
  dataSets,
  mappings,
  sql,
  usage,
]
