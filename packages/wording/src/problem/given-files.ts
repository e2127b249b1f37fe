/** What is said of files that people name to be read or written. */
import type { Room } from './template.ts'

/** The sentences about given files. */
export const givenFiles = {
  words: { en: {}, es: {} },
  sentences: {
    'FILE-0001': {
      en: { message: 'there is no file `{file}`', help: null },
      es: { message: 'no hay ningún archivo `{file}`', help: null },
    },
    'FILE-0002': {
      en: { message: 'the link `{file}` leads nowhere', help: 'name the file itself' },
      es: { message: 'el enlace `{file}` no lleva a ninguna parte', help: 'indique el archivo mismo' },
    },
    'FILE-0003': {
      en: { message: '`{file}` is a folder', help: 'name a file in it' },
      es: { message: '`{file}` es una carpeta', help: 'indique un archivo que esté en ella' },
    },
    'FILE-0004': {
      en: {
        message: '`{file}` is a pipe or a device, and is not opened',
        help: 'name a file, or `-` where standard input is taken',
      },
      es: {
        message: '`{file}` es una tubería o un dispositivo, y no se abre',
        help: 'indique un archivo, o `-` donde se acepte la entrada estándar',
      },
    },
    'FILE-0005': {
      en: { message: 'you may not read `{file}`', help: 'let its owner give you permission to read it' },
      es: { message: 'usted no puede leer `{file}`', help: 'pida a su dueño permiso de lectura' },
    },
    'FILE-0006': {
      en: { message: '`{file}` has {megabytes} MB, and at most {most} MB are read', help: 'name a smaller file' },
      es: {
        message: '`{file}` tiene {megabytes} MB, y se leen {most} MB como máximo',
        help: 'indique un archivo menor',
      },
    },
    'FILE-0007': {
      en: { message: '`{file}` is not UTF-8 text', help: 'save it as plain UTF-8 text' },
      es: { message: '`{file}` no es texto UTF-8', help: 'guárdelo como texto UTF-8 sin formato' },
    },
    'FILE-0008': {
      en: { message: '`{file}` cannot be read: {reason}', help: 'look at the file, and try again' },
      es: { message: '`{file}` no se puede leer: {reason}', help: 'revise el archivo e inténtelo de nuevo' },
    },
    'FILE-0101': {
      en: { message: 'there is no folder for `{file}`', help: 'make the folder first; nothing was written' },
      es: { message: 'no hay ninguna carpeta para `{file}`', help: 'cree antes la carpeta; no se escribió nada' },
    },
    'FILE-0102': {
      en: { message: 'you may not write `{file}`', help: 'name another file; nothing was written' },
      es: { message: 'usted no puede escribir `{file}`', help: 'indique otro archivo; no se escribió nada' },
    },
    'FILE-0103': {
      en: { message: '`{file}` is there and is no file', help: 'name another one; nothing was written' },
      es: { message: '`{file}` existe y no es un archivo', help: 'indique otro; no se escribió nada' },
    },
    'FILE-0104': {
      en: {
        message: '`{file}` is read by the same command and would be written over',
        help: 'name another file; nothing was written',
      },
      es: {
        message: 'el mismo comando lee `{file}`, que se perdería',
        help: 'indique otro archivo; no se escribió nada',
      },
    },
    'FILE-0105': {
      en: {
        message: '`{file}` is a link to a file outside its folder, and is not written',
        help: 'name that file itself',
      },
      es: {
        message: '`{file}` es un enlace a un archivo fuera de su carpeta, y no se escribe',
        help: 'indique ese archivo mismo',
      },
    },
    'FILE-0106': {
      en: {
        message: '`{file}` changed while it was read',
        help: 'try again; nothing was written',
      },
      es: {
        message: '`{file}` cambió mientras se leía',
        help: 'inténtelo de nuevo; no se escribió nada',
      },
    },
    'FILE-0107': {
      en: { message: '`{file}` cannot be written: {reason}', help: 'make room, or name another file' },
      es: { message: '`{file}` no se puede escribir: {reason}', help: 'haga espacio, o indique otro archivo' },
    },
  },
} satisfies Room
