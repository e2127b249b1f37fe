/** `brightline places`: the places of law, with what each holds. */
import type { Place } from '@brightline/language'
import { readAllLaw } from '../law-files.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { tableLines } from '@brightline/wording'

/** The places of a law folder, by id. */
export async function placesOf(law: string): Promise<readonly Place[]> {
  return byId((await readAllLaw(law)).library.places)
}

/** Prints the places. */
export async function places(flags: { readonly json: boolean }, law: string): Promise<number> {
  const { library, diagnostics } = await readAllLaw(law)
  if (library.places.length === 0) throw new UsageError('the law folder has no place', 'name a law folder with --law')
  const rows = byId(library.places).map(({ id, title, division, geoid, timeZone }) => {
    const instruments = library.instruments.filter(({ place }) => place === id)
    const rules = instruments.reduce((sum, instrument) => sum + instrument.rules.length, 0)
    return { id, title, division, geoid, timeZone, instruments: instruments.length, rules }
  })
  if (flags.json) print(JSON.stringify({ version: 1, places: rows }))
  else {
    const cells = rows.map(({ id, title, division, instruments, rules }) => [
      id,
      title,
      division,
      `${instruments}`,
      `${rules}`,
    ])
    for (const line of tableLines([['id', 'name', 'division', 'instruments', 'rules'], ...cells])) print(line)
  }
  const broken = diagnostics.filter(({ severity }) => severity === 'error').length
  if (broken > 0) tell(`the law folder has ${broken} errors, so some of it is not counted; run \`brightline check\``)
  return exitCode.fine
}

function byId(found: readonly Place[]): readonly Place[] {
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1))
}
