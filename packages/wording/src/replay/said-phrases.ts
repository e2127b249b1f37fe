/** What is said of requests that are left out, and of what a replay takes for granted, by language. */
import type { Assumption, Exclusion } from '@brightline/simulate'
import type { ByLanguage } from '../phrase/by-language.ts'

export const exclusionPhrases: ByLanguage<Readonly<Record<Exclusion['kind'], string>>> = {
  en: {
    filtered: '{reason}',
    'no-date': 'the date is missing or cannot be read',
    'before-window': 'before the window',
    'after-window': 'after the window',
    'no-place': 'the place of the facility is not known',
    'wider-place': 'the facility is known only to be in {place}',
    outside: 'the facility is outside {place}',
    'nothing-asked': 'no act is asked for: the form is unknown or asks for none of these acts',
    impossible: 'the facts of the row cannot be true together',
    unreadable: 'rows that cannot be read (listed among the problems)',
  },
  es: {
    filtered: '{reason}',
    'no-date': 'la fecha falta o no se puede leer',
    'before-window': 'antes del período',
    'after-window': 'después del período',
    'no-place': 'no se conoce el lugar del centro',
    'wider-place': 'del centro solo se sabe que está en {place}',
    outside: 'el centro está fuera de {place}',
    'nothing-asked': 'no se pide ningún acto: el formulario es desconocido o no pide ninguno de estos actos',
    impossible: 'los datos de la fila no pueden ser ciertos a la vez',
    unreadable: 'filas que no se pueden leer (figuran entre los problemas)',
  },
}

export const assumptionPhrases: ByLanguage<Readonly<Record<Assumption['kind'], string>>> = {
  en: {
    'law-of-date': 'the law of {policy} is applied to every row, whatever the date of the row',
    'no-lower-law': "rows below {place} are decided by its law and not by their own city's or county's",
    elsewhere: 'the requests are those of {from}; {lookedAt} is looked at as if they had been made there',
    'constant-fact': '{fact} is {value} in every row: {because}',
    'fact-by-date': '{fact} follows from the date: {because}',
    'constant-owner': 'the owner of every facility is: {owner:word}. {because}',
    'owner-unsaid': 'the data does not say who runs a facility, so every owner is unknown',
    'owner-by-words': 'the owner of a facility is read from words in {columns}; where no word fits it is unknown',
    'agency-unknown': 'the agency is unknown: every kind of agency is possible',
    'constant-agency': 'the agency is {agency}: {because}',
    'agency-by-owner': 'the agency follows from the owner: {pairs}',
    'agency-by-column': 'the agency is read from {column}',
    'federal-and-private':
      'federal facilities are not bound by state or local law, and private ones are bound by contracts that nobody here has read: neither is decided',
    'unknown-owner': 'a facility of unknown owner counts in no minimum and in every maximum',
    'acts-of-form': 'each row asks for the acts that its form asks for',
    'only-acts': 'only these acts are looked at: {acts}',
    'month-begins': 'a month counts as its first day',
    'title-rows': '{rows:count row} above the header of the table: passed over',
    sheet: 'of the workbook, the sheet {sheet} is read',
    encoding: 'the text is no UTF-8, and is read as {encoding}',
    'unknown-facts': 'facts that no column gives are unknown: every lawful value is possible',
  },
  es: {
    'law-of-date': 'la ley de {policy} se aplica a cada fila, sea cual sea su fecha',
    'no-lower-law': 'las filas por debajo de {place} se deciden por su ley y no por la de su propia ciudad o condado',
    elsewhere: 'las solicitudes son las de {from}; {lookedAt} se mira como si se hubieran hecho allí',
    'constant-fact': '{fact} es {value} en todas las filas: {because}',
    'fact-by-date': '{fact} se deduce de la fecha: {because}',
    'constant-owner': 'el dueño de cada centro es: {owner:word}. {because}',
    'owner-unsaid': 'los datos no dicen quién dirige un centro, así que todo dueño es desconocido',
    'owner-by-words':
      'el dueño de un centro se lee de palabras en {columns}; donde ninguna palabra corresponde, es desconocido',
    'agency-unknown': 'la agencia es desconocida: es posible cualquier clase de agencia',
    'constant-agency': 'la agencia es {agency}: {because}',
    'agency-by-owner': 'la agencia se deduce del dueño: {pairs}',
    'agency-by-column': 'la agencia se lee de {column}',
    'federal-and-private':
      'los centros federales no están obligados por la ley estatal o local, y los privados por contratos que nadie aquí ha leído: ninguno se decide',
    'unknown-owner': 'un centro de dueño desconocido no cuenta en ningún mínimo y cuenta en todos los máximos',
    'acts-of-form': 'cada fila pide los actos que pide su formulario',
    'only-acts': 'solo se miran estos actos: {acts}',
    'month-begins': 'un mes cuenta como su primer día',
    'title-rows': '{rows:count row} encima del encabezado de la tabla: no se tienen en cuenta',
    sheet: 'del libro se lee la hoja {sheet}',
    encoding: 'el texto no es UTF-8, y se lee como {encoding}',
    'unknown-facts': 'los datos que ninguna columna da son desconocidos: es posible cualquier valor legal',
  },
}
