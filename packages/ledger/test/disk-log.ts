/** Logs on simulated disks, and what fsck says of them. */
import { valueOf } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { folderSource } from '../src/files/folder-source.ts'
import { keptFiles } from '../src/files/kept-files.ts'
import type { FsckReport } from '../src/fsck/fsck.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { entriesOf, logKeys, sampleLog } from './sample.ts'
import { randomFrom, SimulatedDisk } from './simulated-disk.ts'

/** A log that was published at these sizes, on a disk that can fail. */
export async function diskOf(...sizes: readonly number[]): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk(randomFrom(1))
  const log = await sampleLog(valueOf(await openFileStorage(disk.open())))
  let size = 0
  for (const next of sizes) {
    await Promise.all(entriesOf(next - size, size).map(async (entry) => valueOf(await log.append(entry))))
    valueOf(await log.publish())
    size = next
  }
  await log.close()
  return disk
}

/** What fsck says of a log or a copy on a disk. */
export async function check(disk: SimulatedDisk): Promise<Result<FsckReport>> {
  return await fsck({
    ...folderSource(disk.open()),
    source: folderSource(disk.open()),
    kept: () => keptFiles(disk.open()),
    ...logKeys,
    anyEntries: true,
  })
}
