/** Why an analysis outgrew its room. */
import type { Outgrown } from '@brightline/engine'
import type { Texts } from '@brightline/language'
import { inEveryLanguage } from '../phrase/every-language.ts'
import { fill } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const phrases: Phrases<'nodes' | 'cellsOfFact' | 'cells'> = {
  en: {
    nodes: 'the decision diagram grew past {nodes} nodes',
    cellsOfFact: '`{fact}` is cut into {cells} cells, and {most} can be told apart',
    cells: 'a fact is cut into {cells} cells, and {most} can be told apart',
  },
  es: {
    nodes: 'el diagrama de decisión pasó de {nodes} nodos',
    cellsOfFact: '`{fact}` se divide en {cells} casillas, y se pueden distinguir {most}',
    cells: 'un dato se divide en {cells} casillas, y se pueden distinguir {most}',
  },
}

/** Says why an analysis outgrew its room, in each language that we write. */
export function outgrownTexts(outgrown: Outgrown): Texts {
  return inEveryLanguage(phrases, ({ nodes, cells, cellsOfFact }, lang) => {
    if (outgrown.kind === 'nodes') return fill(nodes, { nodes: outgrown.nodes }, lang)
    const { fact, cells: count, most } = outgrown
    return fact === null
      ? fill(cells, { cells: count, most }, lang)
      : fill(cellsOfFact, { fact, cells: count, most }, lang)
  })
}

/** Gives the variants of a sentence that ends with why; the values of a problem choose one. */
export function outgrowing(head: string, lang: 'en' | 'es'): readonly string[] {
  return Object.values(phrases[lang]).map((why) => `${head}${why}`)
}
