/** Holds the words of a screen against what nobody should read there: names of the law's own making, and words of English. */
import { namesOfLaw, vocabularyNames } from './vocabulary-names.ts'
import type { Page } from 'playwright-core'

/** A piece of text on a page, with the tag that it stands in. */
export interface Piece {
  readonly text: string
  readonly tag: string
}

// Drawn papers are in English, as papers are; code, and what is marked as being in another language, is meant so.
const read = `(() => {
  const skipped = 'script, style, pre, code, svg, .mono, [translate=no]'
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const pieces = [{ text: document.title, tag: 'title' }]
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const around = node.parentElement
    if (around.closest(skipped) === null && around.closest('[lang]') === document.documentElement)
      pieces.push({ text: node.data, tag: around.localName + (around.closest('.hint') === null ? '' : ' hint') })
  }
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (one.hasAttribute(name) && one.closest('[lang]') === document.documentElement)
        pieces.push({ text: one.getAttribute(name), tag: one.localName + ' ' + name })
  return pieces.map(({ text, tag }) => ({ text: text.replaceAll(/\\s+/g, ' ').trim(), tag })).filter(({ text }) => text !== '')
})()`

/** Reads all that stands on a page, folded or not. */
export async function wordsOf(page: Page): Promise<readonly Piece[]> {
  return await page.evaluate<Piece[]>(read)
}

/** What a program writes where it has no words, and days and marks as programs spell them. */
const broken = /\bundefined\b|\bNaN\b|\[object |\bnull\b|\{[a-z-]+\}|`|\b(?:America|Pacific)\/[A-Z]/
/** Days as programs spell them. A hint may say that they are typed so. */
const day = /\b\d{4}-\d\d-\d\d\b/
/** A word with marks inside, as names of facts, acts, values and places are spelled. */
const names = /[a-z0-9]+(?:[.:/-][a-z0-9]+)+/g

/** Tells what on a page only a program should read. */
export async function rawFaults(pieces: readonly Piece[]): Promise<readonly string[]> {
  const known = await vocabularyNames()
  return pieces.flatMap(({ text, tag }) => {
    const raw = (text.match(names) ?? []).filter((one) => known.has(one))
    const marks = broken.exec(text) ?? (tag.endsWith('hint') ? null : day.exec(text))
    return raw.length > 0 || marks !== null
      ? [`is raw in ${tag}: ${[...raw, ...(marks ?? [])].join(', ')}: ${text.slice(0, 120)}`]
      : []
  })
}

/** A word that is no name: it begins small. */
const ordinary = /(?:^|[\s(“"])(?!min\b)\p{Ll}{3,}/u

/** Tells what is the same in Spanish as in English, where it is no name. */
export async function untranslated(
  english: readonly Piece[],
  spanish: readonly Piece[],
  called: readonly string[],
): Promise<readonly string[]> {
  const said = new Set(english.map(({ text }) => text))
  const same = spanish.filter(({ text }) => said.has(text) && ordinary.test(text))
  if (same.length === 0) return []
  const names = [...called, ...(await namesOfLaw())]
  const rest = (text: string): string => names.reduce((left, name) => left.replaceAll(name, ''), text)
  return same.flatMap(({ text, tag }) =>
    ordinary.test(rest(text)) ? [`is not translated in ${tag}: ${text.slice(0, 160)}`] : [],
  )
}
