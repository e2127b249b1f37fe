/** What keeps the desk from starting, and how to get it out of the way. */
import { sayIn, type Phrases, type PhraseValues } from '@brightline/wording'

/** What may be in the way. */
export type ObstacleKind = keyof typeof en

const en = {
  'word-unknown': '`{word}` is no word of this program, or lacks its value. `--help` lists them all',
  'port-wrong': '`{port}` is no port: write a number from 0 to 65535 for `--port`',
  'port-taken':
    'port {port} is in use by another program, perhaps by a desk that runs already. Open that one, or start this one with `--port {other}`',
  'folder-closed': 'the folder `{folder}` cannot be used: {why}. Name another one with `--folder`',
  'folder-too-deep':
    'the path `{folder}` is too long for the socket of the database ({length} bytes, at most {most}). Name a shorter one with `--folder`',
  'folder-in-use':
    'another desk (process {process}) runs on the folder `{folder}`. Open that one, end it, or name another folder with `--folder`',
  'lock-left':
    'the database in `{folder}` cannot start, because the file `{file}` says that process {process} runs it, and no database answers there. If process {process} is no PostgreSQL, remove the file. The database said: {said}',
  'database-fails': 'the database in `{folder}` does not start. It said: {said}',
  'database-version':
    'the data in `{folder}` was written by PostgreSQL {found}, and this is PostgreSQL {wanted}. Make a backup with the release that wrote it, and restore it into a new folder',
  'database-away': 'the database does not answer: {why}',
  'database-newer':
    'the database was changed by a newer release (migration {number}). Start that release, or restore a backup from before',
  'migration-changed':
    'migration `{name}` was applied with another text than the one that is here. Install the release that made the database',
  'secrets-unreadable': 'the file `{file}` cannot be read as passwords: {why}. Put it back from a backup',
  'backup-unreadable': 'the file `{file}` is no whole backup: {why}. Nothing was changed. Take another one',
  'restore-not-empty':
    'a desk is set up in this database, and a restore writes over none. Name a new folder with `--folder`, or an empty database',
  'destroyed-missing':
    'there is no list of destroyed cases (`{file}`): a restore could bring back what was destroyed. Put the list of the old desk there, name it with `--destroyed`, or say `--without-destroyed`',
  'administrator-missing':
    'a backup needs whoever administers the database. Name that login in DATABASE_ADMIN_URL, and the owner in DATABASE_OWNER_URL',
  'recover-nobody':
    'nobody of the name `{name}` is an administrator here. Take the name for signing in; for others, an administrator makes a link on the page of that person',
  'owner-missing': 'a link for an administrator needs the owner of the tables. Name that login in DATABASE_OWNER_URL',
  'check-failed': 'the desk started, and `{path}` was answered with {status}. Run it with `--log` to see what failed',
  'host-wrong': '`{host}` is no address to listen on. Write one such as 127.0.0.1 or 0.0.0.0 for `--host`',
  'host-open':
    'listening on {host} for others needs a proxy with https in front. Name its address for people with `--origin https://…`, and where it calls from with `--proxy 10.0.0.5`, or a network of it',
  'origin-wrong':
    '`{origin}` is no address for people: it looks like `https://desk.example.gov`, with nothing behind it',
  'proxy-wrong': '`{proxy}` is no address or network of a proxy: it looks like `10.0.0.5` or `10.0.0.0/24`',
  'address-wrong':
    '`{name}` is no address of a PostgreSQL database: it looks like `postgres://user:password@host/database`',
  'site-wrong': '`{name}` is no address over https, such as `https://desk.example.gov`, without anything behind it',
  'setting-missing': '`{name}` is missing. The sign-in of a city needs all of its settings: see docs/operations.md',
  'sheet-missing': 'there is no sheet for `{name}`. Choose one of: {names:or}',
  'secret-closed': 'the file `{file}` of a secret cannot be read: {why}',
} as const

