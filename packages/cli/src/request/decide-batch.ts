/** `brightline decide --batch`: JSON Lines in, JSON Lines out, in the same order. A line's fault is that line's alone. */
import { contractVersion, type RequestCode, type RequestPart } from '@brightline/engine'
import type { Context } from '../context.ts'
import { openGivenFile } from '../file/open-given.ts'
import { lineWriter } from '../terminal/line-writer.ts'
import { linesOf, type Line } from '../terminal/lines-of.ts'
import { exitCode } from '../terminal/output.ts'
import { answerOf, batchAnswers, type BatchAnswer } from './batch-answers.ts'

/** Longer lines are refused. */
const longest = { megabytes: 1, bytes: 1024 * 1024 } as const

/** Decides every line of a file, `-` for standard input. `beside` completes every line. */
export async function decideBatch(file: string, beside: readonly RequestPart[], context: Context): Promise<number> {
  const answers = batchAnswers({ beside, law: context.openLaw(), now: context.now().toString() })
  const out = lineWriter()
  let count = 0
  let bad = 0
  for await (const line of linesOf(context.need(openGivenFile(file)), longest.bytes)) {
    count = line.number
    if (line.kind === 'text' && line.text.trim() === '') continue
    const given = line.kind === 'text' ? answers(line.text) : noText(line.kind)
    const answer = given instanceof Promise ? await given : given
    if (answer.kind === 'refused') bad += 1
    const written = out.write(answer.kind === 'decided' ? answer.line : refusedLine(line.number, answer.problems))
    if (written !== null) await written
  }
  await out.end()
  if (bad > 0) context.tell(`${bad} of ${count} lines were refused`)
  return bad > 0 ? exitCode.findings : exitCode.fine
}

function noText(kind: Exclude<Line['kind'], 'text'>): BatchAnswer {
  const [code, values]: readonly [RequestCode, Readonly<Record<string, number>>] =
    kind === 'too-long' ? ['REQ-0015', { megabytes: longest.megabytes }] : ['REQ-0009', {}]
  return answerOf({ ok: false, problems: [{ code, severity: 'error', where: { kind: 'whole' }, values }] })
}

function refusedLine(line: number, problems: string): Buffer {
  return Buffer.from(`{"version":${contractVersion},"error":{"line":${line},"problems":${problems}}}\n`)
}
