/** The door of the migration: texts of version 1 in version 2, and what a person must look at. */
import { fileProblem } from '../file-problem.ts'
import { languageVersion } from '../language-version.ts'
import { positionAt } from '../parse/syntax-errors.ts'
import { beginningOf } from '../parse/version.ts'
import { formatPolicy } from '../print/format.ts'
import type { Result } from '../problem.ts'
import type { MigrationProblem } from './codes.ts'

export { adviceOn, type Migrating } from './advice.ts'
export { migrationProblems, type MigrationCode, type MigrationProblem } from './codes.ts'

/** The first line of a text of this version, with the empty line behind it. */
const firstLine = `language ${languageVersion}\n\n`

/**
 * Writes a text of version 1 in version 2: with its first line, in the one layout, with its comments. A text that cannot
 * be read, or that is of another version, is refused.
 *
 * @example
 * const place = 'place us "United States" division "d" geoid "0" time-zone "UTC"'
 * const migrated = migratePolicy(place, 'us/place.policy')
 * migrated.ok && migrated.value.startsWith('language 2\n\nplace us "United States"\n') // => true
 */
export function migratePolicy(text: string, file: string): Result<string, MigrationProblem> {
  const { version, offset } = beginningOf(text)
  if (version !== null && version !== 1) {
    const code = version === languageVersion ? 'POL-0701' : 'POL-0702'
    const values = { version, ...(code === 'POL-0702' ? { current: languageVersion } : {}) }
    return { ok: false, problems: [fileProblem(code, { file, ...positionAt(text, offset) }, values)] }
  }
  const formatted = formatPolicy(text, file)
  if (!formatted.ok) return formatted
  return { ok: true, value: version === null ? `${firstLine}${formatted.value}` : renumbered(formatted.value) }
}

/** Writes this version in the place of the first one, where a text names it. */
function renumbered(text: string): string {
  const { offset } = beginningOf(text)
  return `${text.slice(0, offset)}${languageVersion}${text.slice(offset + 1)}`
}
