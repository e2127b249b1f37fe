/** Why an analysis outgrew its room, by language. */
import type { Phrases } from '../phrase/phrases.ts'

/** In the order in which the values of a problem choose among them. */
export const outgrownPhrases: Phrases<'nodes' | 'cellsOfFact' | 'cells'> = {
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
