/** The law that ships with the program. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** Finds the folder of the shipped law: the package `@brightline/law`, which is the folder `law` in a checkout. */
export function shippedLaw(): string {
  return dirname(createRequire(import.meta.url).resolve('@brightline/law/package.json'))
}
