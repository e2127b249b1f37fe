/** Files that are there whole, or not at all, wherever the process or the machine ends: secrets and keys hang on them. */
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a file for the eyes of its owner; one that is there stays as it is. Of several that make it the first counts. */
export async function makeWholeFile(file: string, text: string): Promise<void> {
  const unfinished = await writeBeside(file, text)
  try {
    await link(unfinished, file)
    await syncFolder(dirname(file))
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Puts a file in the place of the one that is there. */
export async function replaceWholeFile(file: string, text: string): Promise<void> {
  await rename(await writeBeside(file, text), file)
  await syncFolder(dirname(file))
}

/** Writes a file beside its place, which is on disk when this is done, and gives its path. */
async function writeBeside(file: string, text: string): Promise<string> {
  const unfinished = `${file}.${process.pid}`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return unfinished
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
