/** Reads CSV into cases, packed or not, on one thread or several. */
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Plan } from '../mapping/plan.ts'
import { partsOf } from '../table/csv/chunks.ts'
import type { OpenInput } from '../table/input.ts'
import { isSystemError, type SystemError } from '../table/system-error.ts'
import { asUtf8 } from '../table/utf8.ts'
import { CsvReading } from './csv-reading.ts'
import type { ReadOptions, TableRead } from './table-read.ts'

/** Smaller files are not worth a worker: starting it and handing chunks over costs more than it saves (bench/engines/bulk.ts). */
const smallFile = 256 * 1024 * 1024

/** The size of an unpacked piece: where a gzip breaks, what was unpacked since the last piece is lost. */
const unpackedAtOnce = 1 << 16

/** Reads chunk by chunk. */
export async function readCsv(
  input: OpenInput,
  isPacked: boolean,
  plan: Plan,
  options: ReadOptions,
): Promise<TableRead> {
  const { size } = input
  const file = input.bytes()
  const workers = options.workers ?? (size === null || size < (isPacked ? smallFile / 8 : smallFile) ? 0 : 2)
  const state = new CsvReading(plan, workers)
  try {
    for await (const part of partsOf(asUtf8(isPacked ? unpacked(file) : file, state.written), plan)) {
      if (!(await state.take(part))) break
      if (size !== null) options.onProgress?.(size === 0 ? 1 : input.bytesRead() / size)
    }
    return await state.finish()
  } catch (error) {
    if (!isPacked || !isZlibError(error)) throw error
    state.cutShort(error.message)
    return await state.finish()
  } finally {
    file.destroy()
    await state.close()
  }
}

/** Unpacks a file. An error of the packed one reaches whoever reads. */
function unpacked(file: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: unpackedAtOnce })
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

function isZlibError(error: unknown): error is SystemError {
  return isSystemError(error) && error.code.startsWith('Z_')
}
