/** Signing in with a passkey, in a real browser with an authenticator that the browser plays, in both languages. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { browserPath, openBrowser } from './browser.ts'

describe.skipIf(browserPath === undefined)('a passkey', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  let name = ''
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startTestDesk(), openBrowser()])
    name = await desk.addUser('clerk')
    const listening = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${new URL(listening).port}`
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function aReader(locale: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const context = await browser.newContext({ locale })
    context.setDefaultTimeout(10_000)
    return { context, page: await context.newPage() }
  }

  const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? ''

  async function plug(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    // Sets the counter of the key back, as a copy of it would have it.
    return async () => {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
      for (const credential of credentials) {
        await devtools.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential.credentialId })
        await devtools.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } })
      }
    }
  }

  for (const [locale, words] of [
    [
      'en-US',
      {
        password: 'Password',
        passkeyName: 'Name of the new passkey',
        add: 'Add a passkey',
        added: 'The passkey was added.',
        out: 'Sign out',
        use: 'Sign in with a passkey',
        home: 'Nothing is due.',
        wrong: 'This passkey does not open this desk',
        remove: 'Remove',
      },
    ],
    [
      'es-MX',
      {
        password: 'Contraseña',
        passkeyName: 'Nombre de la llave nueva',
        add: 'Agregar una llave de acceso',
        added: 'Se agregó la llave de acceso.',
        out: 'Cerrar sesión',
        use: 'Iniciar sesión con una llave de acceso',
        home: 'No vence nada.',
        wrong: 'Esta llave no abre este escritorio',
        remove: 'Quitar',
      },
    ],
  ] as const) {
    it(`is made, used, refused when it was copied, and removed (${locale})`, async () => {
      const { context, page } = await aReader(locale)
      const copy = await plug(context, page)
      await desk.superuser.query('delete from desk.rate_limits')
      await page.goto(`${address}/sign-in`)
      await page.locator('#name').fill(name)
      await page.locator('#password').fill(goodPassword)
      await page.keyboard.press('Enter')
      await page.waitForURL(`${address}/`)
      await page.goto(`${address}/account`)
      await page.getByLabel(words.passkeyName).fill(`Key of ${locale}`)
      await page.getByRole('button', { name: words.add }).click()
      await page.waitForURL(/\/account\?done=passkey-added$/)
      expect(await page.getByRole('status').textContent()).toBe(words.added)
      await page.getByRole('button', { name: words.out, exact: true }).click()
      await page.waitForURL(`${address}/sign-in`)
      await page.getByRole('button', { name: words.use }).click()
      await page.waitForURL(`${address}/`)
      expect(await heading(page)).toBe(words.home)
      const { rows } = await desk.superuser.query(
        `select way from desk.sessions where revoked_at is null order by started_at desc limit 1`,
      )
      expect(rows).toEqual([{ way: 'passkey' }])
      await page.getByRole('button', { name: words.out, exact: true }).click()
      await page.waitForURL(`${address}/sign-in`)
      await copy()
      await page.getByRole('button', { name: words.use }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').textContent()).toContain(words.wrong)
      await page.locator('#name').fill(name)
      await page.locator('#password').fill(goodPassword)
      await page.keyboard.press('Enter')
      await page.waitForURL(`${address}/`)
      await page.goto(`${address}/account`)
      await page.getByRole('button', { name: words.remove, exact: true }).click()
      await page.waitForURL(/passkey-removed$/)
      const left = await desk.superuser.query('select from desk.passkeys')
      expect(left.rowCount).toBe(0)
      await context.close()
    })
  }

  it('is asked for by a challenge that is good once, for one browser, for some minutes', async () => {
    const { context, page } = await aReader('en-US')
    // The browser has no authenticator, so that the page waits.
    await page.route('**/static/*.js', async (route) => await route.abort())
    await page.goto(`${address}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    const challenge = await page.locator('input[name=challenge]').inputValue()
    const take = async (): Promise<number | null> =>
      (
        await desk.application.query(
          `select from desk.take_challenge(sha256(convert_to($1, 'UTF8')), 'passkey', (select browser_hash from desk.sign_in_challenges limit 0))`,
          [challenge],
        )
      ).rowCount
    await expect(take()).rejects.toThrow('permission denied')
    const kept = `select expires_at - now() < interval '5 minutes' as soon from desk.sign_in_challenges
      where id_hash = sha256(convert_to($1, 'UTF8'))`
    expect((await desk.superuser.query(kept, [challenge])).rows).toEqual([{ soon: true }])
    // An answer that is none uses it up.
    await page.evaluate(() => {
      const form = document.querySelector('form[data-passkey]')
      if (form instanceof HTMLFormElement) form.submit()
    })
    await page.getByRole('alert').waitFor()
    expect((await desk.superuser.query(kept, [challenge])).rows).toEqual([])
    await context.close()
  })

  it('is not needed: without scripts the page says so, and the password works', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(`${address}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    expect(await page.locator('main').textContent()).toContain('This browser runs no scripts')
    await page.getByRole('link', { name: 'Sign in with name and password' }).click()
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Password').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/`)
    await context.close()
  })
})
