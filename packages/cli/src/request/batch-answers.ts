/** The answers to the lines of a batch. Equal requests are decided once. */
import {
  keptDecisions,
  parseJsonText,
  readRequest,
  stackCache,
  tryAnswer,
  type RawRequest,
  type RequestPart,
} from '@brightline/engine'
import { parseRequest } from '@brightline/engine/request'
import type { Library, Problem, Result } from '@brightline/language'
import { jsonText, sentenceTexts } from '@brightline/wording'
import { lawFor, type OpenLaw } from '@brightline/law-files'

/** The line of a decision as it is written, or the JSON of the problems of a line. */
export type BatchAnswer =
  { readonly kind: 'decided'; readonly line: Buffer } | { readonly kind: 'refused'; readonly problems: string }

/** What every line of a batch is read with. */
export interface BatchSetting {
  /** What the flags say; it completes every line. */
  readonly beside: readonly RequestPart[]
  readonly law: OpenLaw
  /** The instant at which the batch is decided. */
  readonly now: string
}

/** Answers are kept up to so many bytes; then they are made again. */
const mostKept = 16 * 1024 * 1024

type Answering = (raw: RawRequest) => Result<unknown>

/** Makes what answers the text of a line, at once where an equal line was answered. */
export function batchAnswers(setting: BatchSetting): (line: string) => BatchAnswer | Promise<BatchAnswer> {
  const { beside, law, now } = setting
  const laws = new Map<string, Promise<Result<Answering>>>()
  const byLine = keptAnswers()
  const byRequest = keptAnswers()
  const decided = async (raw: RawRequest): Promise<BatchAnswer> => {
    const answering = laws.get(raw.place) ?? answeringAt(raw.place, law, now)
    laws.set(raw.place, answering)
    const known = await answering
    return answerOf(known.ok ? known.value(raw) : known)
  }
  const read = async (line: string): Promise<BatchAnswer> => {
    const json = parseJsonText(line)
    const raw = json.ok ? parseRequest(json.value, beside) : json
    if (!raw.ok) return answerOf(raw)
    const key = canonical(raw.value)
    const answer = byRequest.get(key) ?? (await decided(raw.value))
    byRequest.set(key, answer)
    byLine.set(line, answer)
    return answer
  }
  return (line) => byLine.get(line) ?? read(line)
}

/** Writes an answer, or problems with their sentences. */
export function answerOf(result: Result<unknown>): BatchAnswer {
  return result.ok
    ? { kind: 'decided', line: Buffer.from(`${jsonText(result.value)}\n`) }
    : { kind: 'refused', problems: problemsJson(result.problems) }
}

function problemsJson(problems: readonly Problem[]): string {
  return jsonText(problems.map((problem) => ({ ...problem, ...sentenceTexts(problem) })))
}

async function answeringAt(place: string, law: OpenLaw, now: string): Promise<Result<Answering>> {
  const library = await lawFor(law, place)
  return library.ok ? { ok: true, value: answeringUnder(library.value, now) } : library
}

function answeringUnder(library: Library, now: string): Answering {
  const stackAt = stackCache(library)
  const decideAct = keptDecisions()
  return (raw) => {
    const request = readRequest(library, raw, { now, stackAt })
    return request.ok ? tryAnswer(request.value, decideAct) : request
  }
}

/** Writes a request so that two that say the same are the same text. */
function canonical({ place, asOf, acts, facts, convictions, events }: RawRequest): string {
  const sorted = [...facts, ...events].map(({ keys, value }) => JSON.stringify([keys, value])).sort()
  return JSON.stringify([place, asOf, acts, convictions, sorted])
}

interface KeptAnswers {
  readonly get: (key: string) => BatchAnswer | undefined
  readonly set: (key: string, answer: BatchAnswer) => void
}

/** Keeps answers within a bound: where it is reached, all are forgotten. */
function keptAnswers(): KeptAnswers {
  const answers = new Map<string, BatchAnswer>()
  let length = 0
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => {
      if (answers.has(key)) return
      const size = key.length + (answer.kind === 'decided' ? answer.line : answer.problems).length
      length += size
      if (length > mostKept) {
        answers.clear()
        length = size
      }
      answers.set(key, answer)
    },
  }
}
