/** What is said of law folders, files and working texts, and of places that are not found. */
import type { Room } from './template.ts'

/** The sentences about law files. */
export const lawFiles = {
  words: { en: {}, es: {} },
  sentences: {
    'POL-0601': {
      en: {
        message: 'the file has {megabytes} MB, and a policy has at most {most} MB',
        help: 'split it into one file an instrument',
      },
      es: {
        message: 'el archivo tiene {megabytes} MB, y una política tiene como máximo {most} MB',
        help: 'divídalo en un archivo por instrumento',
      },
    },
    'POL-0602': {
      en: { message: 'the file is not UTF-8 text', help: 'save it as plain UTF-8 text' },
      es: { message: 'el archivo no es texto UTF-8', help: 'guárdelo como texto UTF-8 sin formato' },
    },
    'POL-0603': {
      en: { message: 'this link leads nowhere', help: 'put back the file that it leads to, or remove the link' },
      es: {
        message: 'este enlace no lleva a ninguna parte',
        help: 'restaure el archivo al que lleva, o elimine el enlace',
      },
    },
    'POL-0604': {
      en: { message: 'this is a folder with the name of a file', help: 'rename the folder' },
      es: { message: 'esto es una carpeta con nombre de archivo', help: 'cambie el nombre de la carpeta' },
    },
    'POL-0605': {
      en: { message: 'you may not read this', help: 'let its owner give you permission to read it' },
      es: { message: 'usted no puede leer esto', help: 'pida a su dueño permiso de lectura' },
    },
    'POL-0606': {
      en: {
        message: 'this is neither a file nor a folder, and is not opened',
        help: 'put a file in its place, or remove it',
      },
      es: {
        message: 'esto no es ni un archivo ni una carpeta, y no se abre',
        help: 'ponga un archivo en su lugar, o elimínelo',
      },
    },
    'POL-0607': {
      en: { message: 'the disk refuses to give this file: {reason}', help: 'look at the file, and try again' },
      es: { message: 'el disco no entrega este archivo: {reason}', help: 'revise el archivo e inténtelo de nuevo' },
    },
    'POL-0608': {
      en: {
        message: 'this link leads to a folder that is part of the law already',
        help: 'remove the link, or put a copy in its place',
      },
      es: {
        message: 'este enlace lleva a una carpeta que ya es parte de la ley',
        help: 'elimine el enlace, o ponga una copia en su lugar',
      },
    },
    'REQ-0008': {
      en: {
        message: ['unknown place `{name}`', 'an unknown place'],
        help: ['did you mean `{meant}`?', 'the known ones: {places}', 'name a place of the law'],
      },
      es: {
        message: ['lugar desconocido `{name}`', 'un lugar desconocido'],
        help: ['¿quiso decir `{meant}`?', 'los conocidos: {places}', 'indique un lugar de la ley'],
      },
    },
    'LAW-0101': {
      en: {
        message: [
          '{name} is not encoded; encoded above it: `{layers}`',
          '{name} is not encoded, and neither is any law above it',
        ],
        help: [
          'ask `{above}`; the law of {state} and what {own} itself has adopted stay unknown, so have counsel look for both',
          'ask `{above}`; what {own} itself has adopted stays unknown, so have counsel look for it',
          'ask `{above}`; the law of {name} stays unknown, so have counsel look for it',
          'have counsel look for its law',
        ],
      },
      es: {
        message: [
          '{name} no está codificado; por encima sí lo está: `{layers}`',
          '{name} no está codificado, ni ninguna ley superior',
        ],
        help: [
          'pregunte por `{above}`; quedan sin saberse la ley de {state} y lo que {own} haya adoptado: que el asesor jurídico las busque',
          'pregunte por `{above}`; queda sin saberse lo que {own} haya adoptado: que el asesor jurídico lo busque',
          'pregunte por `{above}`; queda sin saberse la ley de {name}: que el asesor jurídico la busque',
          'que el asesor jurídico busque su ley',
        ],
      },
    },
    'LAW-0102': {
      en: { message: '`{name}` is the name of several places', help: 'write `{places:or}`' },
      es: { message: '`{name}` es el nombre de varios lugares', help: 'escriba `{places:or}`' },
    },
    'LAW-0103': {
      en: { message: 'there are errors in {files}, so nothing is decided', help: 'correct them; a check lists them' },
      es: {
        message: 'hay errores en {files}, así que no se decide nada',
        help: 'corríjalos; una revisión los enumera',
      },
    },
    'LAW-0104': {
      en: { message: 'there is no folder `{folder}`', help: 'name a law folder' },
      es: { message: 'no hay ninguna carpeta `{folder}`', help: 'indique una carpeta de leyes' },
    },
    'LAW-0105': {
      en: { message: '`{folder}` is not a folder', help: 'name a law folder' },
      es: { message: '`{folder}` no es una carpeta', help: 'indique una carpeta de leyes' },
    },
    'LAW-0106': {
      en: { message: 'there is no file or folder `{path}`', help: 'write a path on this disk, such as `law/us/ca`' },
      es: {
        message: 'no hay ningún archivo ni carpeta `{path}`',
        help: 'escriba una ruta de este disco, como `law/us/ca`',
      },
    },
    'LAW-0107': {
      en: { message: '`{path}` is not in the law folder', help: 'name the law folder that it lies in' },
      es: { message: '`{path}` no está en la carpeta de leyes', help: 'indique la carpeta de leyes en la que está' },
    },
    'LAW-0108': {
      en: { message: 'the law folder `{folder}` has no place', help: 'name a folder with a `place.policy` in it' },
      es: {
        message: 'la carpeta de leyes `{folder}` no tiene ningún lugar',
        help: 'indique una carpeta que contenga un `place.policy`',
      },
    },
    'LAW-0109': {
      en: {
        message: '`{folder}` holds more than {most} files and folders, and is not read as law',
        help: 'name the law folder itself',
      },
      es: {
        message: '`{folder}` contiene más de {most} archivos y carpetas, y no se lee como ley',
        help: 'indique la carpeta de leyes misma',
      },
    },
    'LAW-0301': {
      en: { message: 'the law has no standard cases', help: 'name a law folder with `cases/situations.json` in it' },
      es: {
        message: 'la ley no tiene casos estándar',
        help: 'indique una carpeta de leyes que contenga `cases/situations.json`',
      },
    },
    'LAW-0302': {
      en: {
        message: [
          'the situations cannot be read: `{pointer}` is not what it must be',
          'the situations cannot be read: this is not JSON',
        ],
        help: 'each has an id, a title, an agency, an act and facts, as docs/law-cases.md shows',
      },
      es: {
        message: [
          'no se pueden leer las situaciones: `{pointer}` no es lo que debe ser',
          'no se pueden leer las situaciones: esto no es JSON',
        ],
        help: 'cada una tiene id, título, agencia, acto y datos, como muestra docs/law-cases.md',
      },
    },
    'LAW-0303': {
      en: {
        message: 'no situation is named `{situation}`',
        help: 'write an id of `cases/situations.json`',
      },
      es: {
        message: 'ninguna situación se llama `{situation}`',
        help: 'escriba un id de `cases/situations.json`',
      },
    },
    'LAW-0304': {
      en: { message: 'no answer to `{situations}`', help: 'write the answer of the text to each situation' },
      es: { message: 'sin respuesta a `{situations}`', help: 'escriba la respuesta del texto a cada situación' },
    },
    'LAW-0305': {
      en: {
        message: '`{situation}` has an answer on this date already, on line {line}',
        help: 'keep one of the two, or write in `as_of` the date of which the other is',
      },
      es: {
        message: '`{situation}` ya tiene una respuesta en esta fecha, en la línea {line}',
        help: 'conserve una de las dos, o escriba en `as_of` la fecha de la otra',
      },
    },
    'LAW-0306': {
      en: {
        message: '`{until}` is not a time that exists',
        help: 'write the local time at which the hold must end, such as `2026-11-27T18:00`, or leave the cell empty',
      },
      es: {
        message: '`{until}` no es una hora que exista',
        help: 'escriba la hora local en que debe terminar la retención, como `2026-11-27T18:00`, o deje la celda vacía',
      },
    },
    'LAW-0110': {
      en: { message: '`{name}` is a law of `{place}`, and not a place', help: 'name the place' },
      es: { message: '`{name}` es una ley de `{place}`, y no un lugar', help: 'indique el lugar' },
    },
    'LAW-0111': {
      en: {
        message: [
          'several places are called `{name}`, and none of them is encoded: `{named}`, and {left} more',
          'several places are called `{name}`, and none of them is encoded: `{named}`',
        ],
        help: 'name the state with it, as in `{first}`',
      },
      es: {
        message: [
          'varios lugares se llaman `{name}`, y ninguno está codificado: `{named}`, y {left} más',
          'varios lugares se llaman `{name}`, y ninguno está codificado: `{named}`',
        ],
        help: 'añada el estado, como en `{first}`',
      },
    },
    'LAW-0112': {
      en: {
        message: '`{name}` is a ZIP code, which crosses the lines of cities and counties and names none of them',
        help: 'write the city or the county with its state, such as `Bozeman, Montana`',
      },
      es: {
        message: '`{name}` es un código postal, que cruza los límites de ciudades y condados y no nombra ninguno',
        help: 'escriba la ciudad o el condado con su estado, como `Bozeman, Montana`',
      },
    },
    'LAW-0113': {
      en: {
        message:
          '`{name}` seems to be a tribe, and no law of a tribe is encoded; the law of the state around it is not taken as law above it',
        help: "have the tribe's counsel say what binds its staff; for the staff of a city or county nearby, name that city or county",
      },
      es: {
        message:
          '`{name}` parece ser una tribu, y no hay ley de ninguna tribu codificada; la ley del estado que la rodea no se toma como ley superior a la suya',
        help: 'que el asesor jurídico de la tribu diga qué obliga a su personal; para el personal de una ciudad o un condado cercanos, indique esa ciudad o ese condado',
      },
    },
    'LAW-0201': {
      en: {
        message: '`{file}` is not an instrument',
        help: 'it begins with `language 2` and `instrument PLACE/NAME "Title"`',
      },
      es: {
        message: '`{file}` no es un instrumento',
        help: 'empieza con `language 2` e `instrument PLACE/NAME "Title"`',
      },
    },
    'LAW-0202': {
      en: { message: '`{file}` does not say its place', help: 'a line reads `place us/ca`' },
      es: { message: '`{file}` no dice su lugar', help: 'una línea dice `place us/ca`' },
    },
    'LAW-0203': {
      en: {
        message: '`{file}` is law of `{of}`, which does not bind `{place}`',
        help: 'name `{of}` or a place in it',
      },
      es: {
        message: '`{file}` es ley de `{of}`, que no obliga a `{place}`',
        help: 'indique `{of}` o un lugar dentro de él',
      },
    },
    'LAW-0204': {
      en: { message: '`{text}` is not a claim', help: 'write it as in a promise: `staff never may hold when …`' },
      es: {
        message: '`{text}` no es una afirmación',
        help: 'escríbala como en una promesa: `staff never may hold when …`',
      },
    },
  },
} satisfies Room
