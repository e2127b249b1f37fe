/** The versions of what answers: the program, the policy language, and the law that ships with them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageVersion } from '@brightline/language'
import { lawPaths, openLaw, shippedLaw } from '@brightline/law-files'

/**
 * Says the versions, one a line.
 *
 * @example
 * versions().split('\n')[1] // => 'policy language 2'
 */
export function versions(): string {
  const law = shippedLaw()
  return [
    `brightline ${versionIn(new URL('../package.json', import.meta.url))}`,
    `policy language ${languageVersion}`,
    `law ${versionIn(join(law, 'package.json'))}, sources read up to ${lastReading(law)}`,
  ].join('\n')
}

function versionIn(manifest: string | URL): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own manifest
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version
}

/** The latest day on which somebody read a source of the law. */
function lastReading(folder: string): string {
  const opened = openLaw([folder], null)
  if (!opened.ok) return 'an unknown day'
  const { fileByPath } = opened.value
  const days = lawPaths(opened.value).flatMap((path) => {
    const text = readFileSync(fileByPath.get(path) ?? path, 'utf8')
    return [...text.matchAll(/" read (\d{4}-\d{2}-\d{2})$/gm)].map(([, day = '']) => day)
  })
  return days.toSorted().at(-1) ?? 'an unknown day'
}
