/** The law that ships with the program. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Finds the folder of the shipped law: the package `@brightline/law`, or `law` in a checkout. */
export function shippedLaw(): string {
  const checkout = fileURLToPath(new URL('../../../law', import.meta.url))
  if (existsSync(checkout)) return checkout
  return dirname(fileURLToPath(import.meta.resolve('@brightline/law/package.json')))
}
