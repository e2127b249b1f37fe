/** Codes of rows: each has words in every language, and the database takes no code that nobody named. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventKinds } from '../../src/administration/event-kind.ts'
import { codeWords } from '../../src/screen/code-words.ts'
import { sayFrame } from '../../src/screen/words.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testLaw } from '../test-law.ts'
import { everyCode } from './every-code.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await startTestDatabase()
})
afterAll(async () => await test?.stop())

/** Columns whose codes no page shows, and why. */
const shownToNobody: Readonly<Record<string, string>> = {
  'papers.media_type': 'a file is opened, not named',
  'translations.language': 'a language is named by its own table',
  'one_time_links.purpose': 'links are not listed',
  'sign_in_challenges.kind': 'challenges are not listed',
  'evidence_checks.answer': 'the answers are buttons with words of their own',
  'duties.state': 'lists are of one state each',
  'case_entries.kind': 'the log says what was entered, the docket only that it is gone',
  'operations.kind': 'each stands in a line of its own',
}

describe('a code', () => {
  it.each(everyCode)('of $name has words in English and Spanish', ({ codes, say }) => {
    for (const lang of ['en', 'es'])
      for (const code of codes) {
        const words = say(code, lang)
        expect(words, `${code} in ${lang}`).not.toBe('')
        expect(words, `${code} in ${lang}`).not.toBe(sayFrame(lang)('unknown-code'))
        // An e-mail is called what its code is.
        if (code.includes('-') && code !== 'e-mail') expect(words, `${code} in ${lang}`).not.toContain(code)
      }
  })

  it('that this release does not know is shown to nobody', () => {
    expect(codeWords(['released'], 'escaped', () => 'Released', 'en')).toBe(
      'something that this release has no words for',
    )
  })

  it('is one that somebody named: the database takes no other', async () => {
    const { rows } = await test.superuser.query<{ column: string; check: string }>(
      `select c.relname || '.' || a.attname as column, pg_get_constraintdef(k.oid) as check
       from pg_constraint as k join pg_class as c on c.oid = k.conrelid join pg_namespace as n on n.oid = c.relnamespace
         join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where n.nspname = 'desk' and k.contype = 'c' and cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) like '%ARRAY[%'`,
    )
    expect(rows.length).toBeGreaterThan(15)
    const named = everyCode.map(({ codes }) => [...codes].toSorted().join(' '))
    const unnamed = rows.flatMap(({ column, check }) => {
      const codes = [...check.matchAll(/'([^']+)'::text/g)].flatMap(([, code]) => code ?? [])
      return named.includes(codes.toSorted().join(' ')) || column in shownToNobody
        ? []
        : [`${column}: ${codes.join(', ')}`]
    })
    expect(unnamed).toEqual([])
  })

  it('of an event is named also where a function of the database writes it', async () => {
    const { rows } = await test.superuser.query<{ source: string }>(
      `select pg_get_functiondef(p.oid) as source from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
       where n.nspname = 'desk' and p.prokind = 'f' and pg_get_functiondef(p.oid) ~ 'audit_events'`,
    )
    const written = rows.flatMap(({ source }) =>
      [...source.matchAll(/insert into (?:desk\.)?audit_events.*?;/gis)].flatMap(([statement]) =>
        [...statement.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].flatMap(([, code]) => code ?? []),
      ),
    )
    expect(written).toContain('duty-escalated')
    expect(written.filter((code) => eventKinds.every((kind) => kind !== code))).toEqual([])
  })

  it('of an event of the law is called something in both languages, wherever', async () => {
    const { library } = await testLaw.all()
    const { events } = library.vocabulary
    expect(events.length).toBeGreaterThan(5)
    for (const { name, label } of events)
      expect([name, label.es ?? ''], name).toEqual([name, expect.stringMatching(/./)])
  })
})
