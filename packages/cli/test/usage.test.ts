/** Wrong use of the command line: a code and a sentence in the reader's language, whatever is wrong. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { usageProblems } from '../src/terminal/usage.ts'
import { brightline, temporaryFolder } from './command.ts'

interface Wrong {
  readonly args: readonly string[]
  readonly code: keyof typeof usageProblems
  readonly en: string
  readonly es: string
}

const folder = temporaryFolder()
const nowhere = join(folder, 'nowhere')

/** Commands that speak Spanish. */
const spoken: readonly Wrong[] = [
  {
    args: ['decide', 'us/ex', '--form', 'detainer', '--fact', 'warrant.signer'],
    code: 'USE-0105',
    en: 'a --fact has no `=`; write --fact request.form=i-247a',
    es: 'a --fact le falta `=`; escriba --fact request.form=i-247a',
  },
  {
    args: ['decide', 'us/ex', '--agency', 'jail', '--agency', 'police'],
    code: 'USE-0101',
    en: '`--agency` is given twice, and differently; give it once',
    es: '`--agency` se da dos veces, y con valores distintos; indíquela una sola vez',
  },
  {
    args: ['show', 'us/ex@2020-01-01', '--as-of', '2021-01-01'],
    code: 'USE-0101',
    en: 'the date is given twice, and differently; give it once',
    es: 'la fecha se da dos veces, y con valores distintos; indíquela una sola vez',
  },
  {
    args: ['compare', 'us/ex'],
    code: 'USE-0106',
    en: 'there is only one side; name a second one, such as `us/ca@2018-01-01`, or a working text with `--file`',
    es: 'solo hay un lado; indique otro, como `us/ca@2018-01-01`, o un texto de trabajo con `--file`',
  },
  {
    args: ['compare', 'us/ex@2016-01-01', 'us/ex', '--act', 'hodl'],
    code: 'USE-0001',
    en: 'unknown act `hodl`; did you mean `hold`?',
    es: 'no se conoce el acto `hodl`; ¿quiso decir `hold`?',
  },
  {
    args: ['compare', 'us/ex@2016-01-01', 'us/ex', '--workers', '2'],
    code: 'USE-0104',
    en: '`--workers` is only for data sets, and none is named',
    es: '`--workers` solo sirve para conjuntos de datos, y no se indica ninguno',
  },
  {
    args: ['compare', 'us/ex@2016-01-01', 'us/ex', '--budget', 'many'],
    code: 'USE-0004',
    en: '`--budget` is a number of nodes, and `many` is none; write a number such as 400000',
    es: '`--budget` es un número de nodos, y `many` no lo es; escriba un número como 400000',
  },
  {
    args: ['simulate', 'us/ex'],
    code: 'USE-0107',
    en: 'no data set is named; write --data FILE and --mapping FILE, or the name of a ready mapping such as `ice-detainers-fy2015`',
    es: 'no se indica ningún conjunto de datos; escriba --data FILE y --mapping FILE, o el nombre de una correspondencia ya hecha como `ice-detainers-fy2015`',
  },
  {
    args: ['fmt', '--check', '--stdout'],
    code: 'USE-0102',
    en: '`--check` and `--stdout` exclude each other; choose one',
    es: '`--check` y `--stdout` se excluyen entre sí; elija una',
  },
  {
    args: ['fmt', nowhere],
    code: 'USE-0115',
    en: `there is no file or folder \`${nowhere}\``,
    es: `no hay ningún archivo ni carpeta \`${nowhere}\``,
  },
  {
    args: ['decide', 'us/ex', '--fcat', 'a=b'],
    code: 'USE-0301',
    en: 'unknown flag `--fcat`; did you mean `--fact`?',
    es: 'opción desconocida `--fcat`; ¿quiso decir `--fact`?',
  },
  {
    args: ['decide', 'us/ex', '--form'],
    code: 'USE-0303',
    en: '`--form` needs a value',
    es: '`--form` necesita un valor',
  },
  {
    args: ['show'],
    code: 'USE-0304',
    en: '`place` is missing; the help of the command shows its arguments',
    es: 'falta `place`; la ayuda del comando muestra sus argumentos',
  },
  {
    args: ['vocabulary', 'us/ex', 'us/ex', 'us/ex'],
    code: 'USE-0305',
    en: 'there are too many arguments; the help of the command shows its arguments',
    es: 'hay demasiados argumentos; la ayuda del comando muestra sus argumentos',
  },
]

/** Commands without a language of their own. */
const english: readonly Omit<Wrong, 'es'>[] = [
  {
    args: ['sql', 'us/ex', '--act', 'hold', '--table', 'public.'],
    code: 'USE-0006',
    en: '`--table`: a name is empty; write names such as `public.cases` or `case_number`',
  },
  { args: ['sql', 'us/ex'], code: 'USE-0306', en: '`--act` is needed' },
  { args: ['decied', 'us/ex'], code: 'USE-0302', en: 'unknown command `decied`; did you mean `decide`?' },
  {
    args: ['log', 'keygen', '--kind', 'wtness', '--name', 'w.example', '--out', nowhere],
    code: 'USE-0001',
    en: 'unknown kind of key `wtness`; did you mean `witness`?',
  },
]

describe('wrong use', () => {
  for (const { args, code, en, es } of spoken) {
    it(`\`${args.join(' ').replaceAll(folder, '')}\` is ${code} in English and Spanish`, async () => {
      expect(await brightline(...args)).toEqual({ code: 2, out: '', err: `brightline: ${code}: ${en}\n` })
      // The flag stands first where the last word lacks its value.
      const spanish = args.at(-1)?.startsWith('--form') === true ? spokenFirst(args) : [...args, '--lang', 'es']
      expect(await brightline(...spanish)).toEqual({ code: 2, out: '', err: `brightline: ${code}: ${es}\n` })
    })
  }

  for (const { args, code, en } of english) {
    it(`\`${args.join(' ').replaceAll(folder, '')}\` is ${code}`, async () => {
      expect(await brightline(...args)).toEqual({ code: 2, out: '', err: `brightline: ${code}: ${en}\n` })
    })
  }
})

function spokenFirst([command = '', ...rest]: readonly string[]): readonly string[] {
  return [command, '--lang', 'es', ...rest]
}
