/** What a comparison says, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  verdict: 'verdict',
  onlyAgency: 'Only cases of this kind of agency: {agency}.',
  papers: 'How the usual papers fare, in shares of the distinct cases of each',
  actIn: '{act} ({share})',
  otherwise: 'other duties or terms',
  anyAnswer: 'whatever the answer to "{question}"',
  details: 'Every way of changing',
  text: 'What the text says otherwise',
  unchanged: 'Unchanged in every case: {acts}.',
  moreActs: 'and {acts:count more-act}',
  moreInstruments: 'and {instruments:count more-instrument}',
  asBefore: 'as before',
  seeAll: 'Not all is shown here.',
  way: '{from} → {to}',
  wayIn: '{from} → {to} in {share}',
  moreWays: '{ways:count other-way}',
  otherwiseIn: 'other duties or terms in {share}',
  casesChange: 'of {cases}, the verdict changes in {verdicts}',
  onlyDuties: 'only duties change in {count}',
  onlyTerms: 'only limits or deciders change in {count}',
  noneOfThem: 'none',
  caseCount: '{cases} ({share})',
  noSection: 'no section',
  'duty-begins': 'duty begins',
  'duty-ends': 'duty ends',
  'duty-changes': 'duty changes',
  'terms-decider': 'another decider',
  'terms-limit': 'another limit',
  fromTo: '{before} → {after}',
  nobody: 'nobody named',
  noLimit: 'no limit',
  forExample: 'for example',
  before: 'before',
  after: 'after',
  byRules: '{verdict} ({rules})',
  'change-added': 'added',
  'change-removed': 'removed',
  'change-begins': 'begins',
  'change-ends': 'ends',
  'change-changed': 'changed',
  dormant: 'in force on neither date',
  tables: 'Tables',
  notAnalysed:
    'not analysed exactly ({reason}). Of {tried:count case} picked at random, half of them where changed provisions apply, {found}.',
  noneSampled: 'none came out differently, which proves nothing',
  someSampled: '{changed} came out differently: something changes, and how much is not known',
  recordedRequests: 'recorded requests',
  requestsFrom: '{least} to {most}',
  ofRecorded:
    'of {asked} recorded requests, the verdict differs in {differs}, may differ in {mayDiffer} and is the same in {same}',
  suppressed: 'Counts under 10, and others that would give them away, are shown as *.',
  byStateAlone: "{requests} bound by the state's law alone are in no line below",
  scope:
    'This compares the encoded law over declared facts. Verdicts, duties, limits and deciders are compared in every combination of facts that can be, each counted once, not how often it occurs; everything else as it is written. It says nothing about what people do.',
} as const

/** Names a phrase. */
export type ComparisonPhrase = keyof typeof en

const es: Readonly<Record<ComparisonPhrase, string>> = {
  verdict: 'resultado',
  onlyAgency: 'Solo casos de este tipo de agencia: {agency}.',
  papers: 'Qué pasa con los documentos usuales, en proporción de los casos distintos de cada uno',
  actIn: '{act} ({share})',
  otherwise: 'otros deberes o condiciones',
  anyAnswer: 'con cualquier respuesta a «{question}»',
  details: 'Todas las maneras de cambiar',
  text: 'Qué dice distinto el texto',
  unchanged: 'Sin cambio en ningún caso: {acts}.',
  moreActs: 'y {acts:count more-act}',
  moreInstruments: 'y {instruments:count more-instrument}',
  asBefore: 'como antes',
  seeAll: 'Aquí no se muestra todo.',
  way: '{from} → {to}',
  wayIn: '{from} → {to} en {share}',
  moreWays: '{ways:count other-way}',
  otherwiseIn: 'otros deberes o condiciones en {share}',
  casesChange: 'de {cases}, el resultado cambia en {verdicts}',
  onlyDuties: 'solo cambian los deberes en {count}',
  onlyTerms: 'solo cambian los plazos o quién decide en {count}',
  noneOfThem: 'ninguno',
  caseCount: '{cases} ({share})',
  noSection: 'ninguna sección',
  'duty-begins': 'comienza un deber',
  'duty-ends': 'termina un deber',
  'duty-changes': 'cambia un deber',
  'terms-decider': 'decide otra persona',
  'terms-limit': 'otro plazo',
  fromTo: '{before} → {after}',
  nobody: 'nadie en particular',
  noLimit: 'sin plazo',
  forExample: 'por ejemplo',
  before: 'antes',
  after: 'después',
  byRules: '{verdict} ({rules})',
  'change-added': 'se añade',
  'change-removed': 'se retira',
  'change-begins': 'empieza a regir',
  'change-ends': 'deja de regir',
  'change-changed': 'cambia',
  dormant: 'no rige en ninguna de las dos fechas',
  tables: 'Tablas',
  notAnalysed:
    'no se analizó con exactitud ({reason}). De {tried:count case} al azar, la mitad donde se aplican disposiciones que cambian, {found}.',
  noneSampled: 'ninguno tuvo otro resultado, lo que no prueba nada',
  someSampled: 'tuvieron otro resultado {changed}: algo cambia, y no se sabe cuánto',
  recordedRequests: 'solicitudes registradas',
  requestsFrom: '{least} a {most}',
  ofRecorded:
    'de {asked} solicitudes registradas, el resultado difiere en {differs}, puede diferir en {mayDiffer} y es el mismo en {same}',
  suppressed: 'Los recuentos menores de 10, y otros que los revelarían, aparecen como *.',
  byStateAlone: '{requests} sujetas solo a la ley del estado no están en ninguna línea de abajo',
  scope:
    'Esto compara el derecho codificado sobre datos declarados. Los resultados, los deberes, los plazos y quién decide se comparan en cada combinación posible de datos, contada una sola vez, no con qué frecuencia ocurre; todo lo demás, como está escrito. No dice nada de lo que hace la gente.',
}

/** By language. */
export const comparisonPhrases: Phrases<ComparisonPhrase> = { en, es }

/** The nouns that the phrases count, by language. */
export const comparisonWords: ByLanguage<Words> = {
  en: {
    case: { one: 'case', other: 'cases' },
    'distinct-case': { one: 'distinct case', other: 'distinct cases' },
    'more-act': { one: 'more act', other: 'more acts' },
    'more-instrument': { one: 'more instrument', other: 'more instruments' },
    'other-way': { one: 'other way', other: 'other ways' },
  },
  es: {
    case: { one: 'caso', many: 'casos', other: 'casos' },
    'distinct-case': { one: 'caso distinto', many: 'casos distintos', other: 'casos distintos' },
    'more-act': { one: 'acto más', many: 'actos más', other: 'actos más' },
    'more-instrument': { one: 'instrumento más', many: 'instrumentos más', other: 'instrumentos más' },
    'other-way': { one: 'manera más', many: 'maneras más', other: 'maneras más' },
  },
}
