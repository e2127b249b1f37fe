/** The mappings that ship with the package. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../importers/', import.meta.url))

/** Lists their names. */
export function readyMappings(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
}

/** Finds the file of a ready mapping, or null where none has the name. */
export function readyMapping(name: string): string | null {
  return readyMappings().includes(name) ? `${folder}${name}.json` : null
}
