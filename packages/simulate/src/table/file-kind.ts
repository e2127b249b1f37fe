/** Tells kinds of files by their first bytes: names of files lie. */

/** The kinds of files that are read. */
export type ReadableKind = 'csv' | 'gzip-csv' | 'parquet' | 'arrow' | 'arrow-stream' | 'workbook'

/** Files that people take for tables and that are none. */
type OtherKind = 'xls' | 'ods' | 'zip' | 'pdf' | 'html' | 'xml' | 'json' | 'sqlite'

/** The kind of a file. A pointer stands in place of data that a tool keeps elsewhere. */
export type FileKind =
  | { readonly kind: 'table'; readonly of: ReadableKind }
  | { readonly kind: 'other'; readonly of: OtherKind }
  | { readonly kind: 'pointer'; readonly tool: 'git-lfs' | 'git-annex' }

/** Kinds by the bytes that a file begins with. */
const signatures: readonly (readonly [bytes: string, is: FileKind])[] = [
  ['\u001f\u008b', { kind: 'table', of: 'gzip-csv' }],
  ['PAR1', { kind: 'table', of: 'parquet' }],
  ['ARROW1', { kind: 'table', of: 'arrow' }],
  ['\u00ff\u00ff\u00ff\u00ff', { kind: 'table', of: 'arrow-stream' }],
  ['\u00d0\u00cf\u0011\u00e0', { kind: 'other', of: 'xls' }],
  ['%PDF-', { kind: 'other', of: 'pdf' }],
  ['SQLite format 3', { kind: 'other', of: 'sqlite' }],
  ['version https://git-lfs.github.com/spec/', { kind: 'pointer', tool: 'git-lfs' }],
  ['version https://hawser.github.com/spec/', { kind: 'pointer', tool: 'git-lfs' }],
  ['/annex/objects/', { kind: 'pointer', tool: 'git-annex' }],
]

/**
 * Tells what a file is from its beginning.
 *
 * @example
 * fileKind(Buffer.from('PAR1')) // => { kind: 'table', of: 'parquet' }
 * fileKind(Buffer.from('day,form')) // => { kind: 'table', of: 'csv' }
 * fileKind(Buffer.from('<!DOCTYPE html>')) // => { kind: 'other', of: 'html' }
 */
export function fileKind(head: Buffer): FileKind {
  const start = head.toString('latin1')
  const signature = signatures.find(([bytes]) => start.startsWith(bytes))
  if (signature !== undefined) return signature[1]
  if (start.startsWith('PK\u0003\u0004')) return zipKind(start)
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^<(?:!doctype html|html|head|body)\b/i.test(text)) return { kind: 'other', of: 'html' }
  if (text.startsWith('<?xml')) return { kind: 'other', of: 'xml' }
  return /^(?:\{\s*"|\[\s*[[{"])/.test(text) ? { kind: 'other', of: 'json' } : { kind: 'table', of: 'csv' }
}

/** Tells a workbook from other zips by the names of its first members. */
function zipKind(start: string): FileKind {
  if (start.includes('application/vnd.oasis.opendocument')) return { kind: 'other', of: 'ods' }
  const isWorkbook = /\[Content_Types\]\.xml|_rels\/\.rels|xl\/|docProps\//.test(start)
  return isWorkbook ? { kind: 'table', of: 'workbook' } : { kind: 'other', of: 'zip' }
}
