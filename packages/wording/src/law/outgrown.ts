/** Why an analysis outgrew its room. */
import type { Outgrown } from '@brightline/engine'
import type { Texts } from '@brightline/language'
import { inEveryLanguage } from '../phrase/every-language.ts'
import { fill } from '../phrase/fill.ts'
import { outgrownPhrases } from './outgrown-phrases.ts'

/** Says why an analysis outgrew its room, in each language that we write. */
export function outgrownTexts(outgrown: Outgrown): Texts {
  return inEveryLanguage(outgrownPhrases, ({ nodes, cells, cellsOfFact }, lang) => {
    if (outgrown.kind === 'nodes') return fill(nodes, { nodes: outgrown.nodes }, lang)
    const { fact, cells: count, most } = outgrown
    return fact === null
      ? fill(cells, { cells: count, most }, lang)
      : fill(cellsOfFact, { fact, cells: count, most }, lang)
  })
}

/** Gives the variants of a sentence that ends with why; the values of a problem choose one. */
export function outgrowing(head: string, lang: 'en' | 'es'): readonly string[] {
  return Object.values(outgrownPhrases[lang]).map((why) => `${head}${why}`)
}
