/** The texts that the shipped law shows to people: each in Spanish too, and with the words of the glossary. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLibrary, type Texts } from '../src/index.ts'
import { filesUnder, lawFolder } from './sample.ts'

let texts: readonly Texts[] = []

beforeAll(async () => {
  const { library, problems } = await readLibrary(filesUnder(lawFolder))
  expect(problems).toEqual([])
  // The names of most places are the same in Spanish.
  texts = [...new Map(textsIn({ ...library, places: [] }).map((text) => [JSON.stringify(text), text])).values()]
})

/** Every text of a value, at any depth. */
function textsIn(value: unknown): readonly Texts[] {
  if (typeof value !== 'object' || value === null) return []
  return isTexts(value) ? [value] : Object.values(value).flatMap(textsIn)
}

function isTexts(value: object): value is Texts {
  return 'en' in value && typeof value.en === 'string'
}

/** What the Spanish of a text says where its English has a word of the glossary. */
const spanishByWord: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'administrative warrant': /[óo]rden(es)? administrativas?/,
    'civil immigration warrant': /orden migratoria civil/,
    counsel: /asesor jurídico|Abogado de la Ciudad|nombrar abogado|Legal Counsel/,
    'criminal warrant': /orden penal/,
    custody: /custodia/,
    detainer: /solicitud(es)?( civil)?/i,
    felony: /grave|delito agravado/,
    'hold request': /solicitud(es)?( civiles)? de retención/,
    'immigration authorities': /autoridades( federales)? de inmigración/i,
    'immigration enforcement': /control migratorio/i,
    'immigration officer': /agentes?( federal(es)?)? de inmigración/i,
    'immigration status': /estatus migratorio/i,
    jail: /cárcel/,
    "judge's warrant": /[óo]rden(es)? (judicial(es)?|del juez|de un juez|o (citación|la decisión) de un juez)/,
    misdemeanor: /delito menor/,
    'notification request': /solicitud(es)? de aviso/,
    'probable cause': /causa probable/i,
    'release date': /fechas?( u hora)? de liberación/i,
    removal: /expulsión/,
    sheriff: /alguacil/i,
    subpoena: /citaci(ón|ones)|subpoena/i,
    transfer: /entreg|transferencia/i,
  }),
)

/** The words of the glossary that have a Spanish word. */
function glossaryWords(): readonly string[] {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/glossary.md'), 'utf8')
  const [, table = ''] = page.split('## In Spanish')
  return [...table.matchAll(/^\| ([^|]+?) +\|/gm)].slice(2).map(([, word = '']) => word)
}

/** English words that Spanish says by gender. */
const gendered = new Set(['One', 'Another'])

describe('a text of the shipped law', () => {
  it('stands in Spanish too', () => {
    expect(texts.length).toBeGreaterThan(800)
    expect(texts.filter(({ es = '' }) => es.trim() === '').map(({ en }) => en)).toEqual([])
  })

  it('has one Spanish text for one English text', () => {
    const byEnglish = Map.groupBy(texts, ({ en }) => en)
    const several = [...byEnglish].filter(([en, same]) => same.length > 1 && !gendered.has(en))
    expect(several.map(([, same]) => same)).toEqual([])
  })

  it('never shows a request as an order', () => {
    const asOrder = /[óo]rden(es)? (migratorias? )?de (detenci[óo]n|retenci[óo]n|aviso|entrega)|mandato de detenci/i
    expect(texts.filter(({ es = '' }) => asOrder.test(es))).toEqual([])
  })

  it('is held to every word of the glossary', () => {
    expect([...spanishByWord.keys()]).toEqual(glossaryWords())
  })

  it.each([...spanishByWord])('says `%s` as the glossary does', (english, spanish) => {
    const word = new RegExp(`\\b${english.replace(/y$/, '(y|ies)')}s?\\b`, 'i')
    const bearing = texts.filter(({ en }) => word.test(en))
    expect(bearing.length, 'the word stands in the law').toBeGreaterThan(0)
    expect(bearing.filter(({ es = '' }) => !spanish.test(es))).toEqual([])
  })

  it('keeps its numbers and citations', () => {
    const numbers = (text: string): readonly string[] => (text.match(/\d[\d.,:-]*\d|\d/g) ?? []).toSorted()
    const differing = texts.filter(({ en, es = '' }) => numbers(en).join(' ') !== numbers(es).join(' '))
    expect(differing).toEqual([])
  })
})
