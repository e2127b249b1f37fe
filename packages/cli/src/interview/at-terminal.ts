/** A conversation at the terminal that the command was started in. */
import { turnWords } from '@brightline/wording'
import { exitCode } from '../terminal/output.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'

/** The end of a conversation. */
export type Ending = 'decided' | 'ended' | 'interrupted'

/** Ctrl-C, as shells report it. */
const interruptedCode = 130

/** Opens the terminal for a conversation, gives it back, and turns its ending into an exit code. */
export async function atTerminal(lang: string, talk: (terminal: Terminal) => Promise<Ending>): Promise<number> {
  const terminal = openTerminal()
  try {
    const ending = await talk(terminal)
    if (ending !== 'decided') {
      terminal.say()
      terminal.say(turnWords('end', lang))
    }
    return ending === 'interrupted' ? interruptedCode : exitCode.fine
  } finally {
    terminal.close()
  }
}
