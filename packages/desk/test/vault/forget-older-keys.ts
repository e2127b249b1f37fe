/** Takes the older master keys out of a file of keys, as whoever runs a desk does by hand. */
import { readFileSync, writeFileSync } from 'node:fs'

export function forgetOlderKeys(file: string): void {
  const { newest, keys }: { newest: string; keys: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ newest, keys: { [newest]: keys[newest] } }))
}
