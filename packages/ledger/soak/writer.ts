/** Appends and publishes until it is killed, and says what was acknowledged. */
import { writeSync } from 'node:fs'
import { toHex, toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/errors.ts'
import { openSoakLog } from './soak-log.ts'

const [folder = '', name = ''] = process.argv.slice(2)
const opened = await openSoakLog(folder)
// Another writer may take over while this one opens; it then stops, as it is told to.
if (!opened.ok && opened.error.code === 'LOG-0802') process.exit(0)
const { log } = valueOf(opened)
say('ready')
let isOver = false
await Promise.all([appendForEver(), appendForEver(), appendForEver(), publishForEver()])

async function appendForEver(): Promise<void> {
  while (!isOver) {
    const text = `${name}-${process.pid}-${Math.random()}`
    const index = await log.append(toUtf8(text))
    if (index.ok) say(`entry ${index.value} ${text}`)
    else isOver = true
  }
}

async function publishForEver(): Promise<void> {
  while (!isOver) {
    const published = await log.publish()
    if (published.ok) say(`root ${published.value.checkpoint.size} ${toHex(published.value.checkpoint.root)}`)
    else isOver = true
  }
}

/** Written at once, so that it is in the pipe before the next thing is done. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
