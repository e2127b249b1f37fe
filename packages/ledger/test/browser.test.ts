import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../src/bytes/base64.ts'
import { parsePolicy, parseReceipt, verifyReceipt, webAlgorithms } from '../src/verifier.ts'
import { buildVerifier, committedVerifier } from '../verify/build.ts'
import { installedBrowser, openBrowser } from '../verify/browser.ts'
import { sampleFragment, shownBy } from '../verify/headless.ts'

const browser = installedBrowser()

describe('the verifier for browsers', () => {
  it('is the committed script, needs nothing of Node and nothing from a network', async () => {
    const script = await buildVerifier()
    expect(script).toBe(committedVerifier())
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
        receipt.ok && policy.ok ? await verifyReceipt(receipt.value, policy.value, webAlgorithms) : receipt
      expect(verified).toMatchObject(isGood ? { value: { log: { witnessed: true } } } : { error: { code: 'LOG-0301' } })
    }
  })

  it.skipIf(browser === undefined)('shows a receipt in a browser without a network (needs Chromium)', async () => {
    const { good, altered } = await sampleFragment()
    const page = await openBrowser(browser ?? '')
    const shown = await shownBy(page, good)
    expect(shown).toContain('The receipt is valid')
    expect(shown).toContain('library.example, clinic.example')
    expect(await shownBy(page, good, 'index.es.html')).toContain('El recibo es válido')
    expect(await shownBy(page, altered)).toContain('LOG-0301')
    await page.close()
  })
})
