/** The law that ships with the program. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Finds the folder of the shipped law: the package `@brightline/law`, or `law` in a checkout. */
export function shippedLaw(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('@brightline/law/package.json'))
  } catch {
    return fileURLToPath(new URL('../../../law', import.meta.url))
  }
}
