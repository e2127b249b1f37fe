/** The evidence check: what somebody sees on a paper, in facts of the law, and never more than was seen. */
import type { Stack } from '@brightline/engine'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isStorable } from '../../src/case/keep-answers.ts'
import { factsOf, factsOfCheck, factsOfPaper, hasTwoTitles } from '../../src/evidence/facts.ts'
import { findingOf } from '../../src/evidence/finding.ts'
import {
  answers as answerNames,
  checkedForms,
  questionsOf,
  type CheckedForm,
  type EvidenceAnswer,
  type EvidenceAnswers,
  type EvidenceQuestion,
} from '../../src/evidence/question.ts'
import { begin, seenOf } from '../intake/received.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { testLaw } from '../test-law.ts'
import { sendFile } from '../upload/send-file.ts'

type Said = Partial<Record<EvidenceQuestion, EvidenceAnswer>>
const given = (said: Said): EvidenceAnswers => new Map(Object.entries(said) as [EvidenceQuestion, EvidenceAnswer][])

describe('what was seen, in facts', () => {
  const cases: readonly {
    readonly name: string
    readonly form: CheckedForm
    readonly said: Said
    readonly facts: object
  }[] = [
    { name: 'nothing was answered', form: 'ao-93', said: {}, facts: {} },
    {
      name: 'an officer signed an I-205',
      form: 'i-205',
      said: { signed: 'yes', judge: 'no', 'immigration-officer': 'yes' },
      facts: { 'warrant.signer': 'immigration-officer' },
    },
    {
      name: 'nobody signed, though a judge is printed',
      form: 'ao-93',
      said: { signed: 'no', judge: 'yes' },
      facts: { 'warrant.signer': 'nobody' },
    },
    {
      name: 'a judge of a federal form',
      form: 'ao-93',
      said: { signed: 'yes', judge: 'yes', court: 'yes' },
      facts: { 'warrant.signer': 'federal-judge', 'warrant.court': 'federal-court' },
    },
    {
      name: 'a magistrate judge is a judge too',
      form: 'ao-442',
      said: { signed: 'yes', judge: 'yes', magistrate: 'yes' },
      facts: { 'warrant.signer': 'federal-magistrate' },
    },
    {
      name: 'a judge of a state',
      form: 'state-warrant',
      said: { signed: 'yes', judge: 'yes', court: 'yes' },
      facts: { 'warrant.signer': 'state-judge', 'warrant.court': 'state-court' },
    },
    {
      name: 'a clerk',
      form: 'ao-442',
      said: { signed: 'yes', judge: 'no', clerk: 'yes' },
      facts: { 'warrant.signer': 'court-clerk' },
    },
    {
      name: 'a judge of a court that nobody named',
      form: 'court-order',
      said: { signed: 'yes', judge: 'yes', court: 'yes' },
      facts: {},
    },
    {
      name: 'a title that nobody can read',
      form: 'ao-93',
      said: { signed: 'yes', judge: 'cannot-tell' },
      facts: { 'warrant.signer': null },
    },
    {
      name: 'a signature that nobody can see',
      form: 'ao-93',
      said: { signed: 'cannot-tell', judge: 'yes' },
      facts: { 'warrant.signer': null },
    },
    {
      name: 'another title',
      form: 'ao-93',
      said: { signed: 'yes', judge: 'no', magistrate: 'no', clerk: 'no', 'immigration-officer': 'no' },
      facts: {},
    },
    {
      name: 'a warrant of immigration authorities that names another person',
      form: 'i-200',
      said: { signed: 'yes', 'immigration-officer': 'yes', 'names-person': 'no' },
      facts: { 'warrant.signer': 'immigration-officer', 'warrant.names-person': 'no', 'warrant.of-another': 'yes' },
    },
    {
      name: 'one that nobody signed',
      form: 'i-205',
      said: { signed: 'no', 'names-person': 'yes' },
      facts: { 'warrant.signer': 'nobody', 'warrant.names-person': 'yes', 'warrant.of-another': 'yes' },
    },
    {
      name: 'plain ones',
      form: 'ao-93',
      said: {
        'names-person': 'no',
        'names-place': 'cannot-tell',
        'date-passed': 'yes',
        'probable-cause': 'yes',
        'covers-act': 'no',
      },
      facts: {
        'warrant.names-person': 'no',
        'warrant.names-place': null,
        'warrant.expired': 'yes',
        'warrant.probable-cause': 'yes',
        'warrant.covers-act': 'no',
      },
    },
  ]
  for (const { name, form, said, facts } of cases)
    it(name, () => {
      expect(factsOf(form, given(said))).toEqual(facts)
    })

  it('asks at most twelve questions about any paper', () => {
    for (const form of checkedForms) expect(questionsOf(form).length).toBeLessThanOrEqual(12)
    expect(questionsOf('ao-93')).toHaveLength(12)
  })

  it('says nothing that the vocabulary has no place for, and a judge only where somebody saw the title', async () => {
    const { stackOn } = await testLaw.of('us/ex/springfield')
    const stack: Stack = stackOn('2026-11-28')
    const sheets = fc
      .constantFrom(...checkedForms)
      .chain((form) =>
        fc.tuple(
          fc.constant(form),
          fc.dictionary(fc.constantFrom(...questionsOf(form)), fc.constantFrom(...answerNames)),
        ),
      )
    fc.assert(
      fc.property(sheets, ([form, said]) => {
        const answers = given(said)
        const facts = factsOf(form, answers)
        for (const [fact, value] of Object.entries(facts)) expect(isStorable(stack, fact, value)).toBe(true)
        const isJudge = /judge|magistrate/.test(String(facts['warrant.signer']))
        if (isJudge) expect([said.judge, said.magistrate]).toContain('yes')
        if (isJudge) expect(said.signed).toBe('yes')
        const { kind } = findingOf(form, answers)
        if (kind === 'court-paper') expect([said.court, said.signed]).toEqual(['yes', 'yes'])
        if (['i-200', 'i-203', 'i-205'].includes(form)) expect(kind).toBe('agency-paper')
      }),
      { numRuns: 150 },
    )
  })

  it('lets a clerk count on an arrest warrant alone, with charge, court and number', () => {
    const all: Said = { signed: 'yes', clerk: 'yes', charge: 'yes', court: 'yes', 'case-number': 'yes' }
    expect(findingOf('ao-442', given(all))).toMatchObject({ kind: 'court-paper', lacks: [], clerkCounts: true })
    expect(findingOf('ao-93', given(all))).toMatchObject({ kind: 'open', lacks: ['clerk-signed'] })
    for (const missing of ['charge', 'court', 'case-number'] as const)
      for (const answer of ['no', 'cannot-tell'] as const)
        expect(findingOf('ao-442', given({ ...all, [missing]: answer })).lacks, missing).toContain('clerk-signed')
  })

  it('knows one title under one signature', () => {
    expect(hasTwoTitles(given({ judge: 'yes', magistrate: 'yes' }))).toBe(false)
    expect(hasTwoTitles(given({ judge: 'yes', clerk: 'yes' }))).toBe(true)
    expect(hasTwoTitles(given({ judge: 'yes', magistrate: 'yes', 'immigration-officer': 'yes' }))).toBe(true)
  })
})

