/** Comparisons of the encoded law: what changed on known dates, and an amendment that drops a look-back. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRequest } from '@brightline/engine/request'
import { decide, readRequest } from '@brightline/engine'
import type { Library } from '@brightline/language'
import type { CompareDocument, VerdictDocument } from '@brightline/wording/analysis'
import { readLawFor, shippedLaw } from '@brightline/law-files'
import { run } from '../../src/main.ts'
import { isLong, times } from '../../../../scripts/test-counts.ts'
import { capture, temporaryFolder, opened } from '../command.ts'

const folder = temporaryFolder()

const documents = new Map<string, CompareDocument>()

/** The comparison as JSON; each is made once. */
async function compared(...args: readonly string[]): Promise<CompareDocument> {
  const known = documents.get(args.join(' '))
  if (known !== undefined) return known
  const { out, err } = await capture(() => run(['compare', ...args, '--json']))
  expect(err).toBe('')
  const document = JSON.parse(out) as CompareDocument
  documents.set(args.join(' '), document)
  return document
}

/** The ways in which an act changes, as `from to`. */
function ways({ changed }: CompareDocument, act: string): readonly string[] {
  return [...new Set(changed.find((one) => one.act === act)?.verdicts.map(({ from, to }) => `${from} ${to}`))].sort()
}

const libraries = new Map<string, Library>()

async function libraryOf(place: string): Promise<Library> {
  const library = libraries.get(place) ?? (await readLawFor(opened(shippedLaw()), place)).library
  libraries.set(place, library)
  return library
}

/** Sends the witness of a change as a request and decides it. */
async function redecided(place: string, asOf: string, act: string, { example }: VerdictDocument): Promise<string> {
  const library = await libraryOf(place)
  const { agency, form, facts, convictions } = example.request
  const part = { place, asOf, agency, acts: [act], form, facts, ...(convictions === null ? {} : { convictions }) }
  const raw = parseRequest(part)
  const request = raw.ok ? readRequest(library, raw.value) : raw
  if (!request.ok) throw new Error(request.problems.map(({ code }) => code).join(' '))
  return decide(request.value.stack, act, request.value.knowledge).verdict
}

/** Every change of verdict, its witness sent as a request to both sides; each day a part of those of a large change. */
async function expectWitnesses({ left, right, changed }: CompareDocument): Promise<void> {
  const step = times(Math.ceil(changed.length / 15), 1)
  for (const { act, verdicts } of changed) {
    for (const change of verdicts.filter((_, at) => at % step === 0)) {
      // A protected fact can be in a case, but not in a request, unless a law forces it.
      if (Object.keys(change.example.request.facts).some((fact) => fact.startsWith('person.immigration'))) continue
      expect(await redecided(left.place, left.asOf, act, change), act).toBe(change.from)
      if (right.working === null) expect(await redecided(right.place, right.asOf, act, change), act).toBe(change.to)
    }
  }
}

const act2018 = ['us/ca@2017-12-31', 'us/ca@2018-01-01'] as const

describe('the default text of a comparison', () => {
  const told = [
    { name: "California's act of 2018", sides: act2018, lang: 'en' },
    {
      name: 'fifteen years of San Francisco',
      sides: ['us/ca/san-francisco@2012-01-01', 'us/ca/san-francisco@2026-11-01'],
      lang: 'es',
    },
    { name: "California's act of 2018", sides: act2018, lang: 'es' },
  ] as const
  for (const { name, sides, lang } of told.slice(0, times(1, 3))) {
    it(`tells of ${name} in at most 60 lines in ${lang}, and names the flag for the rest`, async () => {
      const { out } = await capture(() => run(['compare', ...sides, '--lang', lang]))
      expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(60)
      expect(out).toContain('--all')
    })
  }

  it('tells all of it on request', async () => {
    const { out } = await capture(() => run(['compare', 'us/il@2017-08-27', 'us/il@2017-08-28', '--all']))
    expect(out.split('\n').length).toBeGreaterThan(600)
  })
})

describe('California on 1 January 2018', () => {
  it('ends the choice to hold on a detainer, and every witness can be sent as a request', async () => {
    const document = await compared('us/ca@2017-12-31', 'us/ca@2018-01-01')
    expect(ways(document, 'hold')).toContain('permitted prohibited')
    expect(ways(document, 'hold')).not.toContain('prohibited permitted')
    expect(ways(document, 'transfer')).toContain('no-rule prohibited')
    expect(ways(document, 'enter-287g-agreement')).toEqual(['permitted prohibited'])
    const from2014 = document.changed
      .find(({ act }) => act === 'hold')
      ?.verdicts.find(({ fromSection, toSection }) => fromSection?.section === 'section 7282.5' && toSection !== null)
    expect(from2014?.toSection).toMatchObject({ instrument: 'us/ca/values-act', section: 'section 7284.6' })
    const told = document.changed.filter(({ act }) => ['hold', 'notify-release', 'enter-287g-agreement'].includes(act))
    for (const { act, verdicts } of told) {
      for (const { region } of verdicts) expect(region.rest, act).toBe('0')
    }
    await expectWitnesses(document)
  })

  it('is the mirror of the way back', async () => {
    const acts = isLong ? [] : ['--act', 'hold', '--act', 'transfer', '--act', 'notify-release']
    const forth = await compared('us/ca@2017-12-31', 'us/ca@2018-01-01', ...acts)
    const back = await compared('us/ca@2018-01-01', 'us/ca@2017-12-31', ...acts)
    expect(forth.changed.length).toBeGreaterThan(2)
    const key = (from: string, to: string, count: string): string => `${from} ${to} ${count}`
    expect(
      back.changed.map(({ act, verdicts }) => [
        act,
        verdicts.map(({ from, to, count }) => key(to, from, count)).sort(),
      ]),
    ).toEqual(
      forth.changed.map(({ act, verdicts }) => [
        act,
        verdicts.map(({ from, to, count }) => key(from, to, count)).sort(),
      ]),
    )
  })
})

