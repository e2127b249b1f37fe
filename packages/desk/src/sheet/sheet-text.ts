/** Sheets as plain text, for a printer that knows nothing else. */
import { wrapped } from '@brightline/wording'
import type { ReadLaw } from '../case/law-in-use.ts'
import { Obstacle } from '../obstacle.ts'
import { actsOf, kindsOf, makeSheet, stackFor, type PaperSheet, type SheetChoice } from './sheet.ts'
import { dayAt } from './sheet-routes.ts'
import { saySheet } from './words.ts'

/** What is printed: all that a place has, where act or agency is null. */
export interface PrintAsked {
  readonly place: string
  readonly act: string | null
  readonly agency: string | null
  readonly lang: string
}

/** Makes the texts of the sheets. Kinds of agency whose sheets are the same share one. */
export function* sheetTexts(law: ReadLaw, { place, act, agency, lang }: PrintAsked): Generator<string> {
  const places = law.library.places.map(({ id }) => ({ value: id, name: id }))
  chosen(places, place)
  const day = dayAt(law, place)
  const stack = stackFor(law, place, day)
  const kinds = chosen(kindsOf(stack, lang), agency)
  for (const { value } of chosen(actsOf(stack, lang), act)) {
    const sheets = kinds.map((kind) => ({
      kind: kind.name,
      sheet: makeSheet(law, { place, act: value, agency: kind.value, day, lang }),
    }))
    const alike = Map.groupBy(sheets, ({ sheet: { steps, only, ends, duties } }) =>
      JSON.stringify([steps, only, ends, duties]),
    )
    for (const [first, ...others] of alike.values()) if (first !== undefined) yield textOf(first.sheet, others, lang)
  }
}

/** Gives the one that was named, or all. Throws an obstacle that names them where there is no such one. */
function chosen(all: readonly SheetChoice[], name: string | null): readonly SheetChoice[] {
  const found = name === null ? all : all.filter(({ value }) => value === name)
  if (found.length > 0) return found
  throw new Obstacle('sheet-missing', { name: name ?? '', names: all.map(({ value }) => value) })
}

const width = 78

function textOf(sheet: PaperSheet, others: readonly { readonly kind: string }[], lang: string): string {
  const say = saySheet(lang)
  const steps = sheet.steps.flatMap(({ number, question, knower, answers }) => [
    '',
    ...wrapped(`${String(number).padStart(4)}  ${question}`, width, 6),
    ...(knower === null ? [] : wrapped(`      ${say('known-by', { who: knower })}`, width, 6)),
    ...answers.flatMap(({ label, next }) => wrapped(`      [ ] ${label} -> ${next}`, width, 10)),
  ])
  const item = (text: string): readonly string[] => wrapped(`  - ${text}`, width, 4)
  const under = (text: string): readonly string[] => wrapped(`    ${text}`, width, 4)
  return [
    ...wrapped(sheet.title.toLocaleUpperCase(lang), width, 0),
    ...wrapped([sheet.over, ...others.map(({ kind }) => kind)].join(' · '), width, 0),
    '',
    say('how-title'),
    ...(['how-1', 'how-2', 'how-3', 'how-4'] as const).flatMap((key) => item(say(key))),
    ...(sheet.only === null ? steps : ['', ...wrapped(sheet.only, width, 0)]),
    '',
    say('ends'),
    ...sheet.ends.flatMap(({ title, meaning, cites }) => [...item(`${title}: ${meaning}`), ...under(cites)]),
    ...(sheet.duties.length === 0 ? [] : ['', say('duties')]),
    ...sheet.duties.flatMap(({ text, under: more }) => [...item(text), ...more.flatMap(under)]),
    '',
    say('more'),
    ...sheet.more.flatMap(item),
    // A new page of the printer.
    '\f',
  ].join('\n')
}
