/** Phrases for claims, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  allHold: '{claims:count claim}, all hold',
  someFail: '{claims:count claim}, {failed} not proved',
  holdsOn: 'holds, on {date}: {name}',
  holdsOnDates: 'holds, on all {dates} dates of change: {name}',
  refuted: 'refuted',
  notAnalysed: 'not analysed',
  nothingSaid: '{why}; nothing is said about it',
  ofInstrument: '{name} [{instrument}]',
  // Claims that are given by a name in the law.
  blind: 'no verdict or duty depends on {fact}',
  decides: 'always decided: {act}',
  keepsFloor: 'permits nothing that {instrument} prohibits',
  keepsCeiling: 'prohibits nothing that {instrument} allows',
  equivalent: 'the same as {side}',
  // Why a claim does not hold.
  verdict: 'the answer is “{verdict}”: {act}',
  depends: 'the answer depends on “{fact}”: {act}',
  showsThrough: 'by a declared constraint, what is possible depends on “{fact}”: {act}',
  floor: 'allowed here and prohibited by {upper}: {act}',
  ceiling: 'prohibited here and allowed by {upper}: {act}',
  inInstrument: '{instrument}: {why}',
  comesOut: '“{here}” here and “{there}” there in {cases}: {act}',
  otherDuties: 'cases in which there arise other duties: {act}',
  otherTerms: 'cases with another limit or decider: {act}',
  randomDiffers: 'a random case differs: {act}',
  tooLarge: 'too large to analyse: {acts}',
  moreActs: '{why}; and {acts:count more-act}',
  // A case against it.
  caseOf: 'on {date}: {verdict}',
  whereOnly: 'and {verdict} where only {fact} = {value}',
  otherSide: 'and {verdict} on the other side',
  asExample: 'as an example:',
  noExample:
    'no example: it would need a protected fact or one that nobody can give, or the act is too large to be decided',
  against: 'against: {claim}',
  scope: 'proved for the encoded policy over declared facts; it says nothing about what people do',
  holdsFor: 'A claim that holds is {scope}.',
} as const

/** Names a phrase. */
export type ProofPhrase = keyof typeof en

const es: Readonly<Record<ProofPhrase, string>> = {
  allHold: '{claims:count claim}, todas se cumplen',
  someFail: '{claims:count claim}, {failed} sin probar',
  holdsOn: 'se cumple, al {date}: {name}',
  holdsOnDates: 'se cumple, en todas las fechas de cambio ({dates}): {name}',
  refuted: 'refutada',
  notAnalysed: 'sin analizar',
  nothingSaid: '{why}; no se dice nada sobre ella',
  ofInstrument: '{name} [{instrument}]',
  blind: 'ningún resultado ni deber depende de {fact}',
  decides: 'siempre decidido: {act}',
  keepsFloor: 'no permite nada que {instrument} prohíba',
  keepsCeiling: 'no prohíbe nada que {instrument} permita',
  equivalent: 'lo mismo que {side}',
  verdict: 'la respuesta es «{verdict}»: {act}',
  depends: 'la respuesta depende de «{fact}»: {act}',
  showsThrough: 'por una combinación que no puede darse, lo que es posible depende de «{fact}»: {act}',
  floor: 'permitido aquí y prohibido por {upper}: {act}',
  ceiling: 'prohibido aquí y permitido por {upper}: {act}',
  inInstrument: '{instrument}: {why}',
  comesOut: '«{here}» aquí y «{there}» allí en {cases}: {act}',
  otherDuties: 'casos en los que surgen otros deberes: {act}',
  otherTerms: 'casos con otro plazo u otra persona que decide: {act}',
  randomDiffers: 'un caso al azar difiere: {act}',
  tooLarge: 'demasiado grandes para analizarlos: {acts}',
  moreActs: '{why}; y {acts:count more-act}',
  caseOf: 'al {date}: {verdict}',
  whereOnly: 'y {verdict} donde solo {fact} = {value}',
  otherSide: 'y {verdict} en el otro lado',
  asExample: 'como ejemplo:',
  noExample:
    'sin ejemplo: haría falta un dato protegido o uno que nadie puede dar, o el acto es demasiado grande para decidirlo',
  against: 'contra: {claim}',
  scope: 'probada para la política codificada sobre datos declarados; no dice nada de lo que hace la gente',
  holdsFor: 'Una afirmación que se cumple está {scope}.',
}

/** By language. */
export const proofPhrases: Phrases<ProofPhrase> = { en, es }

/** The words for things that are counted. */
export const proofWords: ByLanguage<Words> = {
  en: { claim: { one: 'claim', other: 'claims' }, 'more-act': { one: 'more act', other: 'more acts' } },
  es: {
    claim: { one: 'afirmación', many: 'afirmaciones', other: 'afirmaciones' },
    'more-act': { one: 'acto más', many: 'actos más', other: 'actos más' },
  },
}
