/** Makes sentences for people from problems. */
import type { LedgerCode } from '../problem/codes.ts'
import type { Problem, Where } from '../problem/problem.ts'
import type { Sentence } from './english.ts'
import { english } from './english.ts'
import { plain } from './plain.ts'

/**
 * Says what happened, where, and what to do.
 *
 * @example
 * sentenceOf(problem('LOG-0403', {}, inFile('tile/0/000'))).says // '`tile/0/000`: the file is missing'
 */
export function sentenceOf(
  { code, where, values }: Problem,
  table: Readonly<Record<LedgerCode, Sentence>> = english,
): Sentence {
  const { says, help } = table[code]
  const filled = says.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => short(plain(String(values[name] ?? ''))))
  return { says: `${placeOf(where)}${filled}`, help }
}

const longest = 200

/** Names from outside may be of any length. */
function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function placeOf(where: Where): string {
  switch (where.kind) {
    case 'whole':
      return ''
    case 'line':
      return `line ${where.line}: `
    case 'entry':
      return `\`${short(plain(where.file))}\`, entry ${where.entry}: `
    case 'file':
      return `\`${short(plain(where.file))}\`${where.line === null ? '' : `, line ${where.line}`}: `
  }
}
