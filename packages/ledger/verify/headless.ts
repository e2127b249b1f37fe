/**
 * Opens the page in a real browser without a network, with a receipt in its address, and answers what it shows.
 *
 *     node packages/ledger/verify/headless.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { commit } from '../src/entry/commitment.ts'
import { printEntry } from '../src/entry/entry.ts'
import { valueOf } from '../src/problem/problem.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { openLog } from '../src/log/log.ts'
import { printVerifierKey } from '../src/note/key.ts'
import type { SignatureKind } from '../src/note/key.ts'
import { newSigner } from '../src/signature/signature.ts'
import { makeReceipt } from '../src/receipt/make-receipt.ts'
import { printReceipt } from '../src/receipt/receipt.ts'
import type { OfflinePage } from './browser.ts'
import { installedBrowser, openBrowser } from './browser.ts'

/** Reads what the page shows for the part of an address after `#`. */
export async function shownBy(page: OfflinePage, fragment: string, file = 'index.html'): Promise<string> {
  const script = "document.querySelector('#result:not([hidden])')?.outerHTML"
  return String(await page.open(`${new URL(file, import.meta.url).href}#${fragment}`, script))
}

/** A receipt of a small log, cosigned after both kinds, and its policy, as the address part after `#`. */
export async function sampleFragment(): Promise<{ readonly good: string; readonly altered: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-page-'))
  try {
    const storage = valueOf(await openFileStorage(realDisk(folder)))
    const origin = 'log.springfield.example'
    const kinds: [string, SignatureKind][] = [
      [origin, 'ed25519'],
      ['library.example', 'ed25519-cosignature'],
      ['clinic.example', 'ml-dsa-44'],
    ]
    const made = await Promise.all(
      kinds.map(
        async ([name, kind], at) => await newSigner(name, kind, new Uint8Array(32).fill(at + 1), standardAlgorithms),
      ),
    )
    const signers = made.flatMap((each) => (each === undefined ? [] : [each.signer]))
    const now = (): number => 1_772_445_600
    const log = valueOf(await openLog({ storage, origin, signers, algorithms: standardAlgorithms, now }))
    const caseKey = new Uint8Array(32).fill(9)
    const record = { request: 'detainer', received: '2026-03-02T10:15', signedByJudge: false }
    for (let serial = 1; serial <= 300; serial++)
      valueOf(await log.append(valueOf(printEntry(entryOf(serial, valueOf(commit(caseKey, record)))))))
    valueOf(await log.publish())
    const receipt = valueOf(printReceipt(valueOf(await makeReceipt(storage, 122, { caseKey, record }))))
    await log.close()
    const [key = '', library = '', clinic = ''] = signers.map((signer) => printVerifierKey(signer.key))
    const policy = `log ${key}\nwitness library ${library}\nwitness clinic ${clinic}\ngroup both all library clinic\nquorum both\n`
    const fragmentOf = (text: string): string => `receipt=${toUrl(text)}&policy=${toUrl(policy)}`
    const text = new TextDecoder().decode(receipt)
    return { good: fragmentOf(text), altered: fragmentOf(text.replace('index 122', 'index 123')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function entryOf(serial: number, commitment: Uint8Array): Parameters<typeof printEntry>[0] {
  const common = { place: 'us/ca/springfield', day: '2026-03-02', serial, nonce: new Uint8Array(16).fill(serial) }
  const policy = new Uint8Array(32).fill(4)
  const rules = ['us/ca/values-act section 7284.6(a)(1)(B)']
  return { kind: 'decision', ...common, policy, rules, verdict: 'prohibited', commitment }
}

function toUrl(text: string): string {
  return Buffer.from(text).toString('base64url')
}

if (import.meta.main) {
  const page = await openBrowser(installedBrowser() ?? 'chromium')
  const { good, altered } = await sampleFragment()
  console.log(await shownBy(page, good))
  console.log(await shownBy(page, good, 'index.es.html'))
  console.log(await shownBy(page, altered))
  await page.close()
}
