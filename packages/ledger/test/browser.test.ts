import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fromBase64 } from '../src/bytes/base64.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { codes } from '../src/problem/codes.ts'
import type { LedgerCode } from '../src/problem/codes.ts'
import { ed25519 } from '../src/signature/ed25519.ts'
import { printVerifierKey } from '../src/note/key.ts'
import { parsePolicy, parseReceipt, plain, verifyReceipt, standardAlgorithms } from '../src/verifier.ts'
import { buildVerifier, committedVerifier } from '../verify/build.ts'
import { installedBrowser, openBrowser } from '../verify/browser.ts'
import { sampleFragment, shownBy } from '../verify/headless.ts'
import { reasonOf, wordsOf } from '../verify/words.ts'
import { signerOf } from './sample.ts'

const browser = installedBrowser()
const auditor = printVerifierKey((await signerOf(9, 'auditor.example', 'ed25519-cosignature')).key)

describe('the verifier for browsers', () => {
  it('is the committed script, needs nothing of Node and nothing from a network', async () => {
    const script = await buildVerifier()
    // Not compared by `toBe`: a difference would print the whole script.
    expect(script === committedVerifier(), 'run node packages/ledger/verify/build.ts').toBe(true)
    expect(script).not.toMatch(/node:|require\(|import\(|fetch\(|XMLHttpRequest|https?:/)
  })

  it('verifies with the algorithms of a browser', async () => {
    const { good, altered } = await sampleFragment()
    for (const [fragment, isGood] of [
      [good, true],
      [altered, false],
    ] as const) {
      const given = new URLSearchParams(fragment)
      const bytes = (name: string) => {
        const text = (given.get(name) ?? '').replaceAll('-', '+').replaceAll('_', '/')
        return fromBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '=')) ?? new Uint8Array()
      }
      const [receipt, policy] = [parseReceipt(bytes('receipt')), parsePolicy(bytes('policy'))]
      const verified =
        receipt.ok && policy.ok ? await verifyReceipt(receipt.value, policy.value, standardAlgorithms) : receipt
      expect(verified).toMatchObject(
        isGood ? { value: { log: { witnessed: true } } } : { problems: [{ code: 'LOG-0301' }] },
      )
    }
  })

  it('calls no signature bad where the browser cannot check it', async () => {
    const [seed, message] = [new Uint8Array(32).fill(1), toUtf8('text')]
    const signature = await ed25519.sign(seed, message)
    const key = await ed25519.publicKey(seed)
    expect(await ed25519.verify(key, message, signature)).toBe(true)
    expect(await ed25519.verify(key.slice(1), message, signature)).toBe(false)
    // Pages that came over plain HTTP have no such thing, and old browsers know no Ed25519.
    vi.stubGlobal('crypto', {})
    onTestFinished(() => void vi.unstubAllGlobals())
    await expect(ed25519.verify(key, message, signature)).rejects.toThrow(TypeError)
  })

  it('shows no character that a reader cannot see', () => {
    expect(plain('a\u202eb\u200b\u009b\u0007\u2028c')).toBe('a\\u{202e}b\\u{200b}\\u{9b}\\u{7}\\u{2028}c')
    expect(plain('ñandú — 日本')).toBe('ñandú — 日本')
  })

  it('gives the reason that its holder can do something about', () => {
    const reasons = {
      'LOG-0207': 'stranger',
      'LOG-0513': 'policy',
      'LOG-0715': 'record',
      'LOG-0705': 'unreadable',
    } as const
    for (const [code, reason] of Object.entries(reasons)) expect(reasonOf(code as LedgerCode)).toBe(reason)
  })

  it('has a reason in every language for every code', () => {
    for (const language of ['en', 'es']) {
      const { reasons, ...words } = wordsOf(language)
      expect(Object.keys(codes).filter((code) => reasons[reasonOf(code as LedgerCode)] === undefined)).toEqual([])
      expect(Object.values({ ...words, ...reasons }).every((text) => text.length > 0)).toBe(true)
    }
    const [english, spanish] = [wordsOf('en'), wordsOf('es')]
    expect(Object.entries(english).filter(([name, text]) => Object(spanish)[name] === text)).toEqual([])
  })

  it.skipIf(browser === undefined)('shows a receipt in a browser without a network (needs Chromium)', async () => {
    const { good, altered } = await sampleFragment()
    const page = await openBrowser(browser ?? '')
    onTestFinished(page.close)
    const shown = await shownBy(page, good)
    expect(shown).toContain('The receipt is valid')
    expect(shown).toContain('log.springfield.example')
    expect(shown).toContain('library.example, clinic.example')
    // Whoever made the address chose the keys too.
    expect(shown).toContain('The policy came with the address of this page.')
    const spanish = await shownBy(page, good, 'index.es.html')
    expect(spanish).toContain('El recibo es válido')
    expect(spanish).toContain('prohibido (prohibited)')
    const [receipt = '', policy = ''] = good.split('&policy=')
    const strict = Buffer.from(policy, 'base64url')
      .toString()
      .replace('group both all library clinic', `witness auditor ${auditor}\ngroup both all library clinic auditor`)
    const unwitnessed = await shownBy(page, `${receipt}&policy=${Buffer.from(strict).toString('base64url')}`)
    expect(unwitnessed).toContain('The log signed this, but too few witnesses did')
    expect(unwitnessed).not.toContain('valid')
    // A field makes one line end of two, so the policy in it differs from the one of the address.
    const lines = Buffer.from(policy, 'base64url').toString().replaceAll('\n', '\r\n')
    const disguised = await shownBy(page, `${receipt}&policy=${Buffer.from(lines).toString('base64url')}`)
    expect(disguised).toContain('The receipt is valid')
    expect(disguised).toContain('The policy came with the address of this page.')
    const stranger = Buffer.from(policy, 'base64url').toString().replace('log log.springfield', 'log log.winterfield')
    expect(await shownBy(page, `${receipt}&policy=${Buffer.from(stranger).toString('base64url')}`)).toContain(
      'The policy cannot be read',
    )
    expect(await shownBy(page, altered)).toContain('LOG-0301')
    expect(await shownBy(page, altered, 'index.es.html')).toContain('El asiento no está en este lugar del registro.')
  })

  it.skipIf(browser === undefined)('is worked by keyboard, and forgets its answer (needs Chromium)', async () => {
    const [receipt = '', policy = ''] = (await sampleFragment()).good.split('&')
    const page = await openBrowser(browser ?? '')
    onTestFinished(page.close)
    const url = new URL('../verify/index.html', import.meta.url).href
    expect(await page.open(`${url}#${receipt}`, 'document.querySelector("#receipt")?.value')).toContain('receipt/v1')
    const text = Buffer.from(policy.slice('policy='.length), 'base64url').toString()
    // What is copied and pasted often loses its last newline.
    await page.ask(`(document.querySelector('#policy').value = ${JSON.stringify(text.trimEnd())})`)
    await page.ask("(document.querySelector('#receipt').value = document.querySelector('#receipt').value.trimEnd())")
    const stops: unknown[] = []
    for (let stop = 0; stop < 6; stop++) {
      await page.press('Tab')
      stops.push(await page.ask('document.activeElement.id || document.activeElement.localName'))
    }
    expect(stops).toEqual(['a', 'receipt', 'receipt-file', 'policy', 'policy-file', 'button'])
    await page.press('Enter')
    const valid = await page.ask('document.querySelector("#result:not([hidden])")?.innerText')
    expect(valid).toContain('The receipt is valid')
    expect(valid).not.toContain('came with the address')
    expect(await page.ask('document.activeElement.id')).toBe('result')
    // Another receipt in the field: what was said of the first must not stand beside it.
    await page.ask('document.querySelector("#receipt").dispatchEvent(new InputEvent("input", { bubbles: true }))')
    expect(await page.ask('document.querySelector("#result").hidden')).toBe(true)
  })
})
