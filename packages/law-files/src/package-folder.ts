/** The folder of this package, from its sources and from the built modules, which are joined into one file. */
import { join } from 'node:path'

export const packageFolder: string = join(import.meta.dirname, '..')
