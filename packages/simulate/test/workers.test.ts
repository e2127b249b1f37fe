import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runToEnd } from '../../../scripts/child.ts'
import { inRoot, tableFile } from './law.ts'

const work = mkdtempSync(join(tmpdir(), 'brightline-workers-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

it('lets the process end where reading fails while workers wait', () => {
  // Workers have the flags of the process, so that the program cannot be one of them.
  const program = join(work, 'program.mjs')
  writeFileSync(
    program,
    `import { readCases } from ${JSON.stringify(inRoot('packages/simulate/src/index.ts'))}
    const plan = { delimiter: ',', columns: ['warrant'], fields: [] }
    const onProgress = () => { throw new Error('the disk is gone') }
    const read = readCases(${JSON.stringify(tableFile('warrant\nY\nN\n'))}, plan, { workers: 2, onProgress })
    console.log(await read.then(() => 'read', ({ message }) => message))`,
  )
  const ended = runToEnd(process.execPath, ['--conditions=brightline-source', program], { milliseconds: 10_000 })
  expect(ended).toEqual({ status: 0, stdout: 'the disk is gone\n', stderr: '' })
})
