/** What is said of contradictions, examples and promises. */
import type { CheckCode } from '@brightline/engine'
import { outgrowing } from '../law/outgrown.ts'
import type { Words } from '../phrase/fill.ts'
import type { Room } from './template.ts'

const en = {
  required: 'required',
  prohibited: 'prohibited',
  permitted: 'permitted',
  'no-rule': 'no-rule',
  conflict: 'conflict',
  'needs-facts': 'needs-facts',
  'required-after-counsel': 'required after counsel',
  'permitted-after-counsel': 'permitted after counsel',
  'no-rule-after-counsel': 'no-rule after counsel',
  'not-encoded': 'not encoded',
  'no-power': 'without power',
  'duty-lifted': 'a lifted duty',
  'not-in-force': 'not in force',
  'law-silent': 'no-rule (the law is silent)',
} as const

const es: Readonly<Record<keyof typeof en, Words[string]>> = {
  required: 'obligatorio',
  prohibited: 'prohibido',
  permitted: 'permitido',
  'no-rule': 'sin norma',
  conflict: 'en conflicto',
  'needs-facts': 'pendiente de datos',
  'required-after-counsel': 'obligatorio tras consultar al asesor jurídico',
  'permitted-after-counsel': 'permitido tras consultar al asesor jurídico',
  'no-rule-after-counsel': 'sin norma tras consultar al asesor jurídico',
  'not-encoded': 'no codificado',
  'no-power': 'sin facultad',
  'duty-lifted': 'deber levantado',
  'not-in-force': 'no vigente',
  'law-silent': 'sin norma (la ley guarda silencio)',
}

const whatDecides = {
  en: [
    'it is decided by `{deciding}`; it would ask `{ask}`',
    'it is decided by `{deciding}`',
    'no rule decides; it would ask `{ask}`',
    'no rule decides',
  ],
  es: [
    'lo decide `{deciding}`; preguntaría `{ask}`',
    'lo decide `{deciding}`',
    'no decide ninguna norma; preguntaría `{ask}`',
    'no decide ninguna norma',
  ],
}

/** What refutes a promise, each with a value that no other has; its facts follow where it has some. */
const refuted = {
  en: {
    said: [
      '`{act}` comes out as {verdict:word}',
      'the answer on `{act}` depends on `{dependsOn}`',
      'by a declared constraint, what is possible on `{act}` depends on `{showsThrough}`',
      '`{act}` is allowed here and prohibited by `{floor}`',
      '`{act}` is prohibited here and allowed by `{ceiling}`',
    ],
    everyCase: 'in every case',
  },
  es: {
    said: [
      '`{act}` queda {verdict:word}',
      'la respuesta sobre `{act}` depende de `{dependsOn}`',
      'por una combinación que no puede darse, lo que es posible sobre `{act}` depende de `{showsThrough}`',
      '`{act}` está permitido aquí y prohibido por `{floor}`',
      '`{act}` está prohibido aquí y permitido por `{ceiling}`',
    ],
    everyCase: 'en todos los casos',
  },
}

function refutations(head: string, { said, everyCase }: (typeof refuted)['en']): readonly string[] {
  return [...said.map((one) => `${head}${one}: {facts}`), ...said.map((one) => `${head}${one}: ${everyCase}`)]
}

