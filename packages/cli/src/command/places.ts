/** `brightline places`: the places of law, with what each holds. */
import { isError, readAllLaw } from '@brightline/law-files'
import { tableLines } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { exitCode, UsageError } from '../terminal/output.ts'

interface PlacesFlags {
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('places')
    .description('list the places of law')
    .option('--json', 'as JSON', false)
    .action(async (flags: PlacesFlags) => {
      context.finish(await places(flags, context))
    })
}

/** Prints the places. */
async function places({ json }: PlacesFlags, context: Context): Promise<number> {
  const { library, problems } = await readAllLaw(context.openLaw())
  if (library.places.length === 0) throw new UsageError('the law folder has no place', 'name a law folder with --law')
  const rows = library.places
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, division, geoid, timeZone }) => {
      const instruments = library.instruments.filter(({ place }) => place === id)
      const rules = instruments.reduce((sum, instrument) => sum + instrument.rules.length, 0)
      return { id, title, division, geoid, timeZone, instruments: instruments.length, rules }
    })
  if (json) context.printJson({ version: 1, places: rows })
  else {
    const cells = rows.map(({ id, title, division, instruments, rules }) => [
      id,
      title,
      division,
      `${instruments}`,
      `${rules}`,
    ])
    for (const line of tableLines([['id', 'name', 'division', 'instruments', 'rules'], ...cells])) context.print(line)
  }
  const broken = problems.filter(isError).length
  if (broken > 0)
    context.tell(`the law folder has ${broken} errors, so some of it is not counted; run \`brightline check\``)
  return exitCode.fine
}