describe('California beside Washington', () => {
  it('is told in the words of both, with witnesses that each decides as claimed', async () => {
    const places = ['us/ca@2026-11-01', 'us/wa@2026-11-01'] as const
    const { out } = await capture(() => run(['compare', ...places, '--act', 'notify-release', '--all']))
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'convicted of a felony that the law punishes with state prison, not county jail (Penal Code 1170(h))? yes',
    )
    expect(out).not.toMatch(/^ +(ca|wa)\./m)
    const document = await compared(...places, '--act', 'notify-release')
    const [act] = document.changed
    expect(act?.verdicts.length).toBeGreaterThan(1)
    for (const change of act?.verdicts ?? []) {
      for (const { place, asOf, verdict } of [
        { ...document.left, verdict: change.from },
        { ...document.right, verdict: change.to },
      ]) {
        const known = new Set((await libraryOf(place)).vocabulary.facts.map(({ name }) => name))
        const { example } = change
        const facts = Object.fromEntries(Object.entries(example.request.facts).filter(([name]) => known.has(name)))
        const request = {
          ...example.request,
          facts,
          convictions: place === 'us/ca' ? example.request.convictions : null,
        }
        expect(await redecided(place, asOf, 'notify-release', { ...change, example: { ...example, request } })).toBe(
          verdict,
        )
      }
    }
  })
})

describe('New York City on 14 November 2018', () => {
  it('ends every hold for immigration authorities', async () => {
    const document = await compared('us/ny/new-york-city@2018-11-13', 'us/ny/new-york-city@2018-11-14')
    expect(document.changed.map(({ act }) => act)).toEqual([
      'hold',
      'stop',
      'arrest-on-civil-warrant',
      'arrest-for-civil-violation',
      'prolong-stop',
    ])
    expect(ways(document, 'hold')).toEqual(['no-rule prohibited', 'permitted prohibited'])
    expect(document.changed[0]?.duties.every(({ change }) => change === 'ends')).toBe(true)
    await expectWitnesses(document)
  })

  it('changes nothing on the day after', async () => {
    expect((await compared('us/ny/new-york-city@2018-11-14', 'us/ny/new-york-city@2018-11-15')).isSame).toBe(true)
  })
})

describe('a change in Spanish', () => {
  it('joins the parts of its alternatives and exceptions, and counts the rest, without an English word', async () => {
    const memo = join(folder, 'cambio.md')
    const sides = ['us/ca@2017-12-31', 'us/ca@2018-01-01', '--act', 'hold']
    const { out } = await capture(() => run(['compare', ...sides, '--all', '--lang', 'es', '--memo', memo]))
    expect(out).toContain('    salvo que se cumpla una de estas condiciones:\n      - ¿')
    expect(out).toContain('\n        y ¿')
    expect(out).toMatch(/ y \d+ más\n/)
    expect(out).toMatch(/ y \d+ datos más\n/)
    expect(readFileSync(memo, 'utf8')).toMatch(/\n- ¿.*\n {2}y ¿/)
    // Duties and citations alone are in English.
    const said = [...out.split('\n'), ...readFileSync(memo, 'utf8').split('\n')]
    const spoken = said.filter((line) => !/ deber: |§|CFR/.test(line)).join('\n')
    expect(spoken.match(/\b(and|or|the|of|with|where|unless|more|less|never|yes)\b/g)).toBeNull()
  })
})

describe('an amendment of the Values Act that drops the wobbler look-back', () => {
  it('closes release dates and transfers for those whose only ground was a recent listed misdemeanor', async () => {
    const text = readFileSync(join(shippedLaw(), 'us/ca/values-act.policy'), 'utf8')
    const amended = text.replace('        or ca.listed-wobbler-years is at most 5 years\n', '')
    expect(amended).not.toBe(text)
    const file = join(folder, 'values-act.policy')
    writeFileSync(file, amended)
    const document = await compared('us/ca@2026-01-01', '--file', file)
    expect(document.same.map(({ act }) => act)).toContain('hold')
    expect(ways(document, 'notify-release')).toEqual(['permitted prohibited'])
    // Where no power lets a person be handed over, the prohibition is new and the answer is as strict as before.
    expect(ways(document, 'transfer')).toEqual(['no-rule prohibited', 'permitted prohibited'])
    for (const { act, verdicts } of document.changed) {
      for (const { region } of verdicts) {
        const lookBack = region.always.find(({ fact }) => fact === 'ca.listed-wobbler-years')
        expect(lookBack?.answer.en, act).toBe('5 years or less')
      }
    }
    await expectWitnesses(document)
  })
})
