/** The flag that names a language. */
import { Option } from 'commander'
import type { Context } from '../context.ts'
import { UsageError } from '../terminal/output.ts'
import type { Lang } from '../words.ts'

/** Declares the flag. */
export function langOption(): Option {
  return new Option('--lang <lang>', 'en or es').default('en')
}

/** Reads the flag; from now on problems are told in that language, where there is a context. */
export function readLang(text: string, context: Pick<Context, 'speak'> | null = null): Lang {
  if (text !== 'en' && text !== 'es') throw new UsageError(`unknown language \`${text}\``, 'write en or es')
  context?.speak(text)
  return text
}
