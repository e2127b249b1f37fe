/**
 * The page that checks a receipt, without a server and without a network.
 *
 * Receipt and policy come from the two fields, from files, or after `#` in the address (`receipt=…&policy=…`, both in
 * base64 of URLs), where a QR code puts them; what stands after `#` is never sent to a server.
 */
import { parsePolicy, parseReceipt, verifyReceipt, webAlgorithms } from '../src/verifier.ts'
import type { Shown } from './words.ts'
import { wordsOf } from './words.ts'

const words = wordsOf(document.documentElement.lang)

start()

function start(): void {
  const form = document.querySelector('form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void check(textOf('receipt'), textOf('policy'))
  })
  for (const name of ['receipt', 'policy']) {
    const file = document.querySelector<HTMLInputElement>(`#${name}-file`)
    file?.addEventListener('change', () => void readFile(file, name))
  }
  const given = new URLSearchParams(location.hash.slice(1))
  fill('receipt', fromUrl(given.get('receipt')))
  fill('policy', fromUrl(given.get('policy')))
  if (given.has('receipt') && given.has('policy')) form?.requestSubmit()
}

async function check(receiptText: string, policyText: string): Promise<void> {
  const begun = performance.now()
  const encoder = new TextEncoder()
  const policy = parsePolicy(encoder.encode(policyText))
  if (!policy.ok) return show({ kind: 'refused', text: `${policy.error.code}: ${policy.error.message}` })
  const receipt = parseReceipt(encoder.encode(receiptText))
  if (!receipt.ok) return show({ kind: 'refused', text: `${receipt.error.code}: ${receipt.error.message}` })
  const verified = await verifyReceipt(receipt.value, policy.value, webAlgorithms)
  if (!verified.ok) return show({ kind: 'refused', text: `${verified.error.code}: ${verified.error.message}` })
  const { entry, index, record, log } = verified.value
  const facts: [string, string][] = [
    [words.index, String(index)],
    [words.place, entry.place],
    [words.day, entry.day],
    [words.serial, String(entry.serial)],
  ]
  if (entry.kind === 'decision') facts.push([words.verdict, entry.verdict], [words.rules, entry.rules.join(', ')])
  if (record !== undefined) facts.push([words.record, JSON.stringify(record)])
  facts.push([words.witnesses, log.cosignatures.map(({ key }) => key.name).join(', ') || words.none])
  show({ kind: log.witnessed ? 'whole' : 'unwitnessed', facts, milliseconds: performance.now() - begun })
}

function show(shown: Shown): void {
  const result = document.querySelector<HTMLElement>('#result')
  if (result === null) return
  const heading = document.createElement('h2')
  heading.textContent = words[shown.kind]
  const list = document.createElement('dl')
  for (const [name, value] of shown.kind === 'refused' ? [[words.reason, shown.text] as const] : shown.facts) {
    const [term, detail] = [document.createElement('dt'), document.createElement('dd')]
    term.textContent = name
    detail.textContent = value
    list.append(term, detail)
  }
  result.dataset['kind'] = shown.kind
  if (shown.kind !== 'refused') result.dataset['milliseconds'] = shown.milliseconds.toFixed(2)
  result.replaceChildren(heading, list)
  result.hidden = false
  result.focus()
}

function textOf(name: string): string {
  return document.querySelector<HTMLTextAreaElement>(`#${name}`)?.value ?? ''
}

function fill(name: string, text: string | undefined): void {
  const field = document.querySelector<HTMLTextAreaElement>(`#${name}`)
  if (field !== null && text !== undefined) field.value = text
}

async function readFile(input: HTMLInputElement, name: string): Promise<void> {
  fill(name, await input.files?.[0]?.text())
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