/** The sentences about exact analysis. */
export const check: Room<CheckCode> = {
  words: { en, es },
  sentences: {
    'POL-0501': {
      en: {
        message: [
          '`{rule}` contradicts `{other}` on `{act}`, as of {asOf}: {facts}',
          '`{rule}` contradicts `{other}` on `{act}`, as of {asOf}: in every case',
        ],
        help: 'say which wins: `despite` and the label of the rule that gives way',
      },
      es: {
        message: [
          '`{rule}` contradice a `{other}` sobre `{act}`, al {asOf}: {facts}',
          '`{rule}` contradice a `{other}` sobre `{act}`, al {asOf}: en todos los casos',
        ],
        help: 'diga cuál prevalece: `despite` y la etiqueta de la norma que cede',
      },
    },
    'POL-0502': {
      en: {
        message: [
          'the example `{example}` fails: `{act}` comes out as {verdict:word} ({possible:words} still possible), the example expects {expected:word}',
          'the example `{example}` fails: `{act}` comes out as {verdict:word}, the example expects {expected:word}',
        ],
        help: whatDecides.en,
      },
      es: {
        message: [
          'el ejemplo `{example}` falla: `{act}` queda {verdict:word} (aún es posible {possible:words}), y el ejemplo espera {expected:word}',
          'el ejemplo `{example}` falla: `{act}` queda {verdict:word}, y el ejemplo espera {expected:word}',
        ],
        help: whatDecides.es,
      },
    },
    'POL-0503': {
      en: {
        message: refutations('the promise `{promise}` does not hold: as of {asOf}, ', refuted.en),
        help: 'change the rules, or narrow the promise to what holds',
      },
      es: {
        message: refutations('la promesa `{promise}` no se cumple: al {asOf}, ', refuted.es),
        help: 'cambie las normas, o limite la promesa a lo que se cumple',
      },
    },
    'POL-0504': {
      en: {
        message: outgrowing('the rules on `{act}` are too many to analyse exactly: ', 'en'),
        help: 'split the rules by fact, or raise the node budget',
      },
      es: {
        message: outgrowing('las normas sobre `{act}` son demasiadas para un análisis exacto: ', 'es'),
        help: 'divida las normas por datos, o aumente el límite de nodos',
      },
    },
    'POL-0505': {
      en: {
        message: 'the promise `{promise}` does not hold: there is no instrument `{instrument}`',
        help: 'correct the name, or remove the promise',
      },
      es: {
        message: 'la promesa `{promise}` no se cumple: no existe el instrumento `{instrument}`',
        help: 'corrija el nombre, o quite la promesa',
      },
    },
    'POL-0506': {
      en: { message: 'the example `{example}` fails: `{act}` is not decided by `{rule}`', help: whatDecides.en },
      es: { message: 'el ejemplo `{example}` falla: `{rule}` no decide `{act}`', help: whatDecides.es },
    },
    'POL-0507': {
      en: { message: 'the example `{example}` fails: `{act}` does not displace `{rule}`', help: whatDecides.en },
      es: { message: 'el ejemplo `{example}` falla: `{act}` no desplaza a `{rule}`', help: whatDecides.es },
    },
    'POL-0508': {
      en: {
        message: outgrowing('the example `{example}` fails: `{act}` is too large to be decided: ', 'en'),
        help: 'let fewer rules of one act read the same facts',
      },
      es: {
        message: outgrowing('el ejemplo `{example}` falla: `{act}` es demasiado grande para decidirlo: ', 'es'),
        help: 'haga que menos normas de un mismo acto lean los mismos datos',
      },
    },
    'POL-0509': {
      en: {
        message: 'the example `{example}` fails: `{fact}` is protected and no law here forces it',
        help: 'immigration status, citizenship, birthplace, religion and the like may be neither asked nor stored',
      },
      es: {
        message: 'el ejemplo `{example}` falla: `{fact}` está protegido y aquí ninguna ley obliga a usarlo',
        help: 'el estatus migratorio, la ciudadanía, el lugar de nacimiento, la religión y similares no se pueden preguntar ni guardar',
      },
    },
    'POL-0510': {
      en: {
        message: [
          'the example `{example}` fails: these facts cannot be true together: {reason}',
          'the example `{example}` fails: with the other facts, `{fact}` cannot have that value',
        ],
        help: ['see {cite}'],
      },
      es: {
        message: [
          'el ejemplo `{example}` falla: estos datos no pueden ser ciertos a la vez: {reason}',
          'el ejemplo `{example}` falla: con los demás datos, `{fact}` no puede tener ese valor',
        ],
        help: ['vea {cite}'],
      },
    },
    'POL-0511': {
      en: {
        message: 'the example `{example}` fails: `{fact}` has no such value',
        help: 'give a value that the vocabulary has',
      },
      es: {
        message: 'el ejemplo `{example}` falla: `{fact}` no tiene ese valor',
        help: 'dé un valor que figure en el vocabulario',
      },
    },
    'POL-0512': {
      en: {
        message: 'the example `{example}` fails: unknown fact `{fact}`',
        help: 'name a fact of the vocabulary, or declare it there',
      },
      es: {
        message: 'el ejemplo `{example}` falla: dato desconocido: `{fact}`',
        help: 'nombre un dato del vocabulario, o declárelo en él',
      },
    },
  },
}
