/** What the program says when it starts. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  help: `npm start -- [--port 8470] [--folder .desk] [--law PATH] [--no-demonstration] [--log] [--check]

Starts the desk on this machine and prints its address. Without a setting it starts its own database in the folder, and
shows an invented town until a real place is set up. Installed as a package it is \`npx brightline-desk\` in place of
\`npm start --\`.

  --port N             listen on another port of the loopback address
  --host ADDRESS       listen on another address; needs the two that follow
  --origin ADDRESS     the https address by which people reach the proxy in front
  --proxy ADDRESSES    where that proxy calls from: addresses or networks, with commas
  --folder PATH        keep database and keys in another folder
  --law PATH           decide by the law in this folder; can be given several times
  --no-demonstration   make no invented town
  --demonstration-year  make a year of invented requests beside it, at four places whose reports are ready
  --log                write one line of JSON to standard error for each request
  backup FILE          write everything but the master keys into a file
  restore FILE         bring it back, into an empty folder or database
  --destroyed FILE     the list of destroyed cases of the old desk, for a restore
  --without-destroyed  restore without such a list
  recover NAME         print a link for an administrator who forgot the password
  sheet PLACE          print the questions and answers of a place for paper
  --act, --agency      one act, one kind of agency; without them all of them
  --lang es            print them in Spanish
  --check              start, decide one invented request over HTTP, print the answer, and end

DATABASE_URL        use this PostgreSQL, as the login desk_application
DATABASE_OWNER_URL  and change its tables as the login desk_owner
DATABASE_ADMIN_URL  and make backups as whoever administers it
DESK_HOST, DESK_ORIGIN, DESK_PROXY stand for the words of these names; NAME_FILE names a file that holds the value`,
  demonstration: 'This address opens the demonstration, once: an invented town with two weeks of invented requests.',
  'set-up': 'To set up a real place instead, open {address}',
  'set-up-only': 'This address sets up the desk, once.',
  'sign-in': 'To sign in, open {address}',
  recovery:
    'This address lets the administrator choose a new password, once, within an hour. Start the desk, and open it there.',
  'backup-made': '{count:count row} written to {file}. The master keys are not in it.',
  restored: '{count:count row} came back. Put the file `master-keys.json` of the old desk into {folder}, and start.',
  'check-decided': 'Decided over HTTP at {address}{path}:',
  'check-notice': 'The notice of an invented request begins:',
} as const

/** A key of the start. */
export type StartKey = keyof typeof en

const es: Record<StartKey, string> = {
  help: `npm start -- [--port 8470] [--folder .desk] [--law RUTA] [--no-demonstration] [--log] [--check]

Inicia el escritorio en esta máquina e imprime su dirección. Sin ajustes inicia su propia base de datos en la carpeta, y
muestra una ciudad inventada hasta que se prepare un lugar real. Instalado como paquete es \`npx brightline-desk\` en
lugar de \`npm start --\`.

  --port N             escuchar en otro puerto de la dirección local
  --host DIRECCIÓN     escuchar en otra dirección; exige las dos que siguen
  --origin DIRECCIÓN   la dirección https por la que las personas llegan al proxy
  --proxy DIRECCIONES  desde dónde llama ese proxy: direcciones o redes, con comas
  --folder RUTA        guardar base de datos y claves en otra carpeta
  --law RUTA           decidir con la ley de esta carpeta; se puede repetir
  --no-demonstration   no hacer la ciudad inventada
  --demonstration-year  hacer además un año de solicitudes inventadas, en cuatro lugares cuyos informes están listos
  --log                escribir una línea de JSON por petición en la salida de errores
  backup ARCHIVO       escribir todo menos las claves maestras en un archivo
  restore ARCHIVO      traerlo de vuelta, a una carpeta o base vacía
  --destroyed ARCHIVO  la lista de casos destruidos del escritorio anterior, para restaurar
  --without-destroyed  restaurar sin tal lista
  recover NOMBRE       imprimir un enlace para un administrador que olvidó la contraseña
  sheet LUGAR          imprimir las preguntas y respuestas de un lugar en papel
  --act, --agency      un acto, un tipo de agencia; sin ellos, todos
  --lang es            imprimirlas en español
  --check              iniciar, decidir una solicitud inventada por HTTP, imprimir la respuesta y terminar

DATABASE_URL        usar este PostgreSQL, con la cuenta desk_application
DATABASE_OWNER_URL  y cambiar sus tablas con la cuenta desk_owner
DATABASE_ADMIN_URL  y hacer copias con la de quien la administra
DESK_HOST, DESK_ORIGIN, DESK_PROXY valen por las palabras de esos nombres; NOMBRE_FILE indica un archivo con el valor`,
  demonstration:
    'Esta dirección abre la demostración, una vez: una ciudad inventada con dos semanas de solicitudes inventadas.',
  'set-up': 'Para preparar un lugar real, abra {address}',
  'set-up-only': 'Esta dirección prepara el escritorio, una vez.',
  'sign-in': 'Para iniciar sesión, abra {address}',
  recovery:
    'Con esta dirección el administrador elige una contraseña nueva, una vez, en una hora. Inicie el escritorio y ábrala ahí.',
  'backup-made': '{count:count row} en {file}. Las claves maestras no están ahí.',
  restored:
    'Volvieron {count:count row}. Ponga el archivo `master-keys.json` del escritorio anterior en {folder}, e inícielo.',
  'check-decided': 'Decidido por HTTP en {address}{path}:',
  'check-notice': 'El aviso de una solicitud inventada empieza así:',
}

/** Every phrase in every language. */
export const startPhrases: Phrases<StartKey> = { en, es }

const words = {
  en: { row: { one: 'row', other: 'rows' } },
  es: { row: { one: 'fila', many: 'filas', other: 'filas' } },
}

/** The voice of the start. */
export function sayStart(lang: string): Say<StartKey> {
  return sayIn(startPhrases, lang, words)
}
