/** Flags that are said once: of two values, the parser of the command line would keep the last one without a word. */
import type { Command } from 'commander'
import { wrongUse } from '../terminal/usage.ts'

/** Refuses, on a command and those in it, a flag that is given twice with two values. Flags that collect are left alone. */
export function refuseRepeats(command: Command): void {
  for (const option of command.options) {
    if (option.isBoolean() || option.variadic || option.parseArg !== undefined) continue
    let said: string | null = null
    option.argParser((value: string) => {
      if (said !== null && said !== value) {
        throw wrongUse('USE-0101', { flag: option.long ?? option.flags })
      }
      said = value
      return value
    })
  }
  for (const one of command.commands) refuseRepeats(one)
}
