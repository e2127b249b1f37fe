/** The words of reports, in both languages. */
import type { Dimension } from '../replay/dimension.ts'

/** Words in the languages of reports. */
export interface TwoLanguages {
  readonly en: string
  readonly es: string
}

/** Headings of the tables. */
export const dimensionWords: Readonly<Record<Dimension, TwoLanguages>> = {
  total: { en: 'All requests', es: 'Todas las solicitudes' },
  owner: { en: 'By owner of the facility', es: 'Por dueño del centro' },
  form: { en: 'By form', es: 'Por formulario' },
  month: { en: 'By month', es: 'Por mes' },
  place: { en: 'By place', es: 'Por lugar' },
}

/** Verdicts, and the rows that no law of the place binds. */
export const verdictWords: Readonly<Record<string, TwoLanguages>> = {
  required: { en: 'must', es: 'debe' },
  prohibited: { en: 'must not', es: 'no debe' },
  permitted: { en: 'may', es: 'puede' },
  'no-rule': { en: 'no rule', es: 'ninguna norma' },
  conflict: { en: 'conflict: counsel decides', es: 'conflicto: decide el asesor jurídico' },
  'needs-facts': { en: 'needs facts', es: 'faltan datos' },
  'not-bound': { en: 'not bound', es: 'no obligado' },
  open: { en: 'open', es: 'abierto' },
}

/** Everything else that a report says. */
export const reportWords = {
  title: { en: 'Replay of recorded requests', es: 'Repetición de solicitudes registradas' },
  data: { en: 'Data set', es: 'Conjunto de datos' },
  source: { en: 'Source', es: 'Fuente' },
  licence: { en: 'Licence', es: 'Licencia' },
  notes: { en: 'Notes on the data', es: 'Notas sobre los datos' },
  policies: { en: 'Policies', es: 'Políticas' },
  window: { en: 'Window', es: 'Período' },
  rows: { en: 'Rows read', es: 'Filas leídas' },
  requests: { en: 'Requests in them', es: 'Solicitudes en ellas' },
  count: { en: 'requests', es: 'solicitudes' },
  used: { en: 'Requests used', es: 'Solicitudes usadas' },
  excluded: { en: 'Excluded', es: 'Excluidas' },
  open: { en: 'With unknown decisive facts', es: 'Con datos decisivos desconocidos' },
  assumptions: { en: 'Assumptions', es: 'Supuestos' },
  hash: { en: 'Hash of the assumptions', es: 'Huella de los supuestos' },
  problems: { en: 'Problems in the data', es: 'Problemas en los datos' },
  bounds: { en: 'Least and most requests by verdict', es: 'Mínimo y máximo de solicitudes por resultado' },
  duties: { en: 'Duties that would have arisen', es: 'Deberes que habrían surgido' },
  answers: {
    en: 'What the counter would be told with only these facts',
    es: 'Lo que se diría en ventanilla solo con estos datos',
  },
  missing: { en: 'Missing facts that could change the verdict', es: 'Datos que faltan y podrían cambiar el resultado' },
  change: { en: 'What changes', es: 'Qué cambia' },
  same: { en: 'the same for certain', es: 'igual con certeza' },
  differs: { en: 'different for certain', es: 'distinto con certeza' },
  mayDiffer: { en: 'may differ, depending on missing facts', es: 'puede diferir, según datos que faltan' },
  noChange: { en: 'No request changes.', es: 'Ninguna solicitud cambia.' },
  unmapped: { en: 'Columns that the mapping does not name', es: 'Columnas que la correspondencia no nombra' },
  ignored: { en: 'Columns left unread on purpose', es: 'Columnas no leídas a propósito' },
  unknown: { en: 'Mapped facts that are unknown', es: 'Datos de la correspondencia que se desconocen' },
  workload: { en: 'Workload by month', es: 'Carga de trabajo por mes' },
  toClarify: { en: 'to clarify', es: 'por aclarar' },
  dutiesToDo: { en: 'duties to carry out', es: 'deberes por cumplir' },
  workloadNote: {
    en: 'A request is to clarify where the record alone does not answer it: somebody asks for a fact, or who runs the facility. A duty that several acts of a request lay down is counted once.',
    es: 'Una solicitud está por aclarar cuando el registro solo no la responde: alguien pregunta por un dato, o quién dirige el centro. Un deber que imponen varios actos de una solicitud se cuenta una vez.',
  },
  contents: { en: 'Contents', es: 'Contenido' },
  answer: { en: 'answer', es: 'respuesta' },
  fact: { en: 'fact', es: 'dato' },
  duty: { en: 'duty', es: 'deber' },
  verdict: { en: 'verdict', es: 'resultado' },
  month: { en: 'month', es: 'mes' },
  decided: { en: 'decided', es: 'resuelto' },
  upTo: { en: 'up to the most', es: 'hasta el máximo' },
  code: { en: 'code', es: 'código' },
  problem: { en: 'problem', es: 'problema' },
  column: { en: 'column', es: 'columna' },
  firstRow: { en: 'first row', es: 'primera fila' },
  rowsWith: { en: 'rows', es: 'filas' },
  least: { en: 'least', es: 'mínimo' },
  most: { en: 'most', es: 'máximo' },
  download: { en: 'Download this table (CSV)', es: 'Descargar esta tabla (CSV)' },
  suppressed: {
    en: 'Counts under 10, and others that would give them away, are shown as *. Duties and missing facts are rounded outward to tens.',
    es: 'Los recuentos menores de 10, y otros que los revelarían, aparecen como *. Los deberes y los datos que faltan se redondean hacia fuera a decenas.',
  },
  disclaimer: {
    en: 'This replays recorded requests under a rule. It does not estimate how federal behaviour would change.',
    es: 'Esto repite solicitudes registradas bajo una norma. No estima cómo cambiaría la conducta federal.',
  },
} as const
