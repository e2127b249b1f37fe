/** Finds what it is asked of the law, and says it. */
import { parentPort } from 'node:worker_threads'
import { stackOf } from '@brightline/engine'
import { compare } from '@brightline/engine/analysis'
import type { Library } from '@brightline/language'
import { toCasesDocument, type CasesDocument } from '@brightline/wording'
import { toCompareDocument, type CompareDocument } from '@brightline/wording/analysis'
import type { ComparisonAsked, Task } from './aside.ts'

/** A comparison takes so many nodes of one act at most: a page is waited for. What takes more is tried on random cases. */
const budget = 20_000

const port = parentPort
port?.on('message', (task: Task) => port.postMessage(found(task)))

function found({ asked, library }: Task): CasesDocument | CompareDocument {
  if (asked.kind === 'comparison') return compared(library, asked)
  return toCasesDocument(asked.situations, [{ ...asked, library }])
}

function compared(library: Library, { place, since, asOf, agency, situations }: ComparisonAsked): CompareDocument {
  const [left, right] = [since, asOf].map((day) => ({ stack: stackOf(library, place, day), working: null }))
  if (left === undefined || right === undefined) throw new Error('two days are compared')
  const comparison = compare(left.stack, right.stack, { agency, budget })
  return toCompareDocument({ left, right, comparison, agency, replayed: null, situations })
}
