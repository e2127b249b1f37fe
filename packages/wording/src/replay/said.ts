/** The sentences that belong to a replay. */
import type { Assumption, Exclusion, ReplayDocument, ReplaySaid } from '@brightline/simulate'
import { textIn } from '@brightline/language'
import { inLanguage, languageOf, type ByLanguage } from '../phrase/by-language.ts'
import { fill, type PhraseValues, type Words } from '../phrase/fill.ts'
import { printProblem } from '../problem/print-problem.ts'
import { ownerPhrases, replayPhrases } from './phrases.ts'
import { assumptionPhrases, exclusionPhrases } from './said-phrases.ts'

const saidWords: ByLanguage<Words> = {
  en: { ...ownerPhrases.en, row: { one: 'row', other: 'rows' } },
  es: { ...ownerPhrases.es, row: { one: 'fila', other: 'filas' } },
}

/** The parts of a document that sentences belong to. */
export type ReplayParts = Pick<ReplayDocument, 'printout' | 'problems' | 'names'>

/** Says what belongs to a document: what it is not, what was left out and why, what it takes for granted, what was wrong. */
export function saidOf(document: ReplayParts, lang: string): ReplaySaid {
  const { printout, problems } = document
  return {
    lang: languageOf(replayPhrases, lang),
    disclaimer: disclaimerIn(lang),
    excluded: printout.excluded.map((one) => exclusionWords(one, lang)),
    assumptions: printout.assumptions.map((one) => assumptionWords(one, document, lang)),
    problems: problems.map((one) => printProblem(one, lang)),
  }
}

/** What a replay is not. */
export function disclaimerIn(lang: string): string {
  return inLanguage(replayPhrases, lang).disclaimer
}

/** Names a policy: the law of a place on a date, and the working text over it. */
export function policyWords({ printout }: Pick<ReplayDocument, 'printout'>, name: string, lang: string): string {
  const found = printout.policies.find((policy) => policy.name === name)
  if (found === undefined) return name
  const { place, asOf, working } = found
  const policy = `${place}@${asOf}`
  if (working === null) return policy
  const say = inLanguage(replayPhrases, lang)
  return working.kind === 'files'
    ? fill(say.withFiles, { policy }, lang)
    : fill(say.withText, { policy, instrument: working.instrument }, lang)
}

function exclusionWords(exclusion: Exclusion, lang: string): string {
  const { kind, ...values } = exclusion
  return say(exclusionPhrases, kind, values, lang)
}

function assumptionWords(assumption: Assumption, document: ReplayParts, lang: string): string {
  const { kind } = assumption
  if (kind === 'agency-by-owner') {
    const owners: Readonly<Record<string, string>> = inLanguage(ownerPhrases, lang)
    const pairs = Object.entries(assumption.agencies).map(
      ([owner, agency]) => `${owners[owner] ?? owner}: ${agencyWords(document, agency, lang)}`,
    )
    return say(assumptionPhrases, kind, { pairs }, lang)
  }
  const named =
    kind === 'law-of-date'
      ? { policy: policyWords(document, assumption.policy, lang) }
      : kind === 'constant-agency'
        ? { agency: agencyWords(document, assumption.agency, lang) }
        : {}
  return say(assumptionPhrases, kind, { ...assumption, ...named }, lang)
}

function agencyWords({ names }: ReplayParts, agency: string, lang: string): string {
  const label = names.agencies[agency]
  return label === undefined ? agency : textIn(label, lang)
}

function say<Kind extends string>(
  phrases: ByLanguage<Readonly<Record<Kind, string>>>,
  kind: Kind,
  values: PhraseValues,
  lang: string,
): string {
  const spoken = languageOf(phrases, lang)
  return fill(inLanguage(phrases, spoken)[kind], values, spoken, inLanguage(saidWords, spoken))
}
