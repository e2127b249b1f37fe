/** Texts of law from files, or why they are none. */
import type { Result } from '@brightline/language'
import { problemWithFile, type LawFileProblem } from './problems.ts'
import { readRegularFile, textOfBytes, type Unread } from './regular-file.ts'

/** Longer policy files are refused; the longest real one is a hundredth of this. */
export const longestBytes: number = 4 * 1024 * 1024

/** Reads one text. `path` is the name by which problems call it. */
export function readText(file: string, path: string): Result<string, LawFileProblem> {
  const read = readRegularFile(file, longestBytes)
  if (!read.ok) return { ok: false, problems: [problemOf(read.unread, path)] }
  const text = textOfBytes(read.bytes)
  return text === null ? { ok: false, problems: [problemWithFile('POL-0602', path)] } : { ok: true, value: text }
}

/** Says why a file of law was not read. */
export function problemOf(unread: Unread, path: string): LawFileProblem {
  switch (unread.why) {
    case 'too-large': {
      const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
      return problemWithFile('POL-0601', path, { megabytes: megabytes(unread.bytes), most: megabytes(longestBytes) })
    }
    case 'broken-link':
      return problemWithFile('POL-0603', path)
    case 'folder':
      return problemWithFile('POL-0604', path)
    case 'not-allowed':
      return problemWithFile('POL-0605', path)
    case 'not-a-file':
      return problemWithFile('POL-0606', path)
    case 'missing':
      return problemWithFile('POL-0607', path, { reason: 'ENOENT' })
    case 'refused':
      return problemWithFile('POL-0607', path, { reason: unread.reason })
  }
}
