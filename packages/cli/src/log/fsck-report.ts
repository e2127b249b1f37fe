/** What `brightline log fsck` found, for people and for programs. */
import { sentenceOf, type Policy, type Problem, type SetBack, type ShownCheckpoint } from '@brightline/ledger'
import { print, printJson, tell } from '../terminal/output.ts'
import type { LogAddress } from './log-address.ts'
import { logVoice } from './phrases.ts'
import { problemLine, toldProblem } from './problem-lines.ts'

/** Says whom a check trusted, how long it took, and in which language it is told. */
export interface Run {
  readonly policy: Policy
  readonly milliseconds: number
  readonly lang: string
}

/** Holds what a check found. */
export interface Checked {
  readonly shown: ShownCheckpoint | undefined
  readonly entries: number
  readonly hashes: number
  readonly faults: readonly Problem[]
  /** Where the days of a desk went back, because its clock had run ahead. */
  readonly setBacks: readonly SetBack[]
  /** Faults beyond those that are named. */
  readonly omitted: number
}

/** Writes what a check found as JSON. */
export function reportJson(
  { shown, entries, hashes, faults, setBacks, omitted }: Checked,
  { policy, milliseconds, lang }: Run,
): void {
  const { origin = null, size = null } = shown?.checkpoint ?? {}
  const witnessed = policy.quorum.kind === 'none' ? null : (shown?.witnessed ?? false)
  const told = faults.map((fault) => toldProblem(fault, lang))
  printJson({ version: 1, origin, size, entries, hashes, witnessed, milliseconds, faults: told, setBacks, omitted })
}

/** Tells people what a check found. */
export function report({ name }: LogAddress, checked: Checked, { policy, milliseconds, lang }: Run): void {
  const say = logVoice(lang)
  const { shown, entries, hashes, faults, setBacks, omitted } = checked
  for (const [at, fault] of faults.entries()) {
    // What to do is said once for each kind of fault.
    const isFirst = faults.findIndex(({ code }) => code === fault.code) === at
    print(isFirst ? problemLine(fault, lang) : `${fault.code}: ${sentenceOf(fault, lang).says}`)
  }
  for (const { place, serial, from, day } of setBacks) print(say('set-back', { place, serial, from, day }))
  if (omitted > 0) print(say('unnamed-faults', { faults: omitted }))
  const all = faults.length + omitted
  const found = all === 0 ? say('no-faults') : say('faults', { faults: all })
  const what =
    shown === undefined
      ? `\`${name}\``
      : say('checked-log', { origin: shown.checkpoint.origin, size: shown.checkpoint.size, entries, hashes })
  const isAsked = policy.quorum.kind !== 'none'
  const seen = isAsked ? [say(shown?.witnessed === true ? 'witnessed' : 'unwitnessed')] : []
  tell(`${what}: ${[found, ...seen].join(', ')} (${milliseconds} ms)`)
}
