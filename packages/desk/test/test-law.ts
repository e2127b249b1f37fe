/** The law that tests decide by: the invented town on top of the shipped law, read once. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { shippedLaw } from '@brightline/law-files'
import { lawInUse, type LawInUse } from '../src/case/law-in-use.ts'

export const springfield = join(import.meta.dirname, '../../../examples/springfield')

export const testLaw: LawInUse = lawInUse([shippedLaw(), springfield], null)

/** Copies the federal part of the shipped law into a folder: enough for a town on top of it, and read in no time. */
export function federalLawIn(folder: string): string {
  const shipped = shippedLaw()
  const law = join(folder, 'federal-law')
  mkdirSync(join(law, 'us'), { recursive: true })
  cpSync(join(shipped, 'vocabulary'), join(law, 'vocabulary'), { recursive: true })
  const files = readdirSync(join(shipped, 'us'), { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { name } of files) cpSync(join(shipped, 'us', name), join(law, 'us', name))
  return law
}