const es: Record<keyof typeof en, string> = {
  'word-unknown': '`{word}` no es una palabra de este programa, o le falta su valor. `--help` las muestra todas',
  'port-wrong': '`{port}` no es un puerto: escriba un número de 0 a 65535 en `--port`',
  'port-taken':
    'otro programa usa el puerto {port}, tal vez un escritorio que ya funciona. Abra ese, o inicie este con `--port {other}`',
  'folder-closed': 'no se puede usar la carpeta `{folder}`: {why}. Indique otra con `--folder`',
  'folder-too-deep':
    'la ruta `{folder}` es demasiado larga para el socket de la base de datos ({length} bytes, como máximo {most}). Indique una más corta con `--folder`',
  'folder-in-use':
    'otro escritorio (proceso {process}) usa la carpeta `{folder}`. Abra ese, termínelo, o indique otra carpeta con `--folder`',
  'lock-left':
    'la base de datos en `{folder}` no puede iniciar, porque el archivo `{file}` dice que el proceso {process} la ejecuta, y ahí no responde ninguna. Si el proceso {process} no es PostgreSQL, borre el archivo. La base de datos dijo: {said}',
  'database-fails': 'la base de datos en `{folder}` no inicia. Dijo: {said}',
  'database-version':
    'los datos en `{folder}` los escribió PostgreSQL {found}, y este es PostgreSQL {wanted}. Haga una copia con la versión que los escribió y restáurela en una carpeta nueva',
  'database-away': 'la base de datos no responde: {why}',
  'database-newer':
    'una versión más nueva cambió la base de datos (migración {number}). Inicie esa versión, o restaure una copia anterior',
  'migration-changed':
    'la migración `{name}` se aplicó con otro texto que el de aquí. Instale la versión que hizo la base de datos',
  'secrets-unreadable': 'el archivo `{file}` no se puede leer como contraseñas: {why}. Restáurelo de una copia',
  'recover-nobody':
    'nadie con el nombre `{name}` es administrador aquí. Indique el nombre para iniciar sesión; para otras personas, un administrador hace el enlace en la página de esa persona',
  'owner-missing':
    'un enlace para un administrador necesita al dueño de las tablas. Indique esa cuenta en DATABASE_OWNER_URL',
  'check-failed': 'el escritorio inició, y `{path}` respondió {status}. Ejecútelo con `--log` para ver qué falló',
  'backup-unreadable': 'el archivo `{file}` no es una copia completa: {why}. No se cambió nada. Tome otra',
  'restore-not-empty':
    'en esta base de datos hay un escritorio preparado, y una restauración no escribe encima. Indique una carpeta nueva con `--folder`, o una base vacía',
  'destroyed-missing':
    'no hay lista de casos destruidos (`{file}`): una restauración podría traer de vuelta lo destruido. Ponga ahí la lista del escritorio anterior, indíquela con `--destroyed`, o diga `--without-destroyed`',
  'administrator-missing':
    'una copia necesita a quien administra la base de datos. Indique esa cuenta en DATABASE_ADMIN_URL, y la del dueño en DATABASE_OWNER_URL',
  'host-wrong': '`{host}` no es una dirección en la que escuchar. Escriba una como 127.0.0.1 o 0.0.0.0 en `--host`',
  'host-open':
    'escuchar en {host} para otros exige un proxy con https delante. Indique su dirección para las personas con `--origin https://…`, y desde dónde llama con `--proxy 10.0.0.5`, o una red',
  'origin-wrong':
    '`{origin}` no es una dirección para personas: tiene la forma `https://desk.example.gov`, sin nada detrás',
  'proxy-wrong': '`{proxy}` no es la dirección ni la red de un proxy: tiene la forma `10.0.0.5` o `10.0.0.0/24`',
  'address-wrong':
    '`{name}` no es la dirección de una base PostgreSQL: tiene la forma `postgres://user:password@host/database`',
  'site-wrong': '`{name}` no es una dirección con https, como `https://desk.example.gov`, sin nada detrás',
  'setting-missing': 'falta `{name}`. El acceso de una ciudad necesita todos sus ajustes: vea docs/operations.md',
  'sheet-missing': 'no hay hoja para `{name}`. Elija: {names:or}',
  'secret-closed': 'no se puede leer el archivo `{file}` de un secreto: {why}',
}

/** Every phrase in every language. */
export const obstaclePhrases: Phrases<keyof typeof en> = { en, es }

/** Something in the way of the start. Its message is English, for logs; `inWords` says it in any language. */
export class Obstacle extends Error {
  readonly kind: ObstacleKind
  readonly values: PhraseValues

  constructor(kind: ObstacleKind, values: PhraseValues) {
    super(sayIn(obstaclePhrases, 'en')(kind, values))
    this.name = 'Obstacle'
    this.kind = kind
    this.values = values
  }

  inWords(lang: string): string {
    return sayIn(obstaclePhrases, lang)(this.kind, this.values)
  }
}

/** The words of an error, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
