/**
 * Measures how long it takes to check an inclusion proof in a tree of a million entries, in a browser without a network and in Node.
 *
 *     node packages/ledger/verify/measure.ts [ENTRIES]
 */
import { fileURLToPath } from 'node:url'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { succeed, valueOf } from '../src/problem/problem.ts'
import { leafHash, nodeHash } from '../src/merkle/hash.ts'
import { proveInclusion, rootOf } from '../src/merkle/proof.ts'
import type { SubtreeReader } from '../src/merkle/proof.ts'
import { installedBrowser, openBrowser } from './browser.ts'
import { bundle } from './build.ts'
import type { InclusionTimes, PlainProof } from './inclusion.ts'
import { timeInclusion } from './inclusion.ts'

const rounds = 200

/** The times in a page of the browser at the path; without one, in this Node. */
export async function measureInclusion(proof: PlainProof, browser?: string): Promise<InclusionTimes> {
  if (browser === undefined) return timeInclusion(proof, rounds)
  const code = await bundle(fileURLToPath(new URL('inclusion.ts', import.meta.url)), 'inclusion')
  const page = await openBrowser(browser)
  try {
    const call = `${code}\nJSON.stringify(inclusion.timeInclusion(${JSON.stringify(proof)}, ${rounds}))`
    const times: InclusionTimes = JSON.parse(String(await page.open('about:blank', call)))
    return times
  } finally {
    await page.close()
  }
}

/** The proof of an entry in the middle of a tree of this size. */
export async function sampleProof(size: number): Promise<PlainProof> {
  const rows = [Array.from({ length: size }, (_, index) => leafHash(toUtf8(`entry ${index}`)))]
  for (let row = rows[0] ?? []; row.length > 1; row = rows.at(-1) ?? []) {
    rows.push(
      Array.from({ length: Math.floor(row.length / 2) }, (_, at) =>
        nodeHash(hashAt(row, 2 * at), hashAt(row, 2 * at + 1)),
      ),
    )
  }
  const read: SubtreeReader = async ({ level, index }) => succeed(hashAt(rows[level] ?? [], index))
  const index = Math.floor(size / 2)
  const path = valueOf(await proveInclusion(index, size, read))
  const root = valueOf(await rootOf(size, read))
  return { index, size, leaf: [...hashAt(rows[0] ?? [], index)], root: [...root], path: path.map((hash) => [...hash]) }
}

function hashAt(row: readonly Uint8Array[], index: number): Uint8Array {
  const hash = row[index]
  if (hash === undefined) throw new Error('the tree has no such hash')
  return hash
}

if (import.meta.main) {
  const proof = await sampleProof(Number(process.argv[2] ?? 1_000_000))
  const browser = installedBrowser()
  if (browser === undefined) console.log('no browser is on this machine')
  for (const [name, path] of [['browser', browser] as const, ['Node', undefined] as const]) {
    if (name === 'browser' && path === undefined) continue
    const { first, median, slowest } = await measureInclusion(proof, path)
    const figures = `median ${median.toFixed(3)} ms, slowest of ${rounds} rounds ${slowest.toFixed(3)} ms, the very first ${first.toFixed(2)} ms`
    console.log(`${proof.path.length} hashes up a tree of ${proof.size}, ${name}: ${figures}`)
  }
}
