/**
 * How fast `brightline decide --batch` is, and how much memory it takes.
 *
 *     node bench/batch.ts [--lines 20000] [--json]
 *
 * Lines a second are of processor time, and depend on the machine. The ratio is against parsing the same lines as JSON and
 * writing the same answers, in the same run.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLaw } from '@brightline/law-files'
import type { Fact } from '@brightline/language'
import { batchAnswers, type BatchAnswer } from '../../packages/cli/src/request/batch-answers.ts'
import { randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'
import { atLeast, below, median, printTable, report, type Line } from '../measure.ts'

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
})
const root = join(import.meta.dirname, '../..')
const count = Number(values.lines)
const place = 'us/ca/san-francisco'
const library = await readLawFolder(join(root, 'law'))
const random = randomFrom(1)
const facts = library.vocabulary.facts.filter(
  ({ place: of, isProtected, derivation, name }) =>
    !isProtected && derivation === null && name !== 'request.form' && (of === undefined || place.startsWith(of)),
)

// Memory first: what the other measures keep would hide it.
const lines = [...(await memory()), ...(await speed())]
console.log(values.json ? JSON.stringify(lines, null, 2) : printTable(lines))
if (lines.some(({ holds }) => holds === false)) process.exitCode = 1

async function speed(): Promise<readonly Line[]> {
  const equal = Array.from({ length: count }, () => requestLine(6, '2026-11-01'))
  const same = equal[0] ?? ''
  const distinct = Array.from({ length: Math.ceil(count / 10) }, () => requestLine(12, randomDate()))
  const ofEqual = await rates(equal.map(() => same))
  const ofDistinct = await rates(distinct)
  return [
    atLeast('equal lines', ofEqual.perSecond, 'a second', 20_000),
    report('equal lines, against plain JSON', ofEqual.ratio, 'times its time'),
    atLeast('distinct lines with reasons', ofDistinct.perSecond, 'a second', 2_000),
    below('distinct lines, against plain JSON', ofDistinct.ratio, 'times its time', 20),
  ]
}

interface Rates {
  readonly perSecond: number
  /** How many times as long as parsing the lines and writing the answers. */
  readonly ratio: number
}

/** Medians of five runs, each beside the plain one. The law is read before. */
async function rates(requests: readonly string[]): Promise<Rates> {
  const runs: Rates[] = []
  for (let run = 0; run < 5; run++) {
    const answers = await batch()
    const answered: BatchAnswer[] = []
    const start = milliseconds()
    for (const line of requests) answered.push(await answers(line))
    const ours = milliseconds() - start
    const documents = answered.map((answer): unknown =>
      JSON.parse(answer.kind === 'decided' ? answer.line.toString() : answer.problems),
    )
    const begin = milliseconds()
    let written = 0
    for (const [index, line] of requests.entries()) {
      JSON.parse(line)
      written += JSON.stringify(documents[index]).length
    }
    const plain = milliseconds() - begin
    if (written === 0) throw new Error('nothing was answered')
    runs.push({ perSecond: (requests.length * 1000) / ours, ratio: ours / plain })
  }
  return {
    perSecond: median(runs.map(({ perSecond }) => perSecond)),
    ratio: median(runs.map(({ ratio }) => ratio)),
  }
}

/** Time of the processor: what else runs on the machine does not count. */
function milliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A batch whose law has been read. */
async function batch(): Promise<ReturnType<typeof batchAnswers>> {
  const law = openLaw([join(root, 'law')], null)
  if (!law.ok) throw new Error('the law cannot be opened')
  const answers = batchAnswers({ beside: [], law: law.value, now: '2026-11-01T12:00:00Z' })
  await answers(requestLine(6, '2026-11-01'))
  return answers
}

/** The largest memory of this process after many lines, against that after few of the same batch. */
async function memory(): Promise<readonly Line[]> {
  const answers = await batch()
  const peakAfter = async (length: number): Promise<number> => {
    for (let index = 0; index < length; index++) await answers(requestLine(12, randomDate()))
    return process.resourceUsage().maxRSS / 1024
  }
  const few = await peakAfter(2_000)
  const many = await peakAfter(20_000)
  return [
    report('memory after 2,000 distinct lines', few, 'MB'),
    below('memory after 22,000 against 2,000', many / few, 'times', 1.5),
  ]
}

/** A request of San Francisco with so many facts that are drawn, and a time of receipt. */
function requestLine(known: number, asOf: string): string {
  const chosen = Array.from({ length: known }, () => pick(facts))
  return JSON.stringify({
    place,
    asOf,
    agency: pick(['sheriff', 'police', 'jail']),
    form: pick(['i-247a', 'i-247d', 'i-247n']),
    facts: Object.fromEntries(chosen.map((fact) => [fact.name, valueOf(fact)])),
    events: { receipt: `${asOf}T${String(10 + Math.floor(random() * 10))}:${10 + Math.floor(random() * 50)}` },
  })
}

function valueOf({ type }: Fact): string | number | null {
  switch (type.kind) {
    case 'yes-no':
      return pick(['yes', 'no', null])
    case 'one-of':
      return pick(type.values).name
    case 'number':
      return type.min + Math.floor(random() * (type.max - type.min + 1))
    case 'date':
      return randomDate()
  }
}

function randomDate(): string {
  const pad = (number: number): string => String(number).padStart(2, '0')
  return `20${pad(18 + Math.floor(random() * 8))}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
