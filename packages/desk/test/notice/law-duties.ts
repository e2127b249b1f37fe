/** Every duty of the law that ships, and of the invented town, by its id. */
import { lawFor, openLaw, shippedLaw } from '@brightline/law-files'
import { springfield } from '../test-law.ts'

const places = ['us/ca', 'us/wa/king-county', 'us/ex/springfield']

export async function listDuties(): Promise<ReadonlySet<string>> {
  const opened = openLaw([shippedLaw(), springfield], null)
  if (!opened.ok) throw new Error('no law')
  const ids = new Set<string>()
  for (const place of places) {
    const library = await lawFor(opened.value, place)
    if (!library.ok) throw new Error(`no law of ${place}`)
    for (const { duties } of library.value.instruments) for (const { id } of duties) ids.add(id)
  }
  return ids
}
