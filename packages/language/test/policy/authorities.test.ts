/** Authorities as data: what they bear on, where they bind, and what became of them. */
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { header, sample } from '../sample.ts'

const act = {
  path: 'us/xx/test-act.policy',
  text: `${header}section 1 "Detainers"\n  (a) staff must not hold whoever asks read in code\n`,
}

function file(body: string): { readonly path: string; readonly text: string } {
  const source = 'source opinion "Slip opinion" "https://example.gov/opinion" read 2026-11-22'
  return { path: 'us/xx/authorities.policy', text: `language 2 authorities us/xx ${source} ${body}` }
}

const doe = `authority doe "Doe v. Town" cite "1 Ex. 1 (2015)" by "the Court" / "el Tribunal" decided 2015-01-01
  binding in us/xx on hold or disclose bears on section 1(a) of us/xx/test-act or us/xx/test-act
  encoded in us/xx/test-act limited 2020-01-01 "Roe" holding "No power." / "Sin facultad." read in opinion`

describe('an authority', () => {
  it('becomes data with every name resolved', async () => {
    const { library, problems } = await readLibrary([...sample, act, file(doe)])
    expect(problems).toEqual([])
    expect(library.authorities).toEqual([
      {
        ...{ id: 'us/xx/doe', name: 'Doe v. Town', cite: '1 Ex. 1 (2015)', by: { en: 'the Court', es: 'el Tribunal' } },
        ...{ decided: '2015-01-01', place: 'us/xx', binding: ['us/xx'], acts: ['hold', 'disclose'] },
        ...{ provisions: ['us/xx/test-act section 1(a)'], instruments: ['us/xx/test-act'] },
        encodedIn: 'us/xx/test-act',
        treatments: [{ kind: 'limited', date: '2020-01-01', cite: 'Roe' }],
        holding: { en: 'No power.', es: 'Sin facultad.' },
        mark: {
          kind: 'read',
          source: {
            ...{ name: 'opinion', title: 'Slip opinion', url: 'https://example.gov/opinion', read: '2026-11-22' },
          },
        },
        file: 'us/xx/authorities.policy',
      },
    ])
  })

  it('may bear on nothing but the instrument that states it', async () => {
    const body = doe.replace(/on hold.*test-act\n/, '')
    const { library, problems } = await readLibrary([...sample, act, file(body)])
    expect(problems).toEqual([])
    expect(library.authorities.map(({ acts, instruments, encodedIn }) => [acts, instruments, encodedIn])).toEqual([
      [[], [], 'us/xx/test-act'],
    ])
  })

  it('names places that need not be encoded', async () => {
    const body = doe.replace('binding in us/xx', 'binding in us/xx and us/xx/nowhere')
    const { problems } = await readLibrary([...sample, act, file(body)])
    expect(problems).toEqual([])
  })
})
