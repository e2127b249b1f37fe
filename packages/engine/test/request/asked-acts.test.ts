/** What is answered where nobody names an act: what a form asks by itself, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLibrary } from '@brightline/language'
import { describe, expect, it } from 'vitest'
import { alsoAskable, journey } from '../../src/interview/journey.ts'
import { requestOf } from '../../src/interview/request-of.ts'
import { actsOfForm, askedByForm, formsThatDoNotSay } from '../../src/request/asked-acts.ts'
import { parseRequest } from '../../src/request/parse-request.ts'
import { readRequest } from '../../src/request/read-request.ts'
import { fact, instrument, library, oneOf, rule } from '../small-law.ts'
import { stackOf } from '../../src/stack/stack.ts'

const form = (name: string, ...asks: readonly string[]) => ({
  name,
  label: { en: name },
  phrase: null,
  asks,
  spans: [],
})
const values = [form('i-247a', 'hold', 'tell'), form('spoken', 'hold', 'tell'), form('agreement', 'tell')]
const facts = [fact('request.form', { kind: 'one-of', values })]

describe('the acts of a form', () => {
  it('are those of the vocabulary', () => expect(actsOfForm({ facts }, 'i-247a')).toEqual(['hold', 'tell']))
  it('are none of a form that it does not know', () => expect(actsOfForm({ facts }, 'i-200')).toBeNull())
  it('are none where it knows no forms', () => {
    expect(actsOfForm({ facts: [] }, 'i-247a')).toBeNull()
    expect(actsOfForm({ facts: [fact('request.form')] }, 'yes')).toBeNull()
    expect(actsOfForm({ facts: [fact('request.form', oneOf('call'))] }, 'call')).toEqual([])
  })

  it('are asked by a form that says so, and can be asked by one that does not', () => {
    expect(askedByForm({ facts }, 'i-247a')).toEqual({ asked: ['hold', 'tell'], askable: [] })
    expect(askedByForm({ facts }, 'spoken')).toEqual({ asked: [], askable: ['hold', 'tell'] })
    // What can ask one thing alone asks it.
    expect(askedByForm({ facts }, 'agreement')).toEqual({ asked: ['tell'], askable: [] })
    expect(askedByForm({ facts }, 'none')).toEqual({ asked: [], askable: [] })
  })

  it('are said by every form of our vocabulary, or it is named as one that does not', async () => {
    const folder = join(import.meta.dirname, '../../../../law/vocabulary')
    const names = readdirSync(folder).filter((name) => name.endsWith('.policy'))
    const files = names.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
    const { vocabulary } = (await readLibrary(files)).library
    const type = vocabulary.facts.find(({ name }) => name === 'request.form')?.type
    const forms = type?.kind === 'one-of' ? type.values.map(({ name }) => name) : []
    expect(forms.filter((name) => formsThatDoNotSay.has(name)).toSorted()).toEqual([...formsThatDoNotSay].toSorted())
    expect(forms.filter((name) => !formsThatDoNotSay.has(name))).toEqual([
      ...['i-247a', 'i-247d', 'i-247n', 'i-247x', 'i-247g', 'i-247-earlier', 'subpoena', 'notice-to-appear'],
    ])
  })
})

describe('a form that does not say what it asks', () => {
  const place = {
    ...{ id: 'us/xx', title: { en: 'Example' }, division: '', geoid: '', timeZone: 'America/Chicago' },
    ...{ covers: [], checked: null, file: '' },
  }
  const rules = [rule('(a)', 'must-not'), rule('(b)', 'must', { acts: ['tell'] })]
  const law = library([instrument('us/xx/act', { rules })], { facts }, { places: [place] })
  const stack = stackOf(law, 'us/xx', '2026-11-01')

  it('is refused where nothing is named, with what it can ask', () => {
    const raw = parseRequest({ place: 'us/xx', asOf: '2026-11-01', form: 'spoken' })
    const read = raw.ok ? readRequest(law, raw.value) : raw
    expect(read).toMatchObject({
      problems: [{ code: 'REQ-0004', values: { form: 'spoken', known: ['hold', 'tell'] } }],
    })
  })

  it('asks its interview what is asked, answers that, and tells what else there is', () => {
    const begun = { agency: 'police', 'request.form': 'spoken' }
    const { next } = journey(stack, begun)
    expect(next.kind === 'act' ? next.acts.map(({ name }) => name) : null).toEqual(['hold', 'tell'])
    const named = journey(stack, { ...begun, 'act:asked': 'tell' })
    expect([named.acts, alsoAskable(named)]).toEqual([['tell'], ['hold']])
    expect(requestOf(named)).toMatchObject({ acts: ['tell'], facts: { 'request.form': 'spoken' } })
    expect(alsoAskable(journey(stack, begun, ['hold']))).toEqual([])
    expect(alsoAskable(journey(stack, { agency: 'police', 'request.form': 'i-247a' }))).toEqual([])
  })
})
