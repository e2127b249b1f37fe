/** The authorities of the shipped law: where a decision binds follows from its court. */
import { beforeAll, describe, expect, it } from 'vitest'
import { readLibrary, type Authority } from '../src/index.ts'
import { filesUnder, lawFolder } from './sample.ts'

/** The states and territories of the circuits, 28 U.S.C. 41. */
const circuits: Readonly<Record<string, string>> = {
  '1st': 'ma me nh pr ri',
  '2d': 'ct ny vt',
  '3d': 'de nj pa vi',
  '4th': 'md nc sc va wv',
  '5th': 'la ms tx',
  '6th': 'ky mi oh tn',
  '7th': 'il in wi',
  '8th': 'ar ia mn mo nd ne sd',
  '9th': 'ak az ca gu hi id mp mt nv or wa',
  '10th': 'co ks nm ok ut wy',
  '11th': 'al fl ga',
  'D.C.': 'dc',
}

let authorities: readonly Authority[] = []
beforeAll(async () => {
  const { library, problems } = await readLibrary(filesUnder(lawFolder))
  expect(problems).toEqual([])
  authorities = library.authorities
})

/** The places that a court binds, in the folder of a place; null where the citation names no court of these. */
function boundBy({ cite, place }: Authority): readonly string[] | null {
  if (/\d+ U\.S\. \d+/.test(cite)) return ['us']
  const [, circuit = ''] = /\((.+?) Cir\. \d{4}\)/.exec(cite) ?? []
  const states = circuits[circuit]?.split(' ').map((state) => `us/${state}`)
  return states?.filter((state) => state === place || state.startsWith(`${place}/`)) ?? null
}

describe('the authorities of the shipped law', () => {
  it('bind in the states of their circuit, and those of the Supreme Court everywhere', () => {
    const ruled = authorities.flatMap((one) => {
      const bound = boundBy(one)
      return bound === null ? [] : [{ id: one.id, binding: one.binding.toSorted(), bound }]
    })
    expect(ruled.length).toBeGreaterThan(20)
    expect(ruled.filter(({ binding, bound }) => binding.join(' ') !== bound.join(' '))).toEqual([])
  })

  it('of district courts and attorneys general bind nobody', () => {
    const persuading = authorities.filter(({ cite }) =>
      /\([A-Z]+\. ?(D\. ?)?[A-Z][a-z]*\. \d{4}\)|Att'y Gen/.test(cite),
    )
    expect(persuading.length).toBeGreaterThan(5)
    expect(persuading.filter(({ binding }) => binding.length > 0)).toEqual([])
  })

  it('name a source unless they say that none was found', () => {
    const unsourced = authorities.filter(({ mark }) => mark.source === null && mark.kind !== 'unverified')
    expect(unsourced).toEqual([])
  })

  it('are not cited from sites that invent law', () => {
    const invents = /uscisguide|stateregstoday|musanilaw/
    expect(authorities.filter(({ mark }) => invents.test(mark.source?.url ?? ''))).toEqual([])
  })
})
