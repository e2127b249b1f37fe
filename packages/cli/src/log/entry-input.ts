/** Standard input of the commands that append. */
import { readEntryLine, type Entry, type RandomBytes } from '@brightline/ledger'
import { tell } from '../terminal/output.ts'
import { logVoice } from './phrases.ts'
import { problemLine } from './problem-lines.ts'
import { wrongUse } from '../terminal/usage.ts'

/** Longer input is no day of a desk. */
const longestInput = 100_000_000

/** Reads all input as text. */
export async function readInput(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let length = 0
  for await (const part of input) {
    length += part.length
    if (length > longestInput) throw wrongUse('USE-0206', { most: 100 })
    parts.push(typeof part === 'string' ? part : decodeOrRefuse(() => decoder.decode(part, { stream: true })))
  }
  return parts.join('') + decodeOrRefuse(() => decoder.decode())
}

function decodeOrRefuse(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw wrongUse('USE-0207')
  }
}

/** Reads every line, or answers undefined once the faults are told. Lines are never repeated: they may be personal. */
export function readLines(text: string, random: RandomBytes, lang: string): readonly Entry[] | undefined {
  const say = logVoice(lang)
  const entries: Entry[] = []
  let faults = 0
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = readEntryLine(line, random)
    if (read.ok) entries.push(read.value)
    else if (faults++ < 10) {
      const problem = problemLine(read.problems[0], lang)
      tell(`brightline: ${say('wrong-line', { line: at + 1, problem })}`)
    }
  }
  if (faults > 10) tell(say('wrong-lines', { lines: faults - 10 }))
  if (faults > 0) tell(say('nothing-appended'))
  return faults > 0 ? undefined : entries
}
