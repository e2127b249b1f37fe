/** The program of the desk: `npm run desk`. It starts everything, prints one address, and ends when it is told to. */
import { parseArgs } from 'node:util'
import { parseAddress, type Connection } from './database/connection.ts'
import { Obstacle } from './obstacle.ts'
import { lineLog } from './server/log.ts'
import { startDesk, type Desk, type OutsideDatabase } from './start.ts'

const help = `npm run desk -- [--port 8470] [--folder .desk] [--log]

Starts the desk on this machine and prints its address. Without a setting it starts its own database in the folder.

  --port N       listen on another port of the loopback address
  --folder PATH  keep database and keys in another folder
  --log          write one line of JSON to standard error for each request

DATABASE_URL        use this PostgreSQL, as the login desk_application
DATABASE_OWNER_URL  and change its tables as the login desk_owner`

/** The longest that answers may take after the desk was told to end. */
const longestEnding = 30_000

function readWords(): { readonly port: number; readonly folder: string; readonly log: boolean } | null {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8470' },
      folder: { type: 'string', default: '.desk' },
      log: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (values.help || !Number.isInteger(port) || port < 0 || port > 65_535) return null
  return { port, folder: values.folder, log: values.log }
}

function readOutside(): OutsideDatabase | undefined {
  const application = readAddress('DATABASE_URL')
  if (application === undefined) return undefined
  const owner = readAddress('DATABASE_OWNER_URL')
  return { application, ...(owner === undefined ? {} : { owner }) }
}

function readAddress(name: string): Connection | undefined {
  const address = process.env[name]
  if (address === undefined || address === '') return undefined
  const connection = parseAddress(address)
  if (connection === null) throw new Obstacle('address-wrong', { name })
  return connection
}

async function run(): Promise<void> {
  const words = readWords()
  if (words === null) {
    console.error(help)
    process.exitCode = 2
    return
  }
  const log = words.log ? lineLog((line) => process.stderr.write(line)) : () => undefined
  const outside = readOutside()
  const desk = await startDesk({
    folder: words.folder,
    port: words.port,
    log,
    ...(outside === undefined ? {} : { outside }),
  })
  console.log(desk.setUpAddress ?? desk.address)
  endWhenTold(desk)
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

try {
  await run()
} catch (error) {
  if (!(error instanceof Obstacle)) throw error
  console.error(error.inWords((process.env['LANG'] ?? 'en').slice(0, 2)))
  process.exitCode = 1
}