describe('the pages of the check', () => {
  let desk: TestDesk
  let clerk: Visitor
  beforeAll(async () => {
    desk = await startTestDesk()
    clerk = await desk.signedIn(await desk.addUser('clerk'))
  }, 60_000)
  afterAll(async () => await desk?.end())

  const factsOn = async (path: string): Promise<unknown> => {
    const { rows } = await desk.superuser.query<{ fact: string; value: unknown }>(
      `select fact, value from desk.answers join desk.cases on id = case_id where reference = $1 and fact like 'warrant.%'`,
      [path.split('/').at(-1)],
    )
    return Object.fromEntries(rows.map(({ fact, value }) => [fact, value]))
  }
  const choose = async (path: string, form: string): Promise<Answer> => {
    const { page } = await clerk.get(`${path}/evidence/paper`)
    return await clerk.post(`${path}/evidence/paper`, { form, seen: seenOf(page) })
  }
  const look = async (path: string, said: Said): Promise<Answer> => {
    const { page } = await clerk.get(`${path}/evidence`)
    return await clerk.post(`${path}/evidence`, { ...said, seen: seenOf(page) })
  }

  it('shows a part of the paper beside each question, and three answers of equal weight', async () => {
    const path = await begin(clerk, 'ao-93')
    const { page } = await clerk.get(`${path}/evidence`)
    expect(page.match(/class="place-picture"/g)).toHaveLength(12)
    expect(page.match(/type="radio"/g)).toHaveLength(36)
    expect(page).not.toMatch(/type="radio"[^>]* checked/)
  })

  it('refuses a judge under an I-205 in the words of the law: one who is mentioned is never enough', async () => {
    const path = await begin(clerk, 'i-205')
    const refused = await look(path, { signed: 'yes', judge: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.page).toMatch(/issued by an immigration officer, never by a judge/)
    expect(await factsOn(path)).toEqual({ 'warrant.form': 'i-205' })
    const taken = await look(path, { signed: 'yes', judge: 'no', 'immigration-officer': 'yes' })
    const { page } = await clerk.follow(taken)
    expect(page).toMatch(/<h1>This paper comes from immigration authorities, and from no court/)
    expect(page).toMatch(/A judge who is mentioned changes nothing/)
    expect(await factsOn(path)).toEqual({ 'warrant.form': 'i-205', 'warrant.signer': 'immigration-officer' })
  })

  it('keeps answers that were not given again, and forgets those about another paper', async () => {
    const path = await begin(clerk, 'i-247a')
    expect(String((await clerk.get(`${path}/evidence`)).headers['location'])).toBe(`${path}/evidence/paper`)
    await choose(path, 'ao-93')
    await look(path, { signed: 'yes', judge: 'yes', court: 'yes', 'names-place': 'no' })
    await look(path, { 'date-passed': 'cannot-tell' })
    expect(await factsOn(path)).toEqual({
      'warrant.form': 'ao-93',
      'warrant.signer': 'federal-judge',
      'warrant.court': 'federal-court',
      'warrant.names-place': 'no',
      'warrant.expired': null,
    })
    const { page } = await clerk.get(`${path}/evidence/result`)
    expect(page).toMatch(/A court issued this paper, and something is missing/)
    expect(page).toMatch(/A paper with this address would cure it/)
    expect(page).toMatch(/Has its last day passed\?/)
    await choose(path, 'i-200')
    expect(await factsOn(path)).toEqual({ 'warrant.form': 'i-200' })
    await choose(path, 'cannot-tell')
    expect(await factsOn(path)).toEqual({ 'warrant.form': null })
    await choose(path, 'none')
    expect(String((await clerk.get(`${path}/evidence`)).headers['location'])).toBe(`${path}/questions/release.public`)
  })

  it('forgets every fact about a paper with the paper, also one that only the questions ask', async () => {
    const { vocabulary } = (await testLaw.all()).library
    const ofPaper = factsOfPaper(vocabulary)
    const asked = vocabulary.facts.map(({ name }) => name).filter((name) => name.startsWith('warrant.'))
    expect(ofPaper.toSorted()).toEqual(['court.order', ...asked.filter((name) => name !== 'warrant.form')].toSorted())
    for (const name of [...factsOfCheck, 'warrant.matter', 'warrant.commands-arrest', 'warrant.of-this-state'])
      expect(ofPaper, name).toContain(name)
  })

  it('notices a warrant of immigration authorities for somebody else, and forgets that where it is for this person', async () => {
    const path = await begin(clerk, 'i-200')
    await look(path, { signed: 'yes', 'immigration-officer': 'yes', 'names-person': 'no' })
    expect(await factsOn(path)).toMatchObject({ 'warrant.names-person': 'no', 'warrant.of-another': 'yes' })
    const { page } = await clerk.get(`${path}/evidence/result`)
    expect(page).toMatch(/The warrant that came with the request names somebody else, or nobody signed it\./)
    await look(path, { 'names-person': 'yes' })
    expect(await factsOn(path)).toEqual({
      'warrant.form': 'i-200',
      'warrant.signer': 'immigration-officer',
      'warrant.names-person': 'yes',
    })
  })

  it('takes no two titles, and no form that is none', async () => {
    const path = await begin(clerk, 'ao-442')
    const two = await look(path, { signed: 'yes', judge: 'yes', clerk: 'yes' })
    expect(two).toMatchObject({ status: 422 })
    expect(two.page).toMatch(/One signature has one title/)
    expect(await choose(path, 'i-999')).toMatchObject({ status: 422 })
    expect(await look(path, { signed: 'maybe' as EvidenceAnswer })).toMatchObject({ status: 303 })
    expect(await factsOn(path)).toEqual({ 'warrant.form': 'ao-442' })
  })

  it('tells who comes with an old page', async () => {
    const path = await begin(clerk, 'ao-93')
    const { page } = await clerk.get(`${path}/evidence`)
    await look(path, { signed: 'no' })
    const late = await clerk.post(`${path}/evidence`, { signed: 'yes', seen: seenOf(page) })
    expect(late).toMatchObject({ status: 409 })
    expect(await factsOn(path)).toMatchObject({ 'warrant.signer': 'nobody' })
  })

  it('takes nothing that was seen on one paper for another that was chosen meanwhile', async () => {
    const path = await begin(clerk, 'ao-93')
    const { page } = await clerk.get(`${path}/evidence`)
    await choose(path, 'i-200')
    const said = { court: 'yes', signed: 'yes', judge: 'yes' }
    const old = { ...said, of: /name="of" value="([^"]*)"/.exec(page)?.[1] ?? '' }
    const late = await clerk.post(`${path}/evidence`, { ...old, seen: seenOf(page) })
    expect(late).toMatchObject({ status: 409 })
    expect(late.page).toMatch(/Look at the paper: Form I-200/)
    // Whoever presses the button of that page again enters nothing either.
    expect(late.page).not.toMatch(/ checked/)
    const fresh = (await clerk.get(`${path}/evidence`)).page
    expect(await clerk.post(`${path}/evidence`, { ...old, seen: seenOf(fresh) })).toMatchObject({ status: 409 })
    expect(await factsOn(path)).toEqual({ 'warrant.form': 'i-200' })
  })

  it('shows a picture of the paper beside the questions, for a reason on record, and keeps what was chosen', async () => {
    const path = await begin(clerk, 'ao-93')
    await clerk.get(`${path}/papers`)
    const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    await sendFile(clerk, path, { bytes: Buffer.from('%PDF-1.7\n'), fields: { kind: 'i-247a' } })
    await sendFile(clerk, path, { bytes, fields: { kind: 'ao-93' } })
    const { page } = await clerk.get(`${path}/evidence`)
    // Each paper has the number that it has among all papers, also where others cannot be shown.
    expect(page).toContain('Show paper 2 here: Form AO 93')
    const id = /name="show" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    expect(page).not.toMatch(/<img/)
    await desk.superuser.query(`update desk.vault_openings set opened_at = now() - interval '1 hour'`)
    expect(await clerk.get(`${path}/papers/${id}/picture`)).toMatchObject({ status: 404 })
    const shown = await look(path, { signed: 'no', show: id } as Said)
    expect(shown.page).toContain(`<img class="paper" src="${path}/papers/${id}/picture" alt="Form AO 93">`)
    expect(shown.page).toMatch(/name="signed" value="no" checked/)
    expect((await clerk.get(`${path}/papers/${id}/picture`)).headers['content-type']).toBe('image/png')
    expect(await factsOn(path)).toEqual({ 'warrant.form': 'ao-93' })
    expect((await look(path, { show: 'x' } as Said)).page).not.toMatch(/<img/)
  })

  it('speaks Spanish', async () => {
    const path = await begin(clerk, 'i-205')
    const { page } = await clerk.get(`${path}/evidence?lang=es`)
    expect(page).toMatch(/Un juez mencionado en el texto o junto a una casilla no firmó nada/)
    await clerk.get(`${path}/evidence?lang=en`)
  })
})
