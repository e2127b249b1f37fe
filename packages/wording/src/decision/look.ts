/** The layout of an answer: its language, its width and its painter. */
import type { Painter } from '../line/painter.ts'
import { citesWhole, fixedSpace, wrapped } from '../line/wrap.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import { decisionPhrases, type DecisionKey } from './phrases.ts'

/** The wishes of the reader's screen and language. */
export interface Look {
  readonly lang: string
  /** The columns of the screen. */
  readonly width: number
  readonly paint: Painter
}

/** The pen with which the parts of an answer are written. */
export interface Pen extends Look {
  readonly say: Say<DecisionKey>
  /** Breaks a text that stands so many columns deep; its later lines stand two deeper. */
  readonly line: (depth: number, text: string) => readonly string[]
  /** Does so behind a sign, such as `-` or `!`; later lines stand under the text. */
  readonly item: (depth: number, sign: string, text: string) => readonly string[]
}

export function penFor(look: Look): Pen {
  const { lang, width, paint } = look
  return {
    ...look,
    say: sayIn(decisionPhrases, lang),
    line: (depth, text) => wrapped(`${' '.repeat(depth)}${together(text)}`, width, depth + 2),
    item: (depth, sign, text) => {
      const marked = sign === '!' ? paint('yellow', sign) : sign
      return wrapped(`${' '.repeat(depth)}${marked} ${together(text)}`, width, depth + 2)
    },
  }
}

/** Keeps a section sign with its number, and a day with its time. */
function together(text: string): string {
  return citesWhole(text).replaceAll(/(?<=\d{4}-\d{2}-\d{2}) (?=\d{2}:\d{2})/g, fixedSpace)
}

/** Writes a time as a clock shows it, with its zone: `2026-11-04 18:00 America/Chicago`. */
export function clockWords(at: string): string {
  return at.replace(/^(\S{10})T(\d{2}:\d{2}).*\[(.+)\]$/, '$1 $2 $3')
}
