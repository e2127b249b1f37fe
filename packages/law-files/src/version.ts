/** The version of the program that reads law. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from './package-folder.ts'

/** The versions of this package, and of the language and the engine that it was released with, on one line. */
export const programVersion: string = versionIn(readFileSync(join(packageFolder, 'package.json'), 'utf8'))

function versionIn(manifest: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own manifest
  const { version, dependencies } = JSON.parse(manifest) as {
    readonly version: string
    readonly dependencies: Readonly<Record<string, string>>
  }
  const of = (name: string): string => `${name} ${dependencies[`@brightline/${name}`] ?? ''}`
  return `law-files ${version}, ${of('language')}, ${of('engine')}`
}
