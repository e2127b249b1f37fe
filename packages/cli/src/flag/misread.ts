/** What the parser of the command line could not read, as a problem of ours. */
import type { CommanderError } from 'commander'
import type { Refusal } from '../refusal.ts'
import { wrongUse } from '../terminal/usage.ts'

/** Turns an error of the parser into wrong use. Its sentences are English and quote one name. */
export function misread({ code, message }: CommanderError): Refusal {
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? []
  const [, meant] = /\(Did you mean (?:one of )?([^\s,?]+)/.exec(message) ?? []
  // An option is quoted with the name of its value.
  const flag = /--?[\w-]+(?=[^-\w]*(?:[<[]|$))/.exec(quoted)?.[0] ?? quoted
  switch (code) {
    case 'commander.unknownOption':
      return wrongUse('USE-0301', { flag: quoted, meant })
    case 'commander.unknownCommand':
      return wrongUse('USE-0302', { word: quoted, meant })
    case 'commander.optionMissingArgument':
      return wrongUse('USE-0303', { flag })
    case 'commander.missingArgument':
      return wrongUse('USE-0304', { word: quoted })
    case 'commander.excessArguments':
      return wrongUse('USE-0305')
    case 'commander.missingMandatoryOptionValue':
      return wrongUse('USE-0306', { flag })
    default:
      return wrongUse('USE-0307', { reason: message.replace(/^error: /, '') })
  }
}
