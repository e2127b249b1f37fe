/**
 * One fsck in a process of its own, so that its memory is its own: seconds, and the most megabytes it ever held.
 *
 *     node bench/ledger-fsck.ts FOLDER KEY
 */
import { realDisk } from '../packages/ledger/src/files/disk.ts'
import { folderSource } from '../packages/ledger/src/files/folder-source.ts'
import { fsck } from '../packages/ledger/src/fsck/fsck.ts'
import { parseVerifierKey } from '../packages/ledger/src/note/key.ts'
import { valueOf } from '../packages/ledger/src/problem/problem.ts'

const [folder = '', text = ''] = process.argv.slice(2)
const key = valueOf(parseVerifierKey(text))
const source = folderSource(realDisk(folder))
const begun = performance.now()
const checked = { source, list: source.list, origin: key.name, keys: [key], anyEntries: process.argv[4] === 'any' }
const { entries, findings } = valueOf(await fsck(checked))
const seconds = (performance.now() - begun) / 1_000
console.log(
  JSON.stringify({
    entries,
    findings: findings.length,
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1_000,
  }),
)
