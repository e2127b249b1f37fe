/** What is said of data sets. A value of a cell is named only where the problem has it. */
import type { DataCode } from '@brightline/simulate'
import type { Room } from './template.ts'

/** The sentences about data sets. */
export const dataSets = {
  words: {
    en: {
      row: { one: 'row', other: 'rows' },
      field: { one: 'field', other: 'fields' },
      request: { one: 'request', other: 'requests' },
      folder: 'a folder',
      pipe: 'a pipe',
      socket: 'a socket',
      device: 'a device',
      xls: 'a workbook of the old kind (.xls)',
      ods: 'an OpenDocument spreadsheet (.ods)',
      zip: 'a zip archive',
      pdf: 'a PDF',
      html: 'a web page',
      xml: 'XML',
      json: 'JSON',
      sqlite: 'an SQLite database',
      ENOENT: 'it does not exist',
      EACCES: 'you may not read it',
      EPERM: 'you may not read it',
      ELOOP: 'it is a link to itself',
      ENAMETOOLONG: 'its name is too long',
      ENOTDIR: 'a part of its path is no folder',
    },
    es: {
      row: { one: 'fila', other: 'filas' },
      field: { one: 'campo', other: 'campos' },
      request: { one: 'solicitud', other: 'solicitudes' },
      folder: 'una carpeta',
      pipe: 'una tubería',
      socket: 'un socket',
      device: 'un dispositivo',
      xls: 'un libro del tipo antiguo (.xls)',
      ods: 'una hoja de cálculo OpenDocument (.ods)',
      zip: 'un archivo zip',
      pdf: 'un PDF',
      html: 'una página web',
      xml: 'XML',
      json: 'JSON',
      sqlite: 'una base de datos SQLite',
      ENOENT: 'no existe',
      EACCES: 'usted no puede leerlo',
      EPERM: 'usted no puede leerlo',
      ELOOP: 'es un enlace a sí mismo',
      ENAMETOOLONG: 'su nombre es demasiado largo',
      ENOTDIR: 'una parte de su ruta no es una carpeta',
    },
  },
  sentences: {
    'DATA-0001': {
      en: {
        message: 'the data has no such column',
        help: ['did you mean `{meant}`?', 'correct the name in the mapping, or the header of the data'],
      },
      es: {
        message: 'los datos no tienen esa columna',
        help: ['¿quiso decir `{meant}`?', 'corrija el nombre en la correspondencia, o el encabezado de los datos'],
      },
    },
    'DATA-0002': {
      en: {
        message: 'the row has {fields:count field}, the header has {columns} ({rows:count row})',
        help: 'put quotes around text that holds the delimiter; a total or a note below the table is rightly left out',
      },
      es: {
        message: 'la fila tiene {fields:count field}, el encabezado tiene {columns} ({rows:count row})',
        help: 'ponga entre comillas el texto que contiene el separador; un total o una nota bajo la tabla se omite con razón',
      },
    },
    'DATA-0003': {
      en: { message: 'a quote is not closed ({rows:count row})', help: 'double every quote inside quotes' },
      es: {
        message: 'unas comillas no se cierran ({rows:count row})',
        help: 'duplique cada comilla dentro de comillas',
      },
    },
    'DATA-0004': {
      en: {
        message: 'the line is longer than 1 MB ({rows:count row})',
        help: 'look at the file: a line break may be missing',
      },
      es: {
        message: 'la línea tiene más de 1 MB ({rows:count row})',
        help: 'revise el archivo: puede faltar un salto de línea',
      },
    },
    'DATA-0005': {
      en: {
        message: [
          'the file cannot be read as a table: its reader says `{reason}`',
          'the file cannot be read as a table: it is damaged',
        ],
        help: 'fetch it again, or save it as CSV',
      },
      es: {
        message: [
          'el archivo no se puede leer como tabla: su lector dice `{reason}`',
          'el archivo no se puede leer como tabla: está dañado',
        ],
        help: 'vuelva a descargarlo, o guárdelo como CSV',
      },
    },
    'DATA-0006': {
      en: { message: 'the header has {columns} columns, and at most 10,000 are read', help: 'split the table' },
      es: { message: 'el encabezado tiene {columns} columnas, y se leen 10,000 como máximo', help: 'divida la tabla' },
    },
    'DATA-0007': {
      en: {
        message: ['the file breaks off here: its reader says `{reason}`', 'the file breaks off here'],
        help: 'fetch it again; what was read up to here is counted',
      },
      es: {
        message: ['el archivo se interrumpe aquí: su lector dice `{reason}`', 'el archivo se interrumpe aquí'],
        help: 'vuelva a descargarlo; lo leído hasta aquí se cuenta',
      },
    },
    'DATA-0008': {
      en: {
        message: [
          'the value `{value}` is not in the mapping ({rows:count row})',
          'the value is not in the mapping ({rows:count row})',
        ],
        help: 'add it to the values of the column; null means unknown',
      },
      es: {
        message: [
          'el valor `{value}` no está en la correspondencia ({rows:count row})',
          'el valor no está en la correspondencia ({rows:count row})',
        ],
        help: 'añádalo a los valores de la columna; null significa desconocido',
      },
    },
    'DATA-0009': {
      en: {
        message: [
          'the date `{value}` is in no listed format, or does not exist ({rows:count row})',
          'the date is in no listed format, or does not exist ({rows:count row})',
        ],
        help: 'list its format in the mapping under date formats',
      },
      es: {
        message: [
          'la fecha `{value}` no está en ningún formato indicado, o no existe ({rows:count row})',
          'la fecha no está en ningún formato indicado, o no existe ({rows:count row})',
        ],
        help: 'indique su formato en la correspondencia, entre los formatos de fecha',
      },
    },
    'DATA-0010': {
      en: {
        message: [
          'the number `{value}` is not whole, or not in the range of the fact ({rows:count row})',
          'the number is not whole, or not in the range of the fact ({rows:count row})',
        ],
        help: 'correct the cell, or the mapping',
      },
      es: {
        message: [
          'el número `{value}` no es entero, o está fuera del rango del dato ({rows:count row})',
          'el número no es entero, o está fuera del rango del dato ({rows:count row})',
        ],
        help: 'corrija la celda, o la correspondencia',
      },
    },
    'DATA-0011': {
      en: { message: 'the count is not a whole number from 0 ({rows:count row})', help: 'correct the cell' },
      es: { message: 'el recuento no es un número entero desde 0 ({rows:count row})', help: 'corrija la celda' },
    },
    'DATA-0012': {
      en: {
        message: 'the facts of the row cannot be true together ({rows:count request})',
        help: 'correct the row, or the mapping',
      },
      es: {
        message: 'los datos de la fila no pueden ser ciertos a la vez ({rows:count request})',
        help: 'corrija la fila, o la correspondencia',
      },
    },
    'DATA-0013': {
      en: { message: 'the data names a column twice', help: 'rename one of the two' },
      es: { message: 'los datos nombran una columna dos veces', help: 'cambie el nombre de una de las dos' },
    },
    'DATA-0014': {
      en: {
        message: 'the data has too many different cases ({rows:count request} left out)',
        help: 'map fewer columns, or split the data',
      },
      es: {
        message: 'los datos tienen demasiados casos distintos ({rows:count request} sin contar)',
        help: 'use menos columnas, o divida los datos',
      },
    },
    'DATA-0015': {
      en: {
        message: 'the date of the event lies after the date of the row ({rows:count row})',
        help: 'correct the row',
      },
      es: {
        message: 'la fecha del suceso es posterior a la fecha de la fila ({rows:count row})',
        help: 'corrija la fila',
      },
    },
    'DATA-0016': {
      en: { message: 'the column holds lists or structures', help: 'write one value a cell' },
      es: { message: 'la columna contiene listas o estructuras', help: 'escriba un valor por celda' },
    },
    'DATA-0017': {
      en: {
        message: [
          'the place `{value}` is in none of the jurisdictions ({rows:count row})',
          'the place is in none of the jurisdictions ({rows:count row})',
        ],
        help: 'add it to the jurisdictions of the mapping, if it is one',
      },
      es: {
        message: [
          'el lugar `{value}` no está en ninguna de las jurisdicciones ({rows:count row})',
          'el lugar no está en ninguna de las jurisdicciones ({rows:count row})',
        ],
        help: 'añádalo a las jurisdicciones de la correspondencia, si es una de ellas',
      },
    },
    'DATA-0018': {
      en: {
        message: 'text follows the quote that closes field {fields} ({rows:count row})',
        help: 'double every quote inside quotes',
      },
      es: {
        message: 'hay texto tras las comillas que cierran el campo {fields} ({rows:count row})',
        help: 'duplique cada comilla dentro de comillas',
      },
    },
    'DATA-0019': {
      en: {
        message: 'the data set is {kind:word}, and is not opened',
        help: 'name a regular file; `-` reads standard input',
      },
      es: {
        message: 'el conjunto de datos es {kind:word}, y no se abre',
        help: 'indique un archivo normal; `-` lee la entrada estándar',
      },
    },
    'DATA-0020': {
      en: { message: 'the data set cannot be read: {reason:word}', help: 'look at its name and at its rights' },
      es: { message: 'el conjunto de datos no se puede leer: {reason:word}', help: 'revise su nombre y sus permisos' },
    },
    'DATA-0021': {
      en: { message: 'the data set is empty', help: 'fetch it again' },
      es: { message: 'el conjunto de datos está vacío', help: 'vuelva a descargarlo' },
    },
    'DATA-0022': {
      en: {
        message: 'the file is not text, and no table that is known here',
        help: 'save it as CSV, .xlsx, Parquet or Arrow',
      },
      es: {
        message: 'el archivo no es texto, ni una tabla conocida aquí',
        help: 'guárdelo como CSV, .xlsx, Parquet o Arrow',
      },
    },
    'DATA-0023': {
      en: { message: 'lines end with a carriage return alone', help: 'save the file with other line ends' },
      es: {
        message: 'las líneas terminan solo con un retorno de carro',
        help: 'guarde el archivo con otros finales de línea',
      },
    },
    'DATA-0024': {
      en: { message: 'the header is longer than 1 MB', help: 'look at the file: a line break may be missing' },
      es: {
        message: 'el encabezado tiene más de 1 MB',
        help: 'revise el archivo: puede faltar un salto de línea',
      },
    },
    'DATA-0025': {
      en: {
        message: 'the file is a pointer of {tool}, and the data itself is not here',
        help: 'fetch the data first: `git lfs pull` or `git annex get`, in the folder of the file',
      },
      es: {
        message: 'el archivo es un puntero de {tool}, y los datos mismos no están aquí',
        help: 'descargue antes los datos: `git lfs pull` o `git annex get`, en la carpeta del archivo',
      },
    },
    'DATA-0026': {
      en: {
        message: 'the file is {kind:word}, which is not read',
        help: 'save the table as CSV or .xlsx, or fetch the data itself',
      },
      es: {
        message: 'el archivo es {kind:word}, que no se lee',
        help: 'guarde la tabla como CSV o .xlsx, o descargue los datos mismos',
      },
    },
    'DATA-0027': {
      en: {
        message: 'the package `{package}`, which reads such files, is not installed',
        help: 'install it beside the program, or save the table as CSV or Parquet',
      },
      es: {
        message: 'el paquete `{package}`, que lee estos archivos, no está instalado',
        help: 'instálelo junto al programa, o guarde la tabla como CSV o Parquet',
      },
    },
    'DATA-0028': {
      en: { message: 'the data set is a link that leads nowhere', help: 'name the file itself' },
      es: {
        message: 'el conjunto de datos es un enlace que no lleva a ninguna parte',
        help: 'indique el archivo mismo',
      },
    },
    'DATA-0029': {
      en: {
        message: 'the table would take more than {megabytes} MB of memory',
        help: 'save it as CSV, which is read piece by piece, or as a file of Parquet',
      },
      es: {
        message: 'la tabla ocuparía más de {megabytes} MB de memoria',
        help: 'guárdela como CSV, que se lee por partes, o como archivo de Parquet',
      },
    },
  },
} satisfies Room<DataCode>
