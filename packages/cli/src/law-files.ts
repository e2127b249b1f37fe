/** Law as a search path, for the commands that do not take a context yet. */
import { delimiter, resolve } from 'node:path'
import * as lawFiles from '@brightline/law-files'
import type { FileProblem, TextFile } from '@brightline/language'
import { cacheFolder } from './law-cache.ts'
import { Refusal } from './refusal.ts'

export { isError } from '@brightline/law-files'

/** The law that ships with the command. */
export const shippedLaw: string = lawFiles.shippedLaw()

/** Reads every file of the law, with some files in place of those of the law. */
export async function readAllLaw(law: string, working: readonly TextFile[] = []): Promise<lawFiles.LawReading> {
  return lawFiles.readAllLaw(opened(law), working)
}

/** Reads what binds a place, with some files in place of those of the law. */
export async function readLawFor(
  law: string,
  place: string,
  working: readonly TextFile[] = [],
): Promise<lawFiles.LawReading> {
  return lawFiles.readLawFor(opened(law), place, working)
}

/** The place ids of the law, without parsing it. */
export function placeIds(law: string): readonly string[] {
  return lawFiles.placeIds(opened(law))
}

/** Reads one text, or says why it is not one. */
export function readText(file: string, path: string): { readonly text: string } | { readonly problem: FileProblem } {
  const read = lawFiles.readText(file, path)
  if (read.ok) return { text: read.value }
  const [problem] = read.problems
  if (problem === undefined) throw new Error('a refusal without a problem')
  return { problem }
}

/** Tells which instruments can be judged. */
export function judged(problems: readonly FileProblem[]): (instrument: { readonly place: string }) => boolean {
  return lawFiles.judged({ problems })
}

function opened(law: string): lawFiles.OpenLaw {
  const folders = law.split(delimiter).map((folder) => resolve(folder))
  const result = lawFiles.openLaw(folders, cacheFolder())
  if (!result.ok) throw new Refusal(result.problems)
  return result.value
}
