/** Appends and publishes until it is killed, and says what was acknowledged. */
import { writeSync } from 'node:fs'
import { bytesToHex } from '@noble/hashes/utils.js'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { LedgerFailure } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { isDatabase, openSoakLog } from './soak-log.ts'

const [place = '', name = ''] = process.argv.slice(2)
/** Another writer may take over, also while this one opens; it then stops, as it is told to. */
const expected = ['LOG-0802', 'LOG-0803']
// A database is killed under its writers now and then.
if (isDatabase(place)) expected.push('LOG-0801')
const { log } = orStop(await openSoakLog(place))
say('ready')
await Promise.all([appendForEver(), appendForEver(), appendForEver(), publishForEver()])

async function appendForEver(): Promise<void> {
  for (;;) {
    const text = `${name}-${process.pid}-${Math.random()}`
    say(`entry ${orStop(await log.append(toUtf8(text)))} ${text}`)
  }
}

async function publishForEver(): Promise<void> {
  for (;;) {
    const { checkpoint } = orStop(await log.publish())
    say(`root ${checkpoint.size} ${bytesToHex(checkpoint.root)}`)
  }
}

/** The value; any other reason than those expected ends the process with an error. */
function orStop<T>(result: Result<T>): T {
  if (result.ok) return result.value
  if (expected.includes(result.problems[0].code)) process.exit(0)
  throw new LedgerFailure(result)
}

/** Written at once, so that it is in the pipe before the next thing is done. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
