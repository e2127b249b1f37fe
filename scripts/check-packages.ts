/** Packs every package and asks publint and attw whether others can use it: `node scripts/check-packages.ts`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { packAll, type Packed } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'brightline-packed-'))
try {
  const findings = (await Promise.all(packAll(folder).map(findingsOf))).flat()
  for (const finding of findings) console.error(finding)
  if (findings.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function findingsOf({ name, tarball, files }: Packed): Promise<readonly string[]> {
  const bytes = readFileSync(tarball)
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    strict: true,
  })
  const manifest: Record<string, unknown> = pkg ?? {}
  const said = messages.map(
    (message) => `${name}: ${formatMessage(message, manifest, { color: false }) ?? message.code}`,
  )
  // Law is files only.
  if (!files.some((file) => file.endsWith('.d.ts'))) return said
  const analysis = await checkPackage(createPackageFromTarballData(bytes))
  if (analysis.types === false) return [...said, `${name}: has no types`]
  return [
    ...said,
    ...analysis.problems.filter(isOurs).map((problem) => `${name}: ${JSON.stringify(problem, shortened)}`),
  ]
}

/** The packages are modules for Node 22 and newer: `require` of old and resolution without exports are not promised. */
function isOurs(problem: Problem): boolean {
  return !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind)
}

function shortened(key: string, value: unknown): unknown {
  return key === 'trace' ? undefined : value
}
