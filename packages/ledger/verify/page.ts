/**
 * The page that checks a receipt, without a server and without a network.
 *
 * Receipt and policy come from the two fields, from files, or after `#` in the address (`receipt=…&policy=…`, both in
 * base64 of URLs), where a QR code puts them; what stands after `#` is never sent to a server.
 */
import { parsePolicy, parseReceipt, plain, standardAlgorithms, verifyReceipt } from '../src/verifier.ts'
import type { Shown } from './words.ts'
import { reasonOf, verdictIn, wordsOf } from './words.ts'

const language = document.documentElement.lang
const words = wordsOf(language)
const result = document.querySelector<HTMLElement>('#result')
const given = new URLSearchParams(location.hash.slice(1))
/** True until somebody puts another policy in than the one of the address. */
let isPolicyLinked = given.has('policy')

start()

function start(): void {
  const form = document.querySelector('form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    check(wholeText('receipt'), wholeText('policy')).then(show, () => show({ kind: 'unable' }))
  })
  // What is shown was said of the fields as they were.
  form?.addEventListener('input', ({ target }) => {
    hideResult()
    if (target instanceof Element && target.id === 'policy') isPolicyLinked = false
  })
  for (const name of ['receipt', 'policy']) {
    const file = document.querySelector<HTMLInputElement>(`#${name}-file`)
    file?.addEventListener('change', () => void readFile(file, name))
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = location.hash
  addEventListener('hashchange', () => location.reload())
  fill('receipt', fromUrl(given.get('receipt')))
  fill('policy', fromUrl(given.get('policy')))
  if (given.has('receipt') && given.has('policy')) form?.requestSubmit()
}

/** Rejects where the browser lacks the signatures. */
async function check(receiptText: string, policyText: string): Promise<Shown> {
  const begun = performance.now()
  const encoder = new TextEncoder()
  const policy = parsePolicy(encoder.encode(policyText))
  if (!policy.ok) return { kind: 'refused', code: policy.problems[0].code }
  const receipt = parseReceipt(encoder.encode(receiptText))
  if (!receipt.ok) return { kind: 'refused', code: receipt.problems[0].code }
  const verified = await verifyReceipt(receipt.value, policy.value, standardAlgorithms)
  if (!verified.ok) return { kind: 'refused', code: verified.problems[0].code }
  const { entry, index, record, log } = verified.value
  const facts: [string, string][] = [
    [words.log, log.checkpoint.origin],
    [words.size, String(log.checkpoint.size)],
    [words.index, String(index)],
    [words.place, entry.place],
    [words.day, entry.day],
    [words.serial, String(entry.serial)],
  ]
  if (entry.kind === 'decision')
    facts.push([words.verdict, verdictIn(language, entry.verdict)], [words.rules, entry.rules.join(', ')])
  if (record !== undefined) facts.push([words.record, JSON.stringify(record)])
  facts.push([words.witnesses, log.cosignatures.map(({ key }) => key.name).join(', ') || words.none])
  return { kind: log.witnessed ? 'whole' : 'unwitnessed', facts, milliseconds: performance.now() - begun }
}

function show(shown: Shown): void {
  if (result === null) return
  const list = document.createElement('dl')
  for (const [name, value] of factsOf(shown)) list.append(element('dt', name), element('dd', plain(value)))
  const isLinked = 'facts' in shown && isPolicyLinked
  const heading = element('h2', words[shown.kind])
  heading.id = 'result-heading'
  result.dataset['kind'] = shown.kind
  if ('milliseconds' in shown) result.dataset['milliseconds'] = shown.milliseconds.toFixed(2)
  result.replaceChildren(heading, ...(isLinked ? [element('p', words.linked)] : []), list)
  result.hidden = false
  result.focus()
}

function factsOf(shown: Shown): readonly (readonly [string, string])[] {
  if (shown.kind === 'unable') return [[words.reason, words.newer]]
  if (shown.kind !== 'refused') return shown.facts
  return [
    [words.reason, words.reasons[reasonOf(shown.code)]],
    [words.code, shown.code],
  ]
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function hideResult(): void {
  if (result !== null) result.hidden = true
}

function textOf(name: string): string {
  return document.querySelector<HTMLTextAreaElement>(`#${name}`)?.value ?? ''
}

/** Both end in a newline, which is lost where people copy and paste. */
function wholeText(name: string): string {
  return `${textOf(name).trimEnd()}\n`
}

function fill(name: string, text: string | undefined): void {
  const field = document.querySelector<HTMLTextAreaElement>(`#${name}`)
  if (field !== null && text !== undefined) field.value = text
  hideResult()
}

async function readFile(input: HTMLInputElement, name: string): Promise<void> {
  fill(name, await input.files?.[0]?.text())
  if (name === 'policy') isPolicyLinked = false
}

function fromUrl(text: string | null): string | undefined {
  if (text === null) return undefined
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)))
  } catch {
    return undefined
  }
}
