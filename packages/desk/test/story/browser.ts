/** A real browser for stories: the one that the system has. Where it has none, the stories are skipped by name. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the browser is; undefined where there is none. */
export const browserPath: string | undefined = [process.env['BROWSER_PATH'], ...places].find(
  (path) => path !== undefined && existsSync(path),
)

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('this system has no browser')
  return await chromium.launch({ executablePath: browserPath, args: quiet, timeout: 20_000 })
}
