/** The program of the desk: `npm start`. It starts everything, prints one address, and ends when it is told to. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { backUp, restore } from './backup/commands.ts'
import { checkDesk } from './check.ts'
import { parseAddress, type Connection, type OutsideDatabase } from './database/connection.ts'
import { Obstacle, reasonOf } from './obstacle.ts'
import { readProvider } from './people/provider-settings.ts'
import { isLanguage } from './screen/language.ts'
import { lineLog } from './server/log.ts'
import { recover } from './people/recover.ts'
import { readReach, type Reach, type ReachWords } from './server/reach.ts'
import { sheetTexts } from './sheet/sheet-text.ts'
import { openLawFor, startDesk, type Desk, type StartOptions } from './start.ts'
import { sayStart } from './start-words.ts'

/** The longest that answers may take after the desk was told to end. */
const longestEnding = 30_000
const usualPort = '8470'

/** What was typed. */
interface Words {
  readonly port: string | undefined
  readonly folder: string | undefined
  readonly law: readonly string[]
  readonly log: boolean
  readonly check: boolean
  readonly demonstration: boolean | undefined
  readonly year: boolean
  /** A command and what it is for, such as `backup desk.backup` or `recover chief`; none to start. */
  readonly command: readonly string[]
  readonly destroyed: string | undefined
  readonly withoutDestroyed: boolean
  /** What a sheet for paper is about. */
  readonly sheet: { readonly act: string | undefined; readonly agency: string | undefined }
  readonly lang: string | undefined
  readonly reach: ReachWords
}

/** Gives what was typed; null where the list of words is asked for. What is no word of ours is named. */
function readWords(): Words | null {
  const { values, positionals } = parseArgs({
    allowNegative: true,
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      origin: { type: 'string' },
      proxy: { type: 'string' },
      folder: { type: 'string' },
      law: { type: 'string', multiple: true, default: [] },
      log: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      demonstration: { type: 'boolean' },
      'demonstration-year': { type: 'boolean', default: false },
      destroyed: { type: 'string' },
      'without-destroyed': { type: 'boolean', default: false },
      act: { type: 'string' },
      agency: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { port, folder, law, log, check, demonstration, help, destroyed } = values
  const { 'demonstration-year': year, 'without-destroyed': withoutDestroyed } = values
  if (help) return null
  const number = Number(port ?? usualPort)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new WrongWord('port-wrong', { port: port ?? '' })
  if (!isCommand(positionals)) throw new WrongWord('word-unknown', { word: positionals.join(' ') })
  const reach = { host: values.host, origin: values.origin, proxy: values.proxy }
  const sheet = { act: values.act, agency: values.agency }
  const kept = { command: positionals, destroyed, withoutDestroyed, sheet, lang: values.lang }
  return { port, folder, law, log, check, demonstration, year, ...kept, reach }
}

function isCommand(words: readonly string[]): boolean {
  return (
    words.length === 0 || (words.length === 2 && ['backup', 'restore', 'recover', 'sheet'].includes(words[0] ?? ''))
  )
}

function readOutside(): OutsideDatabase | undefined {
  const application = readAddress('DATABASE_URL')
  if (application === undefined) return undefined
  const owner = readAddress('DATABASE_OWNER_URL')
  return { application, ...(owner === undefined ? {} : { owner }) }
}

function readAddress(name: string): Connection | undefined {
  const address = readSetting(name)
  if (address === undefined || address === '') return undefined
  const connection = parseAddress(address)
  if (connection === null) throw new Obstacle('address-wrong', { name })
  return connection
}

/** Reads a setting of the environment, or the file that `…_FILE` names: secrets of containers are files. */
function readSetting(name: string): string | undefined {
  const file = process.env[`${name}_FILE`]
  if (file === undefined || file === '') return process.env[name] === '' ? undefined : process.env[name]
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new Obstacle('secrets-unreadable', { file, why: reasonOf(error) })
  }
}

async function run(lang: string): Promise<void> {
  const words = readTyped()
  if (words === null) {
    console.log(sayStart(lang)('help'))
    return
  }
  const log = words.log ? lineLog((line) => process.stderr.write(line)) : () => undefined
  if (words.check) {
    for (const line of await checkDesk({ log, lang, folder: words.folder ?? null, port: Number(words.port ?? 0) }))
      console.log(line)
    return
  }
  const [command, named] = words.command
  if (command === 'sheet' && named !== undefined) {
    await printSheets(named, words, isLanguage(words.lang) ? words.lang : lang)
    return
  }
  if (command !== undefined && named !== undefined) {
    console.log(command === 'recover' ? await printLink(named, words, lang) : await keep(command, named, words, lang))
    return
  }
  const desk = await startDesk(optionsOf(words, log))
  tell(desk, lang)
  endWhenTold(desk)
}

/** Prints the sheets of a place for paper. */
async function printSheets(place: string, { law, folder, sheet }: Words, lang: string): Promise<void> {
  const read = await openLawFor({ folder: folder ?? '.desk', ...(law.length > 0 ? { law } : {}) }).all()
  for (const text of sheetTexts(read, { place, lang, act: sheet.act ?? null, agency: sheet.agency ?? null }))
    console.log(text)
}

/** Makes a backup, or restores one, and says what was done. */
async function keep(command: string, file: string, words: Words, lang: string): Promise<string> {
  const { folder = '.desk', destroyed, withoutDestroyed } = words
  const outside = readOutside()
  const administrator = readAddress('DATABASE_ADMIN_URL')
  const where = {
    folder,
    ...(outside === undefined ? {} : { outside }),
    ...(administrator === undefined ? {} : { administrator }),
  }
  const say = sayStart(lang)
  if (command === 'backup') return say('backup-made', { count: await backUp(where, file), file })
  return say('restored', {
    count: await restore({ ...where, destroyed: destroyed ?? null, withoutDestroyed }, file),
    folder,
  })
}

/** Makes a link for an administrator who forgot her password, and tells on standard error what it is for. */
async function printLink(name: string, words: Words, lang: string): Promise<string> {
  const outside = readOutside()
  const path = await recover({ folder: words.folder ?? '.desk', ...(outside === undefined ? {} : { outside }) }, name)
  const { origin } = reachOf(words)
  console.error(sayStart(lang)('recovery'))
  return `${origin ?? `http://localhost:${words.port ?? usualPort}`}${path}`
}

function readTyped(): Words | null {
  try {
    return readWords()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Node quotes the word that it does not know, or that lacks its value.
    const [, word = ''] = /'(-[^' ]*)/.exec(error.message) ?? []
    throw new WrongWord('word-unknown', { word })
  }
}

