/** Checks law, and passes over what is as it was when nothing was found in it. */
import { join } from 'node:path'
import { countsOf, placesAbove, type CheckReport } from '@brightline/engine'
import { keep, keyOf, readKept } from '@brightline/law-files'
import type { Instrument, Library } from '@brightline/language'
import { checkAll } from './check-all.ts'

/** The instruments of a place, and a key of everything that their checks depend on. */
interface Place {
  readonly instruments: readonly Instrument[]
  readonly key: string
}

/** So many places are kept, in several states each. */
const mostPlaces = 2_000

/** What is kept of a place: that its law was checked, and that nothing was found. Findings are always found anew. */
const fine = 'nothing was found'

/** Checks some instruments of a library; those of places in which nothing changed since nothing was found are only counted. */
export async function checkAnew(
  library: Library,
  instruments: readonly Instrument[],
  cache: string | null,
): Promise<CheckReport> {
  const folder = cache === null ? null : join(cache, 'checked')
  const changed = placesOf(library, instruments).filter(({ key }) => readKept(folder, key) !== fine)
  const wanted = new Set(changed.flatMap((place) => place.instruments))
  const { problems } = await checkAll(
    library,
    instruments.filter((instrument) => wanted.has(instrument)),
  )
  const passed = problems.length === 0 ? changed : withoutFindings(changed, problems)
  keep(
    folder,
    passed.map(({ key }) => [key, fine]),
    mostPlaces,
  )
  return { problems, counts: countsOf(instruments) }
}

/** Lists the places in which nothing was found; none where it is not known in which the findings are. */
function withoutFindings(changed: readonly Place[], problems: CheckReport['problems']): readonly Place[] {
  const files = new Set(problems.map(({ where }) => where.file))
  const isFound = ({ instruments }: Place): boolean => instruments.some(({ file }) => files.has(file))
  const known = new Set(changed.flatMap(({ instruments }) => instruments.map(({ file }) => file)))
  return [...files].every((file) => known.has(file)) ? changed.filter((place) => !isFound(place)) : []
}

function placesOf(library: Library, instruments: readonly Instrument[]): readonly Place[] {
  const { instruments: all, ...everywhere } = library
  const shared = keyOf([JSON.stringify(everywhere)])
  const keyByPlace = new Map(
    [...Map.groupBy(all, ({ place }) => place)].map(([place, own]) => [place, keyOf([JSON.stringify(own)])]),
  )
  return [...Map.groupBy(instruments, ({ place }) => place)].map(([place, own]) => ({
    instruments: own,
    key: keyOf([
      shared,
      ...placesAbove(place).map((above) => `${above} ${keyByPlace.get(above) ?? ''}\n`),
      ...own.map(({ id }) => `${id}\n`),
    ]),
  }))
}
