/** What every command gets from the program: the law, the clock, and the ways out. */
import { openLaw, shippedLaw, type OpenLaw } from '@brightline/law-files'
import type { Result } from '@brightline/language'
import type { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { writeGivenFile } from './file/write-given.ts'
import { foldersOf } from './flag/law.ts'
import { cacheFolder } from './law-cache.ts'
import { Refusal } from './refusal.ts'
import { exitCode, paint, print, printJson, printText, tell } from './terminal/output.ts'

/** What a command works with. Nothing else of the program reaches it. */
export interface Context {
  /** The law folders of the command line, later ones over earlier ones. */
  readonly folders: () => readonly string[]
  /** The law of those folders, or of others. Each is listed once. */
  readonly openLaw: (folders?: readonly string[]) => OpenLaw
  readonly shippedLaw: () => string
  readonly now: () => Temporal.Instant
  /** The value of a result; its problems end the command with what they say. */
  readonly need: <Value>(result: Result<Value>) => Value
  /** Problems are told in this language from now on. */
  readonly speak: (lang: string) => void
  readonly lang: () => string
  readonly print: typeof print
  readonly printText: typeof printText
  readonly printJson: typeof printJson
  readonly tell: typeof tell
  readonly paint: typeof paint
  /** Writes a file, whole or not at all, and never over the law or another file that was read. */
  readonly write: (file: string, content: string | Uint8Array, inputs: readonly string[]) => void
  /** Takes the exit code. */
  readonly finish: (code: number) => void
  readonly code: () => number
}

/** What a program stands in, where it is not the machine. */
export interface Surroundings {
  readonly now?: () => Temporal.Instant
}

/** Makes the context of one run. */
export function contextOf(program: Command, { now = Temporal.Now.instant }: Surroundings): Context {
  const opened = new Map<string, OpenLaw>()
  let code: number = exitCode.fine
  let lang = 'en'
  const need = <Value>(result: Result<Value>): Value => {
    if (result.ok) return result.value
    throw new Refusal(result.problems)
  }
  const context: Context = {
    folders: () => foldersOf(program),
    openLaw: (folders = foldersOf(program)) => {
      const key = JSON.stringify(folders)
      const law = opened.get(key) ?? need(openLaw(folders, cacheFolder()))
      opened.set(key, law)
      return law
    },
    shippedLaw,
    now,
    need,
    speak: (spoken) => {
      lang = spoken
    },
    lang: () => lang,
    finish: (finished) => {
      code = finished
    },
    code: () => code,
    write: (file, content, inputs) => {
      const law = [...opened.values()].flatMap(({ fileByPath }) => [...fileByPath.values()])
      need(writeGivenFile(file, content, [...inputs, ...law]))
    },
    ...{ print, printText, printJson, tell, paint },
  }
  return context
}
