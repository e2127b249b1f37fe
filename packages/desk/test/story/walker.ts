/** Somebody who walks through pages with the keyboard alone. Counts the pages that are seen, and what each step costs. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Seconds for what hands and heads do: a key of somebody who types without haste, Tab that is pressed again and again, a
 * thought before what has to be chosen or known, and none before the button that ends a form (Card, Moran and Newell, The
 * keystroke-level model, 1980).
 */
const seconds = { key: 0.28, again: 0.12, thought: 1.35 }

export class Walker {
  /** The headings of the pages that were seen. */
  readonly pages: string[] = []
  readonly page: Page
  #keys = 0
  #again = 0
  #steps = 0
  #thoughts = 0
  /** Nothing was filled on this page yet. */
  #isNew = true

  constructor(page: Page) {
    this.page = page
  }

  /** How many fields were filled and links and buttons pressed. */
  get steps(): number {
    return this.#steps
  }

  /** How long it takes somebody who reads each page for some seconds. */
  seconds(reading: number): number {
    const keys = this.#keys * seconds.key + this.#again * seconds.again
    return keys + this.#thoughts * seconds.thought + this.pages.length * reading
  }

  /** Notes the page that is there now. */
  async see(): Promise<void> {
    const heading = this.page.locator('h1').first()
    this.pages.push(((await heading.textContent()) ?? '').trim())
    this.#isNew = true
  }

  /** Goes on with Tab until something has the focus; over the top of the page by the link that is first. */
  async tabTo(wanted: Locator): Promise<void> {
    this.#steps += 1
    const isInMain = await wanted.evaluate((one) => one.closest('main') !== null)
    const isAtTop = await this.page.evaluate(() => document.activeElement === document.body)
    if (isInMain && isAtTop) {
      await this.page.keyboard.press('Tab')
      await this.page.keyboard.press('Enter')
      this.#keys += 2
    }
    for (let at = 0; at < 80; at += 1) {
      await this.page.keyboard.press('Tab')
      this.#again += 1
      if (await wanted.evaluate((one) => one === document.activeElement)) return
    }
    throw new Error(`the focus never reached ${wanted.toString()}`)
  }

  async type(wanted: Locator, text: string): Promise<void> {
    await this.tabTo(wanted)
    this.#think()
    await this.page.keyboard.type(text)
    this.#keys += text.length
  }

  /** Follows a link or presses a button, with Return. */
  async enter(wanted: Locator): Promise<void> {
    await this.tabTo(wanted)
    if (this.#isNew) this.#think()
    this.#keys += 1
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')])
    await this.see()
  }

  /** Chooses one of several with the arrows. */
  async choose(wanted: Locator): Promise<void> {
    await this.tabTo(this.page.locator(`input[name="${await wanted.getAttribute('name')}"]`).first())
    this.#think()
    await this.page.keyboard.press('Space')
    this.#keys += 1
    for (let at = 0; at < 12 && !(await wanted.isChecked()); at += 1) {
      await this.page.keyboard.press('ArrowDown')
      this.#keys += 1
    }
    expect(await wanted.isChecked()).toBe(true)
  }

  #think(): void {
    this.#thoughts += 1
    this.#isNew = false
  }

  /** Chooses from a list by the letters with which a word begins. */
  async pick(list: Locator, letters: string): Promise<void> {
    await this.type(list, letters)
    expect(await list.locator('option:checked').textContent()).toMatch(new RegExp(`^${letters}`, 'i'))
  }

  /** Finds a link or a button of the main part. */
  main(name: string | RegExp): Locator {
    const main = this.page.getByRole('main')
    return main.getByRole('button', { name }).or(main.getByRole('link', { name })).first()
  }
}
