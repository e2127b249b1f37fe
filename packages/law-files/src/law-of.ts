/** The law of a place, ready to decide by: the place is known, and nothing that binds it has errors. */
import { placesAbove } from '@brightline/engine'
import type { FileProblem, Library, Problem, Result } from '@brightline/language'
import { findPlace } from './place-search/find-place.ts'
import { placeIds, type OpenLaw } from './folders.ts'
import { filesWithErrors, folderOf, judged } from './judged.ts'
import { problem } from './problems.ts'
import type { LawReading } from './law-reading.ts'
import { readAllLaw, readLawFor } from './read-law.ts'
import type { Working } from './working-text.ts'

/** So many errors are told one by one. */
const mostTold = 20

/** Reads the law that binds a place, perhaps with a working text in it. The place is an id. */
export async function lawFor(law: OpenLaw, place: string, working: Working | null = null): Promise<Result<Library>> {
  const refused = await placeProblems(law, place)
  if (refused.length > 0) return { ok: false, problems: refused }
  const reading = await readLawFor(law, place, working === null ? [] : [working.text])
  const files = filesWithErrors(reading)
  return files.length > 0
    ? { ok: false, problems: withSummary(reading.problems, files) }
    : { ok: true, value: reading.library }
}

/** Reads the law of every place, perhaps with a working text in it. What binds one of these places has no errors. */
export async function lawOfAll(
  law: OpenLaw,
  places: readonly string[],
  working: Working | null = null,
): Promise<Result<Library>> {
  for (const place of places) {
    const refused = await placeProblems(law, place)
    if (refused.length > 0) return { ok: false, problems: refused }
  }
  const reading = await readAllLaw(law, working === null ? [] : [working.text])
  const isJudged = judged(reading)
  if (places.every((place) => isJudged({ place }))) return { ok: true, value: reading.library }
  return { ok: false, problems: withSummary(reading.problems, filesWithErrors(reading)) }
}

/** Reads every file of law that has a place, also where some of it has errors. */
export async function readPlacesOf(law: OpenLaw): Promise<Result<LawReading>> {
  const reading = await readAllLaw(law)
  if (reading.library.places.length > 0) return { ok: true, value: reading }
  return { ok: false, problems: [problem('LAW-0108', { folder: law.folders[0] ?? '' })] }
}

/** Finds what keeps a place from being read, before anything is parsed; none where it is a place of the law. */
async function placeProblems(law: OpenLaw, place: string): Promise<readonly Problem[]> {
  if (placeIds(law).includes(place)) return []
  const around = placesAbove(place)
  const lost = law.problems.filter(({ where }) => around.includes(folderOf(where.file)))
  if (lost.length > 0)
    return withSummary(
      lost,
      lost.map(({ where }) => where.file),
    )
  const found = await findPlace(law, place)
  // A place that is found by another name is not this one.
  return found.ok ? [problem('REQ-0008', { name: place, meant: found.value })] : found.problems
}

function withSummary(errors: readonly FileProblem[], files: readonly string[]): readonly Problem[] {
  return [...errors.slice(0, mostTold), problem('LAW-0103', { files: files.slice(0, mostTold) })]
}
