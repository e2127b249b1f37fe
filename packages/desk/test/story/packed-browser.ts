/** The browser that the package `@sparticuz/chromium` brings, unpacked once: a fresh machine runs the stories too. */
import { createReadStream, createWriteStream, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

/** Gives where it is; undefined where the package has none for this machine. */
export async function packedBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packed = fileURLToPath(new URL('../bin/chromium.br', import.meta.resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(packed, '../../package.json'), 'utf8'))
  const folder = join(packed, '../../../../.cache/brightline-browser')
  const browser = join(folder, `chromium-${version}`)
  if (existsSync(browser)) return browser
  mkdirSync(folder, { recursive: true })
  // Each process of the tests unpacks for itself, and the first one stays, because it may run already.
  const own = `${browser}.${process.pid}`
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(own, { mode: 0o755 }))
  try {
    linkSync(own, browser)
  } catch (error) {
    if (!existsSync(browser)) throw error
  } finally {
    rmSync(own)
  }
  return browser
}
