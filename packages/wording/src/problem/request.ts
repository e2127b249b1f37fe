/** What is said of requests and of the facts in them. */
import { outgrowing } from '../law/outgrown.ts'
import type { RequestCode } from '@brightline/engine'
import type { Room } from './template.ts'

/** The sentences about requests. */
export const request = {
  words: {
    en: {
      array: 'a list',
      megabyte: { one: 'megabyte', other: 'megabytes' },
      never: '`never`',
      object: 'an object of names and values',
      string: 'a text',
      value: 'a name, a number, true, false or null',
    },
    es: {
      array: 'una lista',
      megabyte: { one: 'megabyte', other: 'megabytes' },
      never: '`never`',
      object: 'un objeto de nombres y valores',
      string: 'un texto',
      value: 'un nombre, un número, true, false o null',
    },
  },
  sentences: {
    'FACT-0001': {
      en: {
        message: ['unknown fact `{name}`', 'a fact that no vocabulary declares'],
        help: ['did you mean `{meant}`?', 'the known ones: {known}'],
      },
      es: {
        message: ['dato desconocido `{name}`', 'un dato que ningún vocabulario declara'],
        help: ['¿quiso decir `{meant}`?', 'los conocidos: {known}'],
      },
    },
    'FACT-0002': {
      en: { message: 'the fact has no such value', help: ['did you mean `{meant}`?', 'write one of {known:or}'] },
      es: { message: 'el dato no tiene ese valor', help: ['¿quiso decir `{meant}`?', 'escriba uno de {known:or}'] },
    },
    'FACT-0003': {
      en: {
        message: 'it is protected and no law here forces it',
        help: 'immigration status, citizenship, birthplace, religion and the like may be neither asked nor stored',
      },
      es: {
        message: 'está protegido y ninguna ley aquí obliga a darlo',
        help: 'el estatus migratorio, la ciudadanía, el lugar de nacimiento, la religión y similares no se preguntan ni se guardan',
      },
    },
    'FACT-0004': {
      en: {
        message: [
          'these facts cannot be true together: {reason}',
          'these facts cannot be true together: with the others, `{fact}` cannot have that value',
        ],
        help: ['see {cite}', 'look at the paper again'],
      },
      es: {
        message: [
          'estos datos no pueden ser ciertos a la vez: {reason}',
          'estos datos no pueden ser ciertos a la vez: con los demás, `{fact}` no puede tener ese valor',
        ],
        help: ['vea {cite}', 'mire otra vez el papel'],
      },
    },
    'FACT-0005': {
      en: {
        message: 'these facts cannot be true together, so nothing can be said on `{act}`',
        help: 'look at the paper again, and leave out what is not certain',
      },
      es: {
        message: 'estos datos no pueden ser ciertos a la vez, así que nada se puede decir sobre `{act}`',
        help: 'mire otra vez el papel y omita lo que no es seguro',
      },
    },
    'FACT-0006': {
      en: { message: 'the value is neither yes nor no', help: 'write yes or no' },
      es: { message: 'el valor no es ni sí ni no', help: 'escriba sí o no' },
    },
    'FACT-0007': {
      en: {
        message: 'the value is not a number that the fact can have',
        help: ['write a whole number from {min} to {max}, or {never:word}', 'write a whole number from {min} to {max}'],
      },
      es: {
        message: 'el valor no es un número que el dato pueda tener',
        help: [
          'escriba un número entero de {min} a {max}, o {never:word}',
          'escriba un número entero de {min} a {max}',
        ],
      },
    },
    'FACT-0008': {
      en: { message: 'the value is not a date', help: 'write a date such as 2026-11-22' },
      es: { message: 'el valor no es una fecha', help: 'escriba una fecha como 2026-11-22' },
    },
    'REQ-0001': {
      en: {
        message: ['`{text}` is not a date', 'the date of the law is not a date'],
        help: 'write year-month-day, such as 2026-11-22',
      },
      es: {
        message: ['`{text}` no es una fecha', 'la fecha de la ley no es una fecha'],
        help: 'escriba año-mes-día, como 2026-11-22',
      },
    },
    'REQ-0002': {
      en: {
        message: ['unknown agency `{name}`', 'an unknown agency'],
        help: ['did you mean `{meant}`?', 'the known ones: {known}'],
      },
      es: {
        message: ['agencia desconocida `{name}`', 'una agencia desconocida'],
        help: ['¿quiso decir `{meant}`?', 'las conocidas: {known}'],
      },
    },
    'REQ-0003': {
      en: {
        message: ['unknown act `{name}`', 'an unknown act'],
        help: ['did you mean `{meant}`?', 'the known ones: {known}'],
      },
      es: {
        message: ['acto desconocido `{name}`', 'un acto desconocido'],
        help: ['¿quiso decir `{meant}`?', 'los conocidos: {known}'],
      },
    },
    'REQ-0004': {
      en: {
        message: ['form `{form}` does not say what it asks', 'no act is named, and no form that asks for one'],
        help: ['name what is asked, of: {known}', 'name an act such as `hold`, or the form that was received'],
      },
      es: {
        message: [
          'el formulario `{form}` no dice qué pide',
          'no se nombra ningún acto, ni un formulario que pida alguno',
        ],
        help: ['nombre lo que se pide, de: {known}', 'nombre un acto como `hold`, o el formulario recibido'],
      },
    },
    'REQ-0005': {
      en: {
        message: ['unknown form `{name}`', 'an unknown form'],
        help: [
          'that is a value of the fact `{fact}`: give `{fact}={value}`, and as form one of {known}',
          'did you mean `{meant}`?',
          'the known ones: {known}',
        ],
      },
      es: {
        message: ['formulario desconocido `{name}`', 'un formulario desconocido'],
        help: [
          'ese es un valor del dato `{fact}`: dé `{fact}={value}`, y como formulario uno de {known}',
          '¿quiso decir `{meant}`?',
          'los conocidos: {known}',
        ],
      },
    },
    'REQ-0006': {
      en: { message: 'a conviction has no `{part}`', help: 'give each conviction its `offence` and its `date`' },
      es: { message: 'a una condena le falta `{part}`', help: 'dé a cada condena su `offence` y su `date`' },
    },
    'REQ-0007': {
      en: {
        message: ['unknown event `{name}`', 'an unknown event'],
        help: ['did you mean `{meant}`?', 'the known ones: {known}'],
      },
      es: {
        message: ['suceso desconocido `{name}`', 'un suceso desconocido'],
        help: ['¿quiso decir `{meant}`?', 'los conocidos: {known}'],
      },
    },
    'REQ-0009': {
      en: {
        message: ['this is not JSON: it goes wrong at line {line}, column {column}', 'this is not JSON'],
        help: 'write one object, such as `{"place": "us/ca", "acts": ["hold"]}`',
      },
      es: {
        message: ['esto no es JSON: falla en la línea {line}, columna {column}', 'esto no es JSON'],
        help: 'escriba un objeto, como `{"place": "us/ca", "acts": ["hold"]}`',
      },
    },
    'REQ-0011': {
      en: {
        message: ['unknown key `{name}`', 'an unknown key'],
        help: ['did you mean `{meant}`?', 'the keys are {known}'],
      },
      es: {
        message: ['clave desconocida `{name}`', 'una clave desconocida'],
        help: ['¿quiso decir `{meant}`?', 'las claves son {known}'],
      },
    },
    'REQ-0012': {
      en: { message: 'this is not {expects:word}', help: null },
      es: { message: 'esto no es {expects:word}', help: null },
    },
    'REQ-0013': {
      en: { message: '`{name}` is said twice, and differently', help: 'say it once' },
      es: { message: '`{name}` se dice dos veces y de forma distinta', help: 'dígalo una vez' },
    },
    'REQ-0014': {
      en: {
        message: 'this version of the request is not spoken here',
        help: 'write version {spoken}, or leave the version out',
      },
      es: {
        message: 'esta versión de la solicitud no se habla aquí',
        help: 'escriba la versión {spoken} u omita la versión',
      },
    },
    'REQ-0015': {
      en: { message: 'the line is longer than {megabytes:count megabyte}', help: 'write one request a line' },
      es: { message: 'la línea tiene más de {megabytes:count megabyte}', help: 'escriba una solicitud por línea' },
    },
    'REQ-0017': {
      en: { message: 'no place is named', help: 'name a place such as `us/ca`' },
      es: { message: 'no se nombra ningún lugar', help: 'nombre un lugar como `us/ca`' },
    },
    'REQ-0018': {
      en: { message: 'the date is not between {first} and {last}, and is probably a slip', help: 'correct the year' },
      es: { message: 'la fecha no está entre {first} y {last} y probablemente es un descuido', help: 'corrija el año' },
    },
    'REQ-0019': {
      en: {
        message: [
          ...outgrowing('the law on `{acts}` is too large to be decided exactly, so nothing is decided: ', 'en'),
          ...outgrowing('the law is too large to be decided exactly, so nothing is decided: ', 'en'),
        ],
        help: 'let fewer rules of one act read the same facts',
      },
      es: {
        message: [
          ...outgrowing(
            'la ley sobre `{acts}` es demasiado grande para decidirla con exactitud, así que nada se decide: ',
            'es',
          ),
          ...outgrowing('la ley es demasiado grande para decidirla con exactitud, así que nada se decide: ', 'es'),
        ],
        help: 'haga que menos normas de un mismo acto lean los mismos datos',
      },
    },
    'REQ-0020': {
      en: {
        message: 'the `{part}` of a conviction cannot be read',
        help: 'write the statute or the name, `felony` or `misdemeanor`, year-month-day, and the id of the place of the court',
      },
      es: {
        message: 'el `{part}` de una condena no se puede leer',
        help: 'escriba la ley o el nombre, `felony` o `misdemeanor`, año-mes-día, y el id del lugar del tribunal',
      },
    },
    'REQ-0021': {
      en: {
        message: 'a conviction is dated after {asOf}, the date of the decision',
        help: 'correct the date of the conviction, or decide as of a later date',
      },
      es: {
        message: 'una condena tiene fecha posterior al {asOf}, la fecha de la decisión',
        help: 'corrija la fecha de la condena o decida en una fecha posterior',
      },
    },
    'REQ-0022': {
      en: { message: 'it does not agree with the convictions', help: 'leave the fact out, or correct the list' },
      es: { message: 'no concuerda con las condenas', help: 'omita el dato o corrija la lista' },
    },
    'REQ-0023': {
      en: {
        message: 'the time of `{event}` cannot be read',
        help: 'write a time such as 2026-11-22T14:00, local time of the place or with an offset',
      },
      es: {
        message: 'la hora de `{event}` no se puede leer',
        help: 'escriba una hora como 2026-11-22T14:00, hora local del lugar o con desfase',
      },
    },
    'REQ-0024': {
      en: {
        message: 'the time of `{event}` is not between {first} and {last}, and is probably a slip',
        help: 'correct the year',
      },
      es: {
        message: 'la hora de `{event}` no está entre {first} y {last} y probablemente es un descuido',
        help: 'corrija el año',
      },
    },
    'REQ-0025': {
      en: {
        message: 'the time of `{event}` did not exist: the clocks of that night jumped over it',
        help: 'write the time that the clock showed',
      },
      es: {
        message: 'la hora de `{event}` no existió: los relojes de esa noche la saltaron',
        help: 'escriba la hora que mostraba el reloj',
      },
    },
    'REQ-0026': {
      en: {
        message: 'the time of `{event}` came twice: the clocks of that night were set back',
        help: 'write it with `{earlier}` for the first time or `{later}` for the second',
      },
      es: {
        message: 'la hora de `{event}` ocurrió dos veces: los relojes de esa noche se atrasaron',
        help: 'escríbala con `{earlier}` para la primera vez o `{later}` para la segunda',
      },
    },
    'REQ-0027': {
      en: {
        message: 'the offset of the time of `{event}` is not that of its zone',
        help: 'leave out the one that is wrong',
      },
      es: { message: 'el desfase de la hora de `{event}` no es el de su zona', help: 'omita el que está mal' },
    },
    'REQ-0028': {
      en: { message: 'a key is given twice with two values', help: 'give it once' },
      es: { message: 'una clave se da dos veces con dos valores', help: 'désela una vez' },
    },
    'REQ-0029': {
      en: { message: 'the fact `{name}` stands beside the parts of the request', help: 'put it inside `facts`' },
      es: {
        message: 'el dato `{name}` está al lado de las partes de la solicitud',
        help: 'póngalo dentro de `facts`',
      },
    },
    'REQ-0030': {
      en: {
        message: 'the date of `{event}` has no time, and was taken for the beginning of that day',
        help: 'give the time where a deadline depends on it',
      },
      es: {
        message: 'la fecha de `{event}` no tiene hora y se tomó por el comienzo de ese día',
        help: 'dé la hora si un plazo depende de ella',
      },
    },
    'REQ-0031': {
      en: { message: 'no date is named', help: 'name the date whose law is applied, such as 2026-11-22' },
      es: { message: 'no se nombra ninguna fecha', help: 'nombre la fecha cuya ley se aplica, como 2026-11-22' },
    },
  },
} satisfies Room<RequestCode>
