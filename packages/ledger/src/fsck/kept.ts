/** Checks what a log keeps beside its public files: its row of checkpoints, and entries a second time. */
import { sameBytes } from '../bytes/bytes.ts'
import type { LogKeys, SignedCheckpoint } from '../signature/open-checkpoint.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import { attempt } from '../problem/attempt.ts'
import { failIn, inFile, problem } from '../problem/problem.ts'
import type { Problem } from '../problem/problem.ts'
import { rootOf } from '../merkle/proof.ts'
import type { Algorithms } from '../signature/signature.ts'
import { checkpointPath, tilePath, tileWidth, widthAt } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import { readBundle, subtreeReader } from '../tiles/reader.ts'

/** One thing that is kept; `path` names it in findings. */
export type Kept =
  | { readonly kind: 'checkpoint'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'entries'; readonly path: string; readonly first: number; readonly entries: readonly Uint8Array[] }
  | { readonly kind: 'fault'; readonly fault: Problem }

/** The tree to compare with. */
export interface KeptTree extends LogKeys {
  readonly source: TileSource
  readonly size: number
  readonly algorithms: Algorithms
}

/** Finds what is wrong with one thing that is kept. */
export async function checkKept(tree: KeptTree, kept: Kept): Promise<readonly Problem[]> {
  switch (kept.kind) {
    case 'fault':
      return [kept.fault]
    case 'checkpoint':
      return await checkCheckpoint(tree, kept.path, kept.bytes)
    case 'entries':
      return await checkEntries(tree, kept)
  }
}

async function checkCheckpoint(tree: KeptTree, path: string, bytes: Uint8Array): Promise<readonly Problem[]> {
  const opened = await openCheckpoint(bytes, tree, tree.algorithms)
  if (!opened.ok) return failIn(opened, path).problems
  return await checkRoot(tree, path, opened.value)
}

/** Checks a newer checkpoint than the one shown: its writer stopped before it was shown, or the files shown went back. */
async function checkNewer(tree: KeptTree, path: string, newer: SignedCheckpoint): Promise<readonly Problem[]> {
  const root = await rootOf(newer.size, subtreeReader(tree.source, newer.size))
  const isHeld = root.ok && sameBytes(root.value, newer.root)
  if (!isHeld) return [problem('LOG-0204', { size: tree.size, seen: newer.size }, inFile(path))]
  return (await isShown(tree, newer)) ? [] : [problem('LOG-0208', { size: newer.size }, inFile(path))]
}

/** Tells whether a writer at work has shown it since the check began. */
async function isShown(tree: KeptTree, newer: SignedCheckpoint): Promise<boolean> {
  const bytes = await attempt(async () => await tree.source.read(checkpointPath))
  if (!bytes.ok || bytes.value === undefined) return false
  const shown = await openCheckpoint(bytes.value, tree, tree.algorithms)
  return shown.ok && shown.value.size >= newer.size
}

/** Checks an older root: a tree holds the root of every smaller size it ever had. */
async function checkRoot(tree: KeptTree, path: string, older: SignedCheckpoint): Promise<readonly Problem[]> {
  if (older.size > tree.size) return await checkNewer(tree, path, older)
  const root = await rootOf(older.size, subtreeReader(tree.source, tree.size))
  // What is wrong with the tree itself is found there.
  if (!root.ok || sameBytes(root.value, older.root)) return []
  return [problem('LOG-0205', { size: older.size }, inFile(path))]
}

async function checkEntries(
  { source, size }: KeptTree,
  { path, first, entries }: Extract<Kept, { kind: 'entries' }>,
): Promise<readonly Problem[]> {
  const findings: Problem[] = []
  const end = Math.min(size, first + entries.length)
  for (let at = first; at < end; at = (Math.floor(at / tileWidth) + 1) * tileWidth) {
    const index = Math.floor(at / tileWidth)
    const bundle = await readBundle(source, size, index)
    if (!bundle.ok) continue
    const bundlePath = tilePath({ level: 'entries', index, width: widthAt(size, 'entries', index) })
    for (let next = at; next < end && next < (index + 1) * tileWidth; next++) {
      if (sameBytes(entries[next - first] ?? new Uint8Array(0), bundle.value[next % tileWidth] ?? new Uint8Array(0)))
        continue
      findings.push(problem('LOG-0410', { entry: next, bundle: bundlePath }, inFile(path)))
    }
  }
  return findings
}
