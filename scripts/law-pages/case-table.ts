/** The page with the answers of all places at a glance: places down, situations across in groups. */
import { textIn, type CaseAnswerWord, type Library } from '@brightline/language'
import { caseAnswerText, type CasesDocument, type PlaceCases } from '@brightline/wording'
import { tableOf } from './markdown-table.ts'

type Situation = CasesDocument['situations'][number]

/** So many situations stand beside one another, so that a row is still read. */
const mostColumns = 7

/** The answers as a narrow column has them. */
const short: Readonly<Record<CaseAnswerWord, string>> = {
  must: 'must',
  'must-not': '**no**',
  may: 'may',
  'need-not': 'need not',
  'no-power': '**no power**',
  'must-counsel-first': 'counsel, must',
  'counsel-first': 'counsel, may',
  conflict: 'conflict',
  'not-encoded': 'not encoded',
  'needs-facts': 'facts',
  'no-rule': '–',
}

const meanings: Readonly<Record<CaseAnswerWord, string>> = {
  must: 'staff must do it',
  'must-not': 'staff must not do it',
  may: 'staff may do it; who decides stands in the decision',
  'need-not': 'no duty binds them to it, and it needs no power',
  'no-power': 'no law gives the power that it needs: do not, ask counsel',
  'must-counsel-first': 'ask counsel first; then it must be done',
  'counsel-first': 'ask counsel first; then it may be done',
  conflict: 'texts disagree, and counsel decides',
  'not-encoded': 'a provision that nobody encoded could change the answer',
  'needs-facts': 'the answer turns on something that the situation does not say',
  'no-rule': 'the law of the place and above it is silent',
}

/** Writes the page. */
export function caseTablePage(document: CasesDocument, library: Library): string {
  const places = inOrder(document.places)
  const groups = groupsOf(document.situations)
  return [
    '# All places at a glance',
    '',
    `For everybody who compares places. The answer of every place to the standard situations, as of ${document.asOf}, made from the law by \`npm run docs\`. [The standard cases](law-cases.md) says each answer in a sentence; \`brightline cases --csv\` prints the same as a table of data, and \`brightline decide\` gives the reasons.`,
    '',
    ...legend(document),
    '',
    ...groups.flatMap((group) => [
      `## ${headingOf(group, library)}`,
      '',
      ...tableOf([
        ['place', ...group.map(columnHead)],
        ...places.map((place) => [nameOf(place), ...group.map((one) => cell(place, one, document.asOf))]),
      ]),
      '',
    ]),
    ...document.situations.map(({ id, title }) => `[${wordsOf(id)}]: law-cases.md#${anchorOf(textIn(title, 'en'))}`),
    '',
  ].join('\n')
}

/** Explains the words that some cell has. */
function legend({ places, asOf }: CasesDocument): readonly string[] {
  const cases = places.flatMap((place) => place.cases).filter((one) => one.asOf === asOf)
  const used = new Set(cases.map(({ answer }) => answer))
  const words = Object.entries(short).filter(([word]) => [...used].some((answer) => answer === word))
  return [
    ...words.map(([word, said]) => `- ${said}: ${Object.entries(meanings).find(([key]) => key === word)?.[1] ?? ''}.`),
    ...(cases.every(({ isAsExpected }) => isAsExpected)
      ? []
      : ['- `!`: the encoded law gives another answer than the one that was written from the text.']),
    ...(cases.every(({ expected }) => expected !== null)
      ? []
      : ['- `°`: nobody has written the answer of the text; the encoded law alone says it.']),
  ]
}

/** Puts a state before what lies in it, and the country first. */
function inOrder(places: readonly PlaceCases[]): readonly PlaceCases[] {
  return places.toSorted((a, b) => (a.place < b.place ? -1 : 1))
}

/** Puts the situations of one kind of agency beside one another, and small groups together as far as they fit. */
function groupsOf(situations: readonly Situation[]): readonly (readonly Situation[])[] {
  const byAgency = [...Map.groupBy(situations, ({ agency }) => agency).values()].flatMap(inPieces)
  const groups: Situation[][] = []
  for (const piece of byAgency) {
    const last = groups.at(-1)
    if (last !== undefined && last.length + piece.length <= mostColumns) last.push(...piece)
    else groups.push([...piece])
  }
  return groups
}

function inPieces(situations: readonly Situation[]): readonly (readonly Situation[])[] {
  const count = Math.ceil(situations.length / mostColumns)
  return Array.from({ length: count }, (_, at) => situations.slice(at * mostColumns, (at + 1) * mostColumns))
}

function headingOf(group: readonly Situation[], { vocabulary }: Library): string {
  const kinds = [...new Set(group.map(({ agency }) => agency))]
  const names = kinds.map((kind) =>
    textIn(vocabulary.agencies.find(({ name }) => name === kind)?.label ?? { en: kind }, 'en'),
  )
  const text = names.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Names a situation by its id in words; the end of the page says where each leads. */
function columnHead({ id }: Situation): string {
  return `[${wordsOf(id)}]`
}

function wordsOf(id: string): string {
  return id.replaceAll('-', ' ')
}

/** Gives the anchor that a heading has. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

/** Names a place; what lies in a state stands under it. */
function nameOf({ place, placeTitle }: PlaceCases): string {
  const depth = place.split('/').length
  const title = textIn(placeTitle, 'en')
  return depth > 2 ? `↳ ${title}` : `**${title}**`
}

function cell({ cases }: PlaceCases, { id }: Situation, asOf: string): string {
  const found = cases.find((one) => one.situation === id && one.asOf === asOf)
  if (found === undefined) return ''
  const { answer, expected, isAsExpected } = found
  const word = answer === null ? caseAnswerText(found, 'en') : short[answer]
  return `${word}${isAsExpected ? '' : ' !'}${expected === null ? ' °' : ''}`
}