/** Something typed that the program does not know. */
class WrongWord extends Obstacle {}

function reachOf({ reach }: Words): Reach {
  return readReach({
    host: reach.host ?? readSetting('DESK_HOST'),
    origin: reach.origin ?? readSetting('DESK_ORIGIN'),
    proxy: reach.proxy ?? readSetting('DESK_PROXY'),
  })
}

/** A database of somebody else gets no invented agency, unless somebody says so. */
function optionsOf(words: Words, log: StartOptions['log']): StartOptions {
  const { port, folder, law, demonstration, year } = words
  const outside = readOutside()
  const provider = readProvider(process.env)
  return {
    folder: folder ?? '.desk',
    port: Number(port ?? usualPort),
    reach: reachOf(words),
    log,
    hasDemonstration: demonstration ?? (year || outside === undefined),
    hasDemonstrationYear: year,
    ...(provider === null ? {} : { provider }),
    ...(law.length > 0 ? { law } : {}),
    ...(outside === undefined ? {} : { outside }),
  }
}

/** Prints the one address that opens something, and tells beside it what it is and what else there is. */
function tell({ address, demonstrationAddress, setUpAddress }: Desk, lang: string): void {
  const say = sayStart(lang)
  console.log(demonstrationAddress ?? setUpAddress ?? address)
  if (demonstrationAddress !== null) {
    console.error(say('demonstration'))
    console.error(setUpAddress === null ? say('sign-in', { address }) : say('set-up', { address: setUpAddress }))
  } else if (setUpAddress !== null) console.error(say('set-up-only'))
}

/** A second signal does not wait. */
function endWhenTold(desk: Desk): void {
  const end = (): void => {
    setTimeout(() => process.exit(1), longestEnding).unref()
    desk.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      end()
    })
  }
}

// Whatever the terminal says, it is a language of ours, or English.
const said = (process.env['LANG'] ?? '').slice(0, 2)
const lang = isLanguage(said) ? said : 'en'
try {
  await run(lang)
} catch (error) {
  if (!(error instanceof Obstacle)) throw error
  console.error(error.inWords(lang))
  process.exitCode = error instanceof WrongWord ? 2 : 1
}
