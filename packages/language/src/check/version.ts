/** The version of the language that a file is written in. */
import type * as syntax from '../generated/ast.ts'
import { languageVersion, otherVersion } from '../language-version.ts'
import type { Report } from './report.ts'

/**
 * Refuses a file of another version, and tells whether it is of this one: what it says may mean something else. A file
 * without a version is of the first.
 */
export function checkVersion(document: syntax.Document, report: Report): boolean {
  const version = document.version ?? 1
  if (version === languageVersion) return true
  const property = document.version === undefined ? 'name' : 'version'
  report('POL-0114', document, otherVersion(version), { property })
  return false
}
