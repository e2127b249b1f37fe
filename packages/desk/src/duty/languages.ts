/** A duty that the law wants in each of several languages: in which of them it was done, and which are missing. */
import { sql, type RawBuilder } from 'kysely'
import { joined, languageName } from '@brightline/wording'
import { paperFor } from '../notice/paper-kind.ts'
import { sayClock } from '../clock/words.ts'
import { codeWords } from '../screen/code-words.ts'
import type { StoredDuty } from './stored-duty.ts'

/** Why a duty is discharged though a language is missing, in the order in which it is offered. */
export const languageReasons = ['given-elsewhere', 'offered-each', 'interpreted', 'counsel-says'] as const

/** One reason. */
export type LanguageReason = (typeof languageReasons)[number]

/** Tells if a word is such a reason. */
export function isLanguageReason(word: string): word is LanguageReason {
  return languageReasons.some((reason) => reason === word)
}

/** A paper of a case, as far as it tells in which language somebody was given what. */
export interface GivenPaper {
  readonly kind: string
  readonly language: string
  readonly recipient: string
  readonly given_at: unknown
}

/**
 * Lists the languages of a duty in which no paper was given yet; none where one language is enough.
 *
 * @example
 * missingLanguages({ languages: ['en', 'es'], inEveryLanguage: false }, 'a duty', []) // => []
 */
export function missingLanguages(
  duty: Pick<StoredDuty, 'languages' | 'inEveryLanguage'> | null,
  rule: string,
  papers: readonly GivenPaper[],
): readonly string[] {
  if (duty === null || duty.inEveryLanguage !== true || duty.languages.length < 2) return []
  const kind = paperFor(rule)
  const given = new Set(
    papers
      .filter((one) => one.given_at !== null && one.kind === kind && one.recipient === 'person')
      .map(({ language }) => language),
  )
  return duty.languages.filter((code) => !given.has(code))
}

/** Reads the papers that were given on a case, for a list that shows many. */
export function givenOn(caseId: RawBuilder<unknown>): RawBuilder<readonly GivenPaper[]> {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'language', n.language, 'recipient', n.recipient,
    'given_at', n.given_at)) from desk.notices as n where n.case_id = ${caseId} and n.given_at is not null), '[]')`
}

/** Says in which languages a duty is still to be done; null where none is missing. */
export function missingWords(missing: readonly string[], lang: string): string | null {
  if (missing.length === 0) return null
  return sayClock(lang)('language-missing', { languages: namesOf(missing, lang) })
}

/** Says so for a list: only where the duty was done in one of its languages, and seems done. */
export function halfDoneWords(duty: StoredDuty | null, missing: readonly string[], lang: string): string | null {
  return duty === null || missing.length === duty.languages.length ? null : missingWords(missing, lang)
}

/** Says why a duty was discharged without a language. */
export function withoutWords(
  { missing, why }: { readonly missing: readonly string[]; readonly why: string },
  lang: string,
): string {
  const say = sayClock(lang)
  const reason = codeWords(languageReasons, why, (code) => say(`language-${code}`), lang)
  return say('language-without', { languages: namesOf(missing, lang), reason })
}

function namesOf(codes: readonly string[], lang: string): string {
  return joined(
    codes.map((code) => languageName(code, lang)),
    'and',
    lang,
  )
}
