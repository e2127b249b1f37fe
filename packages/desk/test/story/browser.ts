/**
 * A real browser for stories: the one that is named, that a package brings, or that the system has. Where there is none,
 * the stories are skipped by name; a run that must have one (`NEED_BROWSER`, as in `.ci/run`) fails.
 */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { testLaw } from '../test-law.ts'
import { packedBrowser } from './packed-browser.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the browser is; undefined where there is none. */
export const browserPath: string | undefined = [process.env['BROWSER_PATH'], await packedBrowser(), ...places].find(
  (path) => path !== undefined && existsSync(path),
)

if (browserPath === undefined && process.env['NEED_BROWSER'] !== undefined) {
  throw new Error('no browser: set BROWSER_PATH to a Chromium, or unset NEED_BROWSER to skip the stories')
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens it. The law is read meanwhile, so that no page waits for that longer than a browser does. */
export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('this system has no browser')
  const opening = chromium.launch({ executablePath: browserPath, args: quiet, timeout: 60_000 })
  const [browser] = await Promise.all([opening, testLaw.all()])
  return browser
}
