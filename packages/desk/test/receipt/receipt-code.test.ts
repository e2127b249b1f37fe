/** The code on the PDF of a receipt, read off its picture as a telephone reads it: it leads to the proof of the decision. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { browserPath, openBrowser } from '../story/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const build = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../legacy/build')
// The page of the browser has no host: what it asks for is given here.
const host = 'http://paper.test'
const page = `<!doctype html><script type="module">
  import { getDocument, GlobalWorkerOptions } from './pdf.min.mjs'
  GlobalWorkerOptions.workerSrc = '${host}/pdf.worker.min.mjs'
  window.draw = async (scale) => {
    const sheet = await (await getDocument({ url: './paper.pdf' }).promise).getPage(1)
    const viewport = sheet.getViewport({ scale })
    const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height })
    const canvasContext = canvas.getContext('2d')
    await sheet.render({ canvas, canvasContext, viewport }).promise
    const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height)
    const grey = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4])
    return { width, height, grey: btoa(Array.from(grey, (one) => String.fromCharCode(one)).join('')) }
  }
</script>`

interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: string
}

describe.skipIf(browserPath === undefined)('the code on a receipt', () => {
  let desk: TestDesk
  let publisher: Publisher
  let browser: Browser
  beforeAll(async () => {
    desk = await startTestDesk()
    publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await publisher?.stop()
    await desk?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Decides a request and makes its receipt; gives the PDF as it is printed for the person. */
  async function printedReceipt(): Promise<Buffer> {
    const name = await desk.addUser('clerk')
    const clerk = await desk.signedIn(name)
    const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
    const reference = await openSampleCase(desk, await whoOf(desk, name, 'clerk'), { answers })
    const { page: answer } = await clerk.get(`/cases/${reference}/answer`)
    const [version, seen] = [/name="version" value="(\d+)"/, /name="seen" value="([0-9a-f]+)"/].map(
      (one) => one.exec(answer)?.[1] ?? '',
    )
    await clerk.post(`/cases/${reference}/decisions`, { version: version ?? '', seen: seen ?? '' })
    const path = `/cases/${reference}/notices/new/receipt`
    await clerk.get(path)
    const made = await clerk.follow(await clerk.post(path, { language: 'en' }))
    const print = /action="([^"]+\/print)"/.exec(made.page)?.[1] ?? ''
    const printed = await clerk.post(print, { format: 'pdf' })
    expect(printed.headers['content-type']).toBe('application/pdf')
    return printed.bytes
  }

  async function pictureOf(pdf: Buffer, scale: number): Promise<Picture> {
    const context = await browser.newContext()
    const tab = await context.newPage()
    await tab.route(`${host}/**`, async (route) => {
      const file = new URL(route.request().url()).pathname.slice(1)
      if (file === 'paper.pdf') return await route.fulfill({ contentType: 'application/pdf', body: pdf })
      if (file === '') return await route.fulfill({ contentType: 'text/html', body: page })
      return await route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(build, file)) })
    })
    await tab.goto(`${host}/`)
    const picture = await tab.evaluate<Picture>(`draw(${scale})`)
    await context.close()
    return picture
  }

  it('is read off the picture of the PDF, and leads whoever holds the paper to the proof', async () => {
    const { width, height, grey } = await pictureOf(await printedReceipt(), 2)
    const bytes = Buffer.from(grey, 'base64')
    const pixels = new Uint8ClampedArray(width * height * 4).map((_, at) =>
      at % 4 === 3 ? 255 : (bytes[at >> 2] ?? 255),
    )
    const read = jsqr.default(pixels, width, height)
    const address = new URL(read?.data ?? 'none:')
    expect(address.origin).toBe('http://localhost:8470')
    expect(address.pathname).toMatch(/^\/receipts\/[0-9a-f-]{36}$/)
    await publisher.publish()
    const { page: shown } = await new Visitor(desk.app).get(address.pathname)
    expect(shown).toContain('<h1>The decision is in the log.</h1>')
    expect(shown).toContain(`${address.pathname}/proof`)
  })
})
