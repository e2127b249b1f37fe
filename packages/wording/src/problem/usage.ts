/** What is said of wrong use of the command line. Flags and commands are values: no sentence has one of its own. */
import type { Room } from './template.ts'

/** The sentences about wrong use. */
export const usage = {
  words: {
    en: {
      act: 'act',
      agency: 'agency',
      fact: 'fact',
      instrument: 'instrument',
      section: 'section or instrument',
      dialect: 'dialect',
      format: 'format',
      key: 'kind of key',
      mapping: 'mapping',
      workers: 'a number of workers',
      nodes: 'a number of nodes',
      port: 'the number of a port',
      seconds: 'a number of seconds',
      whole: 'a whole number',
      empty: 'a name is empty',
      control: 'a name has a control character',
      databases: 'databases',
      proofs: 'proof files',
      data: 'data sets, and none is named',
    },
    es: {
      act: 'el acto',
      agency: 'la agencia',
      fact: 'el dato',
      instrument: 'el instrumento',
      section: 'la sección o el instrumento',
      dialect: 'el dialecto',
      format: 'el formato',
      key: 'el tipo de clave',
      mapping: 'la correspondencia',
      workers: 'un número de procesos',
      nodes: 'un número de nodos',
      port: 'un número de puerto',
      seconds: 'un número de segundos',
      whole: 'un número entero',
      empty: 'un nombre está vacío',
      control: 'un nombre tiene un carácter de control',
      databases: 'bases de datos',
      proofs: 'archivos de prueba',
      data: 'conjuntos de datos, y no se indica ninguno',
    },
  },
  sentences: {
    'USE-0001': {
      en: {
        message: 'unknown {noun:word} `{word}`',
        help: ['did you mean `{meant}`?', 'the known ones: {known}', 'some of the known ones: {some}'],
      },
      es: {
        message: 'no se conoce {noun:word} `{word}`',
        help: ['¿quiso decir `{meant}`?', 'los conocidos: {known}', 'algunos de los conocidos: {some}'],
      },
    },
    'USE-0002': {
      en: { message: 'unknown language `{word}`', help: 'write {known:or}' },
      es: { message: 'idioma desconocido `{word}`', help: 'escriba {known:or}' },
    },
    'USE-0003': {
      en: { message: 'the law here says nothing in `{word}`', help: 'write {known:or}' },
      es: { message: 'la ley de aquí no dice nada en `{word}`', help: 'escriba {known:or}' },
    },
    'USE-0004': {
      en: {
        message: '`{flag}` is {what:word}, and `{word}` is none',
        help: ['write {least} to {most}', 'write {least} or more', 'write a number such as {sample}'],
      },
      es: {
        message: '`{flag}` es {what:word}, y `{word}` no lo es',
        help: ['escriba de {least} a {most}', 'escriba {least} o más', 'escriba un número como {sample}'],
      },
    },
    'USE-0005': {
      en: {
        message: '`{word}` is not the index of an entry',
        help: 'write a whole number; the first entry has the index 0',
      },
      es: {
        message: '`{word}` no es el índice de un asiento',
        help: 'escriba un número entero; el primer asiento tiene el índice 0',
      },
    },
    'USE-0006': {
      en: {
        message: ['`{flag}`: {why:word}', '`{flag}`: `{taken}` is a column that the queries make'],
        help: 'write names such as `public.cases` or `case_number`',
      },
      es: {
        message: ['`{flag}`: {why:word}', '`{flag}`: `{taken}` es una columna que crean las consultas'],
        help: 'escriba nombres como `public.cases` o `case_number`',
      },
    },
    'USE-0101': {
      en: {
        message: ['`{flag}` is given twice, and differently', 'the date is given twice, and differently'],
        help: 'give it once',
      },
      es: {
        message: [
          '`{flag}` se da dos veces, y con valores distintos',
          'la fecha se da dos veces, y con valores distintos',
        ],
        help: 'indíquela una sola vez',
      },
    },
    'USE-0102': {
      en: { message: '`{flags}` exclude each other', help: 'choose one' },
      es: { message: '`{flags}` se excluyen entre sí', help: 'elija una' },
    },
    'USE-0103': {
      en: { message: '`{flags}` belong together', help: 'give both, or neither' },
      es: { message: '`{flags}` van juntas', help: 'indique ambas, o ninguna' },
    },
    'USE-0104': {
      en: { message: '`{flag}` is only for {subject:word}', help: null },
      es: { message: '`{flag}` solo sirve para {subject:word}', help: null },
    },
    'USE-0105': {
      en: { message: 'a {flag} has no `=`', help: 'write {flag} {sample}' },
      es: { message: 'a {flag} le falta `=`', help: 'escriba {flag} {sample}' },
    },
    'USE-0106': {
      en: {
        message: 'there is only one side',
        help: 'name a second one, such as `us/ca@2018-01-01`, or a working text with `{flag}`',
      },
      es: {
        message: 'solo hay un lado',
        help: 'indique otro, como `us/ca@2018-01-01`, o un texto de trabajo con `{flag}`',
      },
    },
    'USE-0107': {
      en: { message: 'no data set is named', help: 'write {flags}, or the name of a ready mapping such as `{sample}`' },
      es: {
        message: 'no se indica ningún conjunto de datos',
        help: 'escriba {flags}, o el nombre de una correspondencia ya hecha como `{sample}`',
      },
    },
    'USE-0108': {
      en: {
        message: 'a public report is about one act',
        help: 'name it with `{flag}`: the counts of two acts could be subtracted from each other',
      },
      es: {
        message: 'un informe público trata de un solo acto',
        help: 'indíquelo con `{flag}`: los recuentos de dos actos podrían restarse',
      },
    },
    'USE-0109': {
      en: {
        message: 'the window ends before it begins',
        help: 'write {from} with the first day and {through} with the last',
      },
      es: {
        message: 'el periodo termina antes de empezar',
        help: 'escriba {from} con el primer día y {through} con el último',
      },
    },
    'USE-0110': {
      en: { message: 'one policy or two are replayed', help: 'write a policy such as `us/ca@2026-01-01`' },
      es: { message: 'se repiten una o dos políticas', help: 'escriba una política como `us/ca@2026-01-01`' },
    },
    'USE-0111': {
      en: { message: '`{target}` promises nothing', help: 'give a claim, such as {samples:or}' },
      es: { message: '`{target}` no promete nada', help: 'indique una afirmación, como {samples:or}' },
    },
    'USE-0112': {
      en: { message: 'an interview needs a terminal', help: 'use `{command}` instead' },
      es: { message: 'una entrevista necesita una terminal', help: 'en su lugar, use `{command}`' },
    },
    'USE-0113': {
      en: { message: 'standard input is a terminal', help: 'write the data set into it: `… < FILE`' },
      es: {
        message: 'la entrada estándar es una terminal',
        help: 'escriba en ella el conjunto de datos: `… < ARCHIVO`',
      },
    },
    'USE-0114': {
      en: { message: '`{flag}` takes one file', help: 'name it' },
      es: { message: '`{flag}` admite un solo archivo', help: 'indíquelo' },
    },
    'USE-0115': {
      en: { message: 'there is no file or folder `{file}`', help: null },
      es: { message: 'no hay ningún archivo ni carpeta `{file}`', help: null },
    },
    'USE-0116': {
      en: { message: '`{file}` is not a policy file', help: 'its name ends in .policy' },
      es: { message: '`{file}` no es un archivo de política', help: 'su nombre termina en .policy' },
    },
    'USE-0117': {
      en: {
        message: 'one name is searched for, and another is looked around',
        help: 'give one of the two',
      },
      es: {
        message: 'se busca un nombre, y se mira alrededor de otro',
        help: 'indique uno de los dos',
      },
    },
    'USE-0201': {
      en: { message: '`{file}` is the record of another decision', help: 'name a new folder for each case' },
      es: { message: '`{file}` es el expediente de otra decisión', help: 'indique una carpeta nueva para cada caso' },
    },
    'USE-0202': {
      en: { message: 'there is no key `{file}`', help: 'make a key with `{command}`' },
      es: { message: 'no hay ninguna clave `{file}`', help: 'cree una clave con `{command}`' },
    },
    'USE-0203': {
      en: { message: '`{file}` is the key of a log, not of a witness', help: 'make a key with `{command}`' },
      es: { message: '`{file}` es la clave de un registro, no de un testigo', help: 'cree una clave con `{command}`' },
    },
    'USE-0204': {
      en: { message: ['cannot listen there: {reason}', 'cannot listen there'], help: 'choose another port' },
      es: { message: ['no se puede escuchar ahí: {reason}', 'no se puede escuchar ahí'], help: 'elija otro puerto' },
    },
    'USE-0205': {
      en: { message: '`{file}` does not hold the base64 of 32 bytes', help: null },
      es: { message: '`{file}` no contiene el base64 de 32 bytes', help: null },
    },
    'USE-0206': {
      en: { message: 'standard input is longer than {most} megabytes', help: 'append it in parts' },
      es: { message: 'la entrada estándar supera los {most} megabytes', help: 'añádala por partes' },
    },
    'USE-0207': {
      en: { message: 'standard input is not UTF-8', help: null },
      es: { message: 'la entrada estándar no es UTF-8', help: null },
    },
    'USE-0208': {
      en: { message: '`{word}` is no act of a decision document', help: 'pipe what `{command}` prints' },
      es: { message: '`{word}` no es un acto de un documento de decisión', help: 'pase lo que imprime `{command}`' },
    },
    'USE-0209': {
      en: { message: 'no trusted key is named', help: 'name keys that you got from someone other than the log' },
      es: {
        message: 'no se indica ninguna clave de confianza',
        help: 'indique claves obtenidas de alguien que no sea el registro',
      },
    },
    'USE-0210': {
      en: { message: 'the web address is malformed', help: null },
      es: { message: 'la dirección web está mal formada', help: null },
    },
    'USE-0211': {
      en: { message: 'the web address of a log has no user, password or question mark', help: null },
      es: {
        message: 'la dirección web de un registro no lleva usuario, contraseña ni signo de interrogación',
        help: null,
      },
    },
    'USE-0212': {
      en: { message: 'the address of the database is malformed', help: null },
      es: { message: 'la dirección de la base de datos está mal formada', help: null },
    },
    'USE-0213': {
      en: { message: 'a receipt with a record is written to a file', help: 'name it with `{flag}`' },
      es: { message: 'un recibo con el expediente se escribe en un archivo', help: 'indíquelo con `{flag}`' },
    },
    'USE-0214': {
      en: { message: '`{file}` is there already', help: 'nothing was written' },
      es: { message: '`{file}` ya existe', help: 'no se escribió nada' },
    },
    'USE-0215': {
      en: { message: ['`{file}` cannot be written: {reason}', '`{file}` cannot be written'], help: null },
      es: { message: ['no se puede escribir `{file}`: {reason}', 'no se puede escribir `{file}`'], help: null },
    },
    'USE-0216': {
      en: { message: 'a proof file does not hold its entry', help: 'name it with `{flag}`' },
      es: { message: 'un archivo de prueba no contiene su asiento', help: 'indíquelo con `{flag}`' },
    },
    'USE-0217': {
      en: { message: 'this request was not decided', help: 'decide it first' },
      es: { message: 'esta solicitud no se decidió', help: 'decídala primero' },
    },
    'USE-0218': {
      en: {
        message: 'this is version 1 of the decision document, and the log takes version {version}',
        help: 'decide again; docs/decision.md says what changed',
      },
      es: {
        message: 'esta es la versión 1 del documento de decisión, y el registro admite la versión {version}',
        help: 'decida de nuevo; docs/decision.md dice qué cambió',
      },
    },
    'USE-0219': {
      en: { message: 'this is no decision document of version {version}', help: 'pipe what `{command}` prints' },
      es: {
        message: 'esto no es un documento de decisión de la versión {version}',
        help: 'pase lo que imprime `{command}`',
      },
    },
    'USE-0220': {
      en: { message: 'the document holds no decision', help: 'pipe what `{command}` prints' },
      es: { message: 'el documento no contiene ninguna decisión', help: 'pase lo que imprime `{command}`' },
    },
    'USE-0221': {
      en: { message: 'standard input is not one JSON document', help: 'pipe what `{command}` prints' },
      es: { message: 'la entrada estándar no es un solo documento JSON', help: 'pase lo que imprime `{command}`' },
    },
    'USE-0222': {
      en: {
        message: '`{part}` of the decision document is not what it should be',
        help: 'pipe what `{command}` prints',
      },
      es: {
        message: '`{part}` del documento de decisión no es lo que debería ser',
        help: 'pase lo que imprime `{command}`',
      },
    },
    'USE-0301': {
      en: {
        message: 'unknown flag `{flag}`',
        help: ['did you mean `{meant}`?', 'the help of the command lists its flags'],
      },
      es: {
        message: 'opción desconocida `{flag}`',
        help: ['¿quiso decir `{meant}`?', 'la ayuda del comando enumera sus opciones'],
      },
    },
    'USE-0302': {
      en: { message: 'unknown command `{word}`', help: ['did you mean `{meant}`?', 'the help lists the commands'] },
      es: {
        message: 'comando desconocido `{word}`',
        help: ['¿quiso decir `{meant}`?', 'la ayuda enumera los comandos'],
      },
    },
    'USE-0303': {
      en: { message: '`{flag}` needs a value', help: null },
      es: { message: '`{flag}` necesita un valor', help: null },
    },
    'USE-0304': {
      en: { message: '`{word}` is missing', help: 'the help of the command shows its arguments' },
      es: { message: 'falta `{word}`', help: 'la ayuda del comando muestra sus argumentos' },
    },
    'USE-0305': {
      en: { message: 'there are too many arguments', help: 'the help of the command shows its arguments' },
      es: { message: 'hay demasiados argumentos', help: 'la ayuda del comando muestra sus argumentos' },
    },
    'USE-0306': {
      en: { message: '`{flag}` is needed', help: null },
      es: { message: '`{flag}` es necesaria', help: null },
    },
    'USE-0307': {
      en: { message: 'the command line cannot be read: {reason}', help: null },
      es: { message: 'no se puede leer la línea de comandos: {reason}', help: null },
    },
  },
} satisfies Room
