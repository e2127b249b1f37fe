/** What the pages of law are made from: the law of a place on a date, in words, made once for each language. */
import type { Stack, Standing } from '@brightline/engine'
import type { Instrument } from '@brightline/language'
import { toLawDocument, type LawDocument, type ShownProvision } from '@brightline/wording'
import type { Margin, Provided } from './effect.ts'

const documents = new WeakMap<Stack, Map<string, LawDocument>>()

/** Says the law of a stack in a language. */
export function documentOf(stack: Stack, lang: string): LawDocument {
  const known = documents.get(stack) ?? new Map<string, LawDocument>()
  documents.set(stack, known)
  const made = known.get(lang) ?? toLawDocument(stack, lang, null)
  known.set(lang, made)
  return made
}

/** Finds an instrument as it stands; undefined where it is not in force. */
export function standingOf(stack: Stack, id: string): Standing | undefined {
  return stack.layers.flatMap(({ instruments }) => instruments).find(({ instrument }) => instrument.id === id)
}

/** Lists everything that stands in an instrument. */
export function providedIn({ rules, duties, doubts, notEncoded }: Standing): readonly Provided[] {
  return [...rules, ...duties, ...doubts, ...notEncoded]
}

/** Makes what the margin of a section is written with. */
export function marginOf(stack: Stack, standing: Standing, section: string, lang: string): Margin {
  const byId = new Map(standing.rules.map((rule) => [rule.id, rule] as const))
  return {
    stack,
    lang,
    nameOf: (id) => {
      const rule = byId.get(id)
      if (rule === undefined) return id
      return rule.section === section && rule.label !== '' ? rule.label : rule.cite
    },
    overriders: (id) => standing.rules.filter(({ overrides }) => overrides.includes(id)).map((rule) => rule.id),
  }
}

/** Finds the words of provisions by their ids. */
export function shownById({ instruments }: LawDocument): ReadonlyMap<string, ShownProvision> {
  const all = instruments.flatMap(({ sections }) => sections.flatMap(({ provisions }) => provisions))
  return new Map(all.map((one) => [one.id, one]))
}

/** Finds an instrument of the library by its id. */
export function instrumentNamed({ library }: Pick<Stack, 'library'>, id: string): Instrument | undefined {
  return library.instruments.find((instrument) => instrument.id === id)
}
