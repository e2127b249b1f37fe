/** What is said of effects that are not there, and of words of version 2 that do not fit. */
import type { Sentences } from '../template.ts'

/** The sentences about effects. */
export const effect = {
  'POL-0347': {
    en: {
      message: '`need not` lifts a duty, and no rule of this instrument says `must` of `{acts:or}`',
      help: 'write `nothing here forbids` where the text takes back a prohibition, `may` where it gives a power, or take it out',
    },
    es: {
      message: '`need not` levanta un deber, y ninguna norma de este instrumento dice `must` de `{acts:or}`',
      help: 'escriba `nothing here forbids` si el texto retira una prohibición, `may` si da una facultad, o quítelo',
    },
  },
  'POL-0348': {
    en: {
      message: '`nobody may forbid` bars lower law, and no law is lower than that of the rank `{rank}`',
      help: 'write `may`, or correct the rank of the instrument',
    },
    es: {
      message: '`nobody may forbid` limita a la norma inferior, y no hay ninguna inferior al rango `{rank}`',
      help: 'escriba `may`, o corrija el rango del instrumento',
    },
  },
  'POL-0349': {
    en: {
      message: [
        'no form to which this applies asks for as long as `{until}`: the duty would outlast the request',
        'no form asks for as long as `{time}`: `at most` changes nothing',
      ],
      help: [
        'write `for as long as the request asks`, and `at most {until} …` if the text says that too',
        'take `at most` out, or correct it',
      ],
    },
    es: {
      message: [
        'ningún formulario al que esto se aplica pide tanto como `{until}`: el deber duraría más que la solicitud',
        'ningún formulario pide tanto como `{time}`: `at most` no cambia nada',
      ],
      help: [
        'escriba `for as long as the request asks`, y `at most {until} …` si el texto también lo dice',
        'quite `at most`, o corríjalo',
      ],
    },
  },
  'POL-0350': {
    en: {
      message: [
        '`{implied}` needs power, and a power that the text only implies is none',
        '`{unread}` needs power, and nobody read the text that would give it',
      ],
      help: 'read the text that gives it, cite it and mark it `read in …`, or write `nothing here forbids`; where a text implies it, `may … counsel first` lets counsel say so',
    },
    es: {
      message: [
        '`{implied}` necesita una facultad, y una que el texto solo implica no lo es',
        '`{unread}` necesita una facultad, y nadie leyó el texto que la daría',
      ],
      help: 'lea el texto que la da, cítelo y márquelo `read in …`, o escriba `nothing here forbids`; si un texto la implica, con `may … counsel first` lo dice antes el asesor jurídico',
    },
  },
  'POL-0351': {
    en: {
      message: '`{fact}` is volunteered: it counts where it is offered, and no law forces anybody to ask',
      help: 'take `forced by` out',
    },
    es: {
      message: '`{fact}` se ofrece sin pedirlo: cuenta si se ofrece, y ninguna ley obliga a preguntarlo',
      help: 'quite `forced by`',
    },
  },
  'POL-0352': {
    en: {
      message: '`{fact}` is volunteered, so it can only be yes or no: what is not offered counts as no',
      help: 'write `yes or no`',
    },
    es: {
      message: '`{fact}` se ofrece sin pedirlo, así que solo puede ser sí o no: lo que no se ofrece cuenta como no',
      help: 'escriba `yes or no`',
    },
  },
  'POL-0353': {
    en: {
      message: 'the question of `{fact}` sometimes makes no sense, and it has no value for then',
      help: 'add a value named `none`, `nobody` or `nothing`; a number needs `or never`, a date cannot have one',
    },
    es: {
      message: 'la pregunta de `{fact}` a veces no tiene sentido, y no hay un valor para ese caso',
      help: 'añada un valor llamado `none`, `nobody` o `nothing`; un número necesita `or never`, una fecha no puede tenerlo',
    },
  },
  'POL-0354': {
    en: { message: 'the group `{group}` holds itself', help: 'name the kinds of agency that the text names' },
    es: {
      message: 'el grupo `{group}` se contiene a sí mismo',
      help: 'nombre los tipos de agencia que nombra el texto',
    },
  },
  'POL-0356': {
    en: {
      message: 'the request already says which acts this duty is about',
      help: 'take `about` out: it is for duties that no request gives rise to',
    },
    es: {
      message: 'la solicitud ya dice de qué actos trata este deber',
      help: 'quite `about`: es para deberes que no nacen de una solicitud',
    },
  },
  'POL-0357': {
    en: {
      message: '`{fact}` must have both: `judged fact`, and `judged by` whom',
      help: 'write `judged fact {fact} …` with `judged by "the watch commander"`, or neither',
    },
    es: {
      message: '`{fact}` debe tener ambas cosas: `judged fact`, y `judged by` quién',
      help: 'escriba `judged fact {fact} …` con `judged by "…"`, o ninguna de las dos',
    },
  },
  'POL-0358': {
    en: {
      message: 'no form asks for a time for `{acts:or}`',
      help: 'write the time of this text with `until`, or give a form its time in the vocabulary: `asks … for 48 hours after release`',
    },
    es: {
      message: 'ningún formulario pide un tiempo para `{acts:or}`',
      help: 'escriba el plazo de este texto con `until`, o dé al formulario su tiempo en el vocabulario: `asks … for 48 hours after release`',
    },
  },
  'POL-0360': {
    en: {
      message: [
        'what is said of `{fact}` leaves out which answer it is',
        'what is said of `{answered}` names an answer, and it is said only where the answer is yes',
      ],
      help: ['write `{sign}` where the answer of `{fact}` stands, in every language', 'take `{sign}` out'],
    },
    es: {
      message: [
        'lo que se dice de `{fact}` no nombra cuál es la respuesta',
        'lo que se dice de `{answered}` nombra una respuesta, y solo se dice si la respuesta es sí',
      ],
      help: ['escriba `{sign}` donde va la respuesta de `{fact}`, en cada idioma', 'quite `{sign}`'],
    },
  },
  'POL-0361': {
    en: {
      message: 'this is read as what the value `{value}` is called, and it says how `{fact}` is said',
      help: 'write before it what `{value}` is called: what follows a value belongs to the value',
    },
    es: {
      message: 'esto se lee como el nombre del valor `{value}`, y dice cómo se dice `{fact}`',
      help: 'escriba antes cómo se llama `{value}`: lo que sigue a un valor es suyo',
    },
  },
  'POL-0362': {
    en: {
      message: '`{value}` asks for this time on days on which it asks for another',
      help: 'write the days on which each edition was in use: `from 2017-04-02`, `through 2017-04-01`',
    },
    es: {
      message: '`{value}` pide este tiempo en días en que pide otro',
      help: 'escriba los días en que se usó cada edición: `from 2017-04-02`, `through 2017-04-01`',
    },
  },
  'POL-0363': {
    en: {
      message: 'a span of `{amount}` is no time that a law sets',
      help: 'write the number of the text, from 1 to {most}, or a larger unit',
    },
    es: {
      message: 'un plazo de `{amount}` no es un tiempo que fije una ley',
      help: 'escriba el número del texto, de 1 a {most}, o una unidad mayor',
    },
  },
  'POL-0364': {
    en: {
      message: [
        '`need not` lifts a duty, and `{duty}` is none',
        'this lifts a prohibition, and `{prohibition}` is none',
      ],
      help: 'name the rule that the text takes back; where it lets staff choose, write `may`',
    },
    es: {
      message: [
        '`need not` levanta un deber, y `{duty}` no lo es',
        'esto levanta una prohibición, y `{prohibition}` no lo es',
      ],
      help: 'nombre la norma que el texto retira; si deja elegir al personal, escriba `may`',
    },
  },
} satisfies Sentences
