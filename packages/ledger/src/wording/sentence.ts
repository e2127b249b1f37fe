/** Makes sentences for people from problems. */
import type { Problem, Where } from '../problem/problem.ts'
import type { Sentence } from './english.ts'
import { wordsIn } from './languages.ts'
import { plain } from './plain.ts'

/**
 * Says what happened, where, and what to do, in a language; in English where nobody wrote it in that one.
 *
 * @example
 * sentenceOf(problem('LOG-0403', {}, inFile('tile/0/000'))).says // '`tile/0/000`: the file is missing'
 * sentenceOf(problem('LOG-0403', {}, inFile('tile/0/000')), 'es').says // '`tile/0/000`: falta el archivo'
 */
export function sentenceOf({ code, where, values }: Problem, lang = 'en'): Sentence {
  const { says, help } = wordsIn(lang).sentences[code]
  const filled = says.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => said(name, values[name] ?? '', lang))
  return { says: `${placeOf(where, lang)}${filled}`, help }
}

/** Says a value; a reason of ours in the words of the language. */
function said(name: string, value: string | number, lang: string): string {
  const reasons: ReadonlyMap<unknown, string> = new Map(Object.entries(wordsIn(lang).reasons))
  return short(plain((name === 'reason' ? reasons.get(value) : undefined) ?? String(value)))
}

const longest = 200

/** Names from outside may be of any length. */
function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function placeOf(where: Where, lang: string): string {
  const { line, entry } = wordsIn(lang)
  switch (where.kind) {
    case 'whole':
      return ''
    case 'line':
      return `${line} ${where.line}: `
    case 'entry':
      return `\`${short(plain(where.file))}\`, ${entry} ${where.entry}: `
    case 'file':
      return `\`${short(plain(where.file))}\`${where.line === null ? '' : `, ${line} ${where.line}`}: `
  }
}
