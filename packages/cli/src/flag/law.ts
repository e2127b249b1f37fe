/** The flags that name the law. */
import { resolve } from 'node:path'
import { shippedLaw } from '@brightline/law-files'
import type { Command } from 'commander'
import { collect } from './help.ts'

interface LawFlags {
  readonly law: string
  readonly with: readonly string[]
}

/** The flags of the program that take a value. */
export const flagsWithValue: readonly string[] = ['--law', '--with']

/** Adds the flags to the program. */
export function addLaw(program: Command): void {
  program
    .option('--law <folder>', 'the law folder', shippedLaw())
    .option(
      '--with <folder>',
      'a folder whose files are added to the law, or replace files of the same path',
      collect,
      [],
    )
}

/** The law folders of the command line, later ones over earlier ones, as absolute paths. */
export function foldersOf(program: Command): readonly string[] {
  const { law, with: added } = program.opts<LawFlags>()
  return [law, ...added].map((folder) => resolve(folder))
}

/** The flags that name these folders again; none for the law that ships with the command. */
export function lawFlags([first, ...added]: readonly string[]): readonly string[] {
  const named = first === undefined || first === shippedLaw() ? [] : ['--law', first]
  return [...named, ...added.flatMap((folder) => ['--with', folder])]
}
