/**
 * Texts as they are safe to show. Text from law, data or arguments may hold escapes that repaint a screen, or marks that
 * turn the order of words around: these are written out, such as `\u{1b}`, so that what is seen is what is there.
 */
import { replaceHidden } from '@brightline/language'

/**
 * Writes out, in one line, what a screen would not show as it is. Tabs and line ends are written out too.
 *
 * @example
 * shown('MAY\u001B[2K') // => 'MAY\\u{1b}[2K'
 */
export function shown(text: string): string {
  return replaceHidden(text, escaped).replaceAll(/[\t\n\r]/g, escaped)
}

/**
 * Does the same in a text of several lines, which keeps its line ends and tabs.
 *
 * @example
 * shownText('one\ntwo\u0007\n') // => 'one\ntwo\\u{7}\n'
 */
export function shownText(text: string): string {
  return replaceHidden(text, escaped)
}

/**
 * Writes a value as JSON in which every character shows. The value stays the same.
 *
 * @example
 * jsonText({ note: 'a\u202Eb' }) // => '{"note":"a\\u202eb"}'
 */
export function jsonText(value: unknown, indent?: number): string {
  return shownJson(JSON.stringify(value, null, indent))
}

/** Writes out what does not show in a text that is JSON already. It still says the same. */
export function shownJson(json: string): string {
  return replaceHidden(json, unicodeEscaped)
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** Escapes a character for JSON, which knows code units only: one beyond the first 65,536 has two. */
function unicodeEscaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
