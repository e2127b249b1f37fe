/** The translations of the papers at an agency: those that come with the program, and those that the agency brought. */
import { noticeTranslations, type NoticeWords, type Translation } from '@brightline/documents/notice'
import { sql, type Selectable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Tables } from '../database/tables.ts'
import { oneAtATime } from '../database/one-at-a-time.ts'
import type { Who, Work } from '../database/transaction.ts'

type Row = Selectable<Tables['translations']>

/** A language with what there is in it. */
export interface LanguageState {
  readonly lang: string
  /** What papers are printed from. */
  readonly inUse: Translation
  /** The version that is in use; null for the words that come with the program. */
  readonly version: Row | null
  /** A newer version that nobody has approved. */
  readonly waiting: Row | null
}

/** Reads every language, those of the program first. */
export async function readLanguages(work: Work): Promise<readonly LanguageState[]> {
  const rows = await work.selectFrom('translations').selectAll().orderBy('version', 'desc').execute()
  const shipped = noticeTranslations.map(({ lang }) => lang)
  const brought = rows.map(({ language }) => language)
  return [...new Set([...shipped, ...brought.toSorted()])].map((lang) =>
    stateOf(
      lang,
      rows.filter(({ language }) => language === lang),
    ),
  )
}

/** Finds one language; one that nobody translated into is null. */
export async function readLanguage(work: Work, lang: string): Promise<LanguageState | null> {
  return (await readLanguages(work)).find((state) => state.lang === lang) ?? null
}

/**
 * Chooses what is in use: what was approved last, or else the last draft, or else what comes with the program.
 *
 * INVARIANT: words that nobody approved are a draft, wherever they come from, but for the two languages that are ours.
 */
function stateOf(lang: string, rows: readonly Row[]): LanguageState {
  const approved = rows.find(({ approved_at: at }) => at !== null) ?? null
  const [last = null] = rows
  const version = approved ?? last
  const shipped = noticeTranslations.find((translation) => translation.lang === lang)
  const waiting = last !== null && last !== version ? last : version !== null && approved === null ? version : null
  if (version === null) return { lang, inUse: shipped ?? { lang, state: 'draft', words: {} }, version, waiting }
  const words: NoticeWords = version.words
  return { lang, inUse: { lang, state: approved === null ? 'draft' : 'approved', words }, version, waiting }
}

/** A translation that somebody brings. */
export interface Brought {
  readonly lang: string
  readonly translator: string
  readonly words: NoticeWords
}

/** Keeps a new version, as a draft. */
export async function bringTranslation(work: Work, who: Who, { lang, translator, words }: Brought): Promise<void> {
  await oneAtATime(work, `translation ${who.agency} ${lang}`)
  const text = JSON.stringify(words)
  const last = await work
    .selectFrom('translations')
    .select(['version', 'translator', 'brought_by', sql<boolean>`words = ${text}::jsonb`.as('isSame')])
    .where('language', '=', lang)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  // A form that was sent twice brings one version.
  if (last?.isSame === true && last.translator === translator && last.brought_by === who.user) return
  await work
    .insertInto('translations')
    .values({
      ...{ agency_id: who.agency, language: lang, version: (last?.version ?? 0) + 1 },
      ...{ words: text, translator, brought_by: who.user },
    })
    .execute()
}

/** Approves a version in the name of a reviewer. Gives false where it is not there, was approved, or is one's own. */
export async function approveTranslation(work: Work, who: Who, id: string, reviewer: string): Promise<boolean> {
  const { numUpdatedRows } = await work
    .updateTable('translations')
    .set({ reviewer, approved_at: Temporal.Now.instant().toString(), approved_by: who.user })
    .where('id', '=', id)
    .where('brought_by', '<>', who.user)
    .where('approved_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
