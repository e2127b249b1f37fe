/** The codes of each room, as they are listed where they are raised, beside what is said of them. */
import { checkProblems, requestProblems } from '@brightline/engine'
import { policyProblems } from '@brightline/language'
import { migrationProblems } from '@brightline/language/migrate'
import { check } from '../../src/problem/check.ts'
import { sqlProblems } from '@brightline/engine/sql'
import { sql } from '../../src/problem/sql.ts'
import { lawFileProblems } from '@brightline/law-files'
import { dataProblems, mappingProblems } from '@brightline/simulate'
import { fileProblems } from '../../../cli/src/file/problems.ts'
import { usageProblems } from '../../../cli/src/terminal/usage.ts'
import { usage } from '../../src/problem/usage.ts'
import { givenFiles } from '../../src/problem/given-files.ts'
import { dataSets } from '../../src/problem/data-sets.ts'
import { mappings } from '../../src/problem/mappings.ts'
import { migration } from '../../src/problem/migration.ts'
import { lawFiles } from '../../src/problem/law-files.ts'
import { policy } from '../../src/problem/policy/policy.ts'
import { request } from '../../src/problem/request.ts'
import type { Room } from '../../src/problem/template.ts'

/** A room by name, with its codes and its sentences. */
export interface RoomOfCodes {
  readonly name: string
  readonly codes: readonly string[]
  readonly room: Room
}

/** Every room that raises problems. */
export const roomsOfCodes: readonly RoomOfCodes[] = [
  { name: 'policy texts', codes: Object.keys(policyProblems), room: policy },
  { name: 'the migration', codes: Object.keys(migrationProblems), room: migration },
  { name: 'exact analysis', codes: Object.keys(checkProblems), room: check },
  { name: 'law files', codes: Object.keys(lawFileProblems), room: lawFiles },
  { name: 'given files', codes: Object.keys(fileProblems), room: givenFiles },
  { name: 'requests', codes: Object.keys(requestProblems), room: request },
  { name: 'data sets', codes: Object.keys(dataProblems), room: dataSets },
  { name: 'mappings', codes: Object.keys(mappingProblems), room: mappings },
  { name: 'SQL', codes: Object.keys(sqlProblems), room: sql },
  { name: 'wrong use', codes: Object.keys(usageProblems), room: usage },
]
