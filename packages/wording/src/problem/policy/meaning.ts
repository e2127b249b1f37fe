/** What is said of texts that can be read and mean something impossible. */
import type { Sentences } from '../template.ts'

/** The sentences about meaning. */
export const meaning = {
  'POL-0301': {
    en: {
      message: 'nothing says how far the text behind {provision:word this} was read',
      help: 'end it with `read in SOURCE`, `inferred in SOURCE`, `reported in SOURCE` or `unverified`',
    },
    es: {
      message: 'nada dice hasta qué punto se leyó el texto en que se basa {provision:word this}',
      help: 'escriba al final `read in FUENTE`, `inferred in FUENTE`, `reported in FUENTE` o `unverified`',
    },
  },
  'POL-0302': {
    en: { message: 'the date `{date}` does not exist', help: 'write year-month-day, such as 2026-02-28' },
    es: { message: 'la fecha `{date}` no existe', help: 'escriba año-mes-día, como 2026-02-28' },
  },
  'POL-0303': {
    en: {
      message: 'this begins on {from} and ends before that, on {through}',
      help: '`through` is the last day and cannot be earlier than the first',
    },
    es: {
      message: 'esto empieza el {from} y termina antes, el {through}',
      help: '`through` es el último día y no puede ser anterior al primero',
    },
  },
  'POL-0304': {
    en: { message: '`{fact}` cannot be compared like this', help: '{type:word compare}' },
    es: { message: '`{fact}` no se puede comparar así', help: '{type:word compare}' },
  },
  'POL-0305': {
    en: {
      message: [
        'the term `{term}` reads `{fact}`, a protected fact that may be neither asked nor stored',
        'this reads `{fact}`, a protected fact that may be neither asked nor stored',
      ],
      help: [
        'leave it out, or cite the law that forces it with `forced by "…"` in each rule under it, `{rule}` first',
        'leave it out, or cite the law that forces it with `{clause}`',
        'leave it out: only a rule can cite a law that forces it',
      ],
    },
    es: {
      message: [
        'el término `{term}` lee `{fact}`, un dato protegido que no se puede preguntar ni guardar',
        'esto lee `{fact}`, un dato protegido que no se puede preguntar ni guardar',
      ],
      help: [
        'quítelo, o cite con `forced by "…"` la ley que obliga a leerlo en cada norma que encabeza, primero en `{rule}`',
        'quítelo, o cite con `{clause}` la ley que obliga a leerlo',
        'quítelo: solo una norma puede citar una ley que obliga a leerlo',
      ],
    },
  },
  'POL-0306': {
    en: {
      message: 'the overrides run in a circle: `{circle:chain over}`',
      help: 'decide which rule wins and take the other override out',
    },
    es: {
      message: 'estas normas prevalecen en círculo: `{circle:chain over}`',
      help: 'decida qué norma prevalece y quite la otra prevalencia',
    },
  },
  'POL-0307': {
    en: {
      message: 'the label `{name}` stands twice',
      help: 'a reference to it would be ambiguous: add a suffix of ours, such as `(a)-public`',
    },
    es: {
      message: 'la etiqueta `{name}` aparece dos veces',
      help: 'una remisión a ella sería ambigua: añada un sufijo propio, como `(a)-public`',
    },
  },
  'POL-0308': {
    en: { message: 'the term `{term}` is defined by itself', help: 'define it over facts' },
    es: { message: 'el término `{term}` se define por sí mismo', help: 'defínalo a partir de datos' },
  },
  'POL-0309': {
    en: {
      message: 'the id `{id}` does not fit the path of its file',
      help: 'name it `{wanted}`, or move the file',
    },
    es: {
      message: 'el id `{id}` no corresponde a la ruta de su archivo',
      help: 'llámelo `{wanted}`, o mueva el archivo',
    },
  },
  'POL-0310': {
    en: {
      message: '`{override}` has no effect',
      help: 'the two rules are about different acts: leave it out, or name the right rule',
    },
    es: {
      message: '`{override}` no tiene efecto',
      help: 'las dos normas tratan de actos distintos: quítelo, o nombre la norma correcta',
    },
  },
  'POL-0311': {
    en: {
      message: 'nothing says when the instrument took effect',
      help: 'add a line such as `effective 2018-01-01 "Stats. 2017, ch. 495"` to the header',
    },
    es: {
      message: 'nada dice cuándo entró en vigor el instrumento',
      help: 'añada al encabezado una línea como `effective 2018-01-01 "Stats. 2017, ch. 495"`',
    },
  },
  'POL-0312': {
    en: {
      message: 'no case has {amount} here: it is outside the range of the fact',
      help: 'the fact goes from {min} to {max}',
    },
    es: {
      message: 'ningún caso tiene {amount} aquí: está fuera del intervalo del dato',
      help: 'el dato va de {min} a {max}',
    },
  },
  'POL-0313': {
    en: {
      message: 'the instrument does not bind `{agency}`',
      help: 'add it to `binds`, or name an agency that the instrument binds',
    },
    es: {
      message: 'el instrumento no obliga a `{agency}`',
      help: 'añádala a `binds`, o nombre una agencia a la que el instrumento obligue',
    },
  },
  'POL-0314': {
    en: {
      message: '`{division}` is not a division id',
      help: 'write an Open Civic Data id, such as `ocd-division/country:us/state:ca`',
    },
    es: {
      message: '`{division}` no es un id de división',
      help: 'escriba un id de Open Civic Data, como `ocd-division/country:us/state:ca`',
    },
  },
  'POL-0315': {
    en: {
      message: 'somebody decides only where a rule says `may` or `nothing here forbids`',
      help: 'leave `decided by` out, or say `may`',
    },
    es: {
      message: 'alguien decide solo donde una norma dice `may` o `nothing here forbids`',
      help: 'quite `decided by`, o escriba `may`',
    },
  },
  'POL-0316': {
    en: {
      message: '`{fact}` has {count} values, and at most {most} can be decided',
      help: 'put together the values that no rule tells apart',
    },
    es: {
      message: '`{fact}` tiene {count} valores, y se puede decidir con {most} como máximo',
      help: 'reúna los valores que ninguna norma distingue',
    },
  },
  'POL-0317': {
    en: { message: '`{code}` is no language code', help: 'write a BCP 47 code, such as `vi` or `zh-hant`' },
    es: {
      message: '`{code}` no es un código de idioma',
      help: 'escriba un código BCP 47, como `vi` o `zh-hant`',
    },
  },
  'POL-0318': {
    en: { message: 'the text stands twice in `{code}`', help: 'keep one of the two' },
    es: { message: 'el texto aparece dos veces en `{code}`', help: 'conserve solo uno de los dos' },
  },
  'POL-0319': {
    en: { message: '`{code}` is another spelling of a code', help: 'write `{wanted}`' },
    es: { message: '`{code}` es otra forma de escribir un código', help: 'escriba `{wanted}`' },
  },
  'POL-0329': {
    en: { message: 'the Spanish text stands behind its code', help: 'write it second, without its code' },
    es: {
      message: 'el texto en español está detrás de su código',
      help: 'escríbalo en segundo lugar, sin su código',
    },
  },
  'POL-0330': {
    en: { message: '`{mark}` does not say where', help: 'write `in` and a source that is named at the top' },
    es: { message: '`{mark}` no dice dónde', help: 'escriba `in` y una fuente nombrada al comienzo' },
  },
  'POL-0331': {
    en: { message: 'the day `{day}` does not exist', help: 'write month-day, such as 03-01' },
    es: { message: 'el día `{day}` no existe', help: 'escriba mes-día, como 03-01' },
  },
  'POL-0332': {
    en: { message: 'the range goes from {min} to {max}', help: 'write the smaller number first' },
    es: { message: 'el intervalo va de {min} a {max}', help: 'escriba primero el número menor' },
  },
  'POL-0333': {
    en: {
      message: 'the fact is always a number, so it cannot be `never`',
      help: 'compare it with a number',
    },
    es: {
      message: 'el dato es siempre un número, así que no puede ser `never`',
      help: 'compárelo con un número',
    },
  },
  'POL-0334': {
    en: {
      message: '`{fact}` cannot have this value',
      help: 'give one value: `not` and the name or the name alone for yes or no, `is` and a value for the others',
    },
    es: {
      message: '`{fact}` no puede tener este valor',
      help: 'dé un solo valor: para sí o no, el nombre solo o con `not`; para los demás, `is` y un valor',
    },
  },
  'POL-0335': {
    en: {
      message: '`{fact}` cannot be derived from convictions',
      help: 'make it `yes or no` or a number of years, or leave the derivation out',
    },
    es: {
      message: '`{fact}` no se puede derivar de condenas',
      help: 'hágalo `yes or no` o un número de años, o quite la derivación',
    },
  },
  'POL-0336': {
    en: { message: '`{name}` has two provisions without a label', help: 'give each a label, such as `(a)`' },
    es: { message: '`{name}` tiene dos disposiciones sin etiqueta', help: 'dé a cada una su etiqueta, como `(a)`' },
  },
  'POL-0337': {
    en: { message: '`{name}` is not a rule', help: 'only rules can be overridden' },
    es: { message: '`{name}` no es una norma', help: 'solo se puede prevalecer sobre normas' },
  },
  'POL-0338': {
    en: {
      message: 'an override cannot reach into another instrument',
      help: 'layers settle the rest: overrides work inside one instrument',
    },
    es: {
      message: 'una norma no puede prevalecer sobre las de otro instrumento',
      help: 'de lo demás se encarga el rango: la prevalencia vale dentro de un instrumento',
    },
  },
  'POL-0339': {
    en: {
      message: 'the fact is not counted in `{unit}`',
      help: ['write `{wanted}`', 'leave the unit out'],
    },
    es: {
      message: 'el dato no se cuenta en `{unit}`',
      help: ['escriba `{wanted}`', 'quite la unidad'],
    },
  },
  'POL-0340': {
    en: {
      message: '`{fact}` has numbers that cannot be decided',
      help: 'write numbers from {lowest} to {highest}, or count in a larger unit',
    },
    es: {
      message: '`{fact}` tiene números con los que no se puede decidir',
      help: 'escriba números de {lowest} a {highest}, o cuente en una unidad mayor',
    },
  },
  'POL-0341': {
    en: { message: 'unknown time zone `{zone}`', help: 'write an IANA name, such as `America/Chicago`' },
    es: { message: 'zona horaria desconocida: `{zone}`', help: 'escriba un nombre de la IANA, como `America/Chicago`' },
  },
  'POL-0342': {
    en: { message: 'the text says nothing', help: 'write it, or leave it out' },
    es: { message: 'el texto no dice nada', help: 'escríbalo, o déjelo fuera' },
  },
  'POL-0343': {
    en: { message: 'the date `{date}` is not between {first} and {last}', help: 'correct the year' },
    es: { message: 'la fecha `{date}` no está entre {first} y {last}', help: 'corrija el año' },
  },
} satisfies Sentences
