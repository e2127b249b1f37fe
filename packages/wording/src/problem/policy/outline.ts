/** What is said of outlines and lead-ins. */
import type { Sentences } from '../template.ts'

/** The sentences about outlines. */
export const outline = {
  'POL-0344': {
    en: {
      message: 'nothing in this section says what {label} of the text says',
      help: 'write its rule, duty, term or group, or `{label} not encoded "…" on … because "…"`',
    },
    es: {
      message: 'nada en esta sección dice lo que dice {label} del texto',
      help: 'escriba su norma, deber, término o grupo, o `{label} not encoded "…" on … because "…"`',
    },
  },
  'POL-0345': {
    en: {
      message: [
        'the outline lists {twice} twice, and no text can have it twice',
        'the outline lists {invented}, which is a label of ours and none of the text',
        'the outline leaves out {missing}, without which the text cannot have what follows',
      ],
      help: 'list the subdivisions as the text has them; one that was repealed is `not encoded … on no act`',
    },
    es: {
      message: [
        'el esquema lista {twice} dos veces, y ningún texto puede tenerlo dos veces',
        'el esquema lista {invented}, que es una etiqueta nuestra y no del texto',
        'el esquema omite {missing}, sin lo cual el texto no puede tener lo que sigue',
      ],
      help: 'liste las subdivisiones como las tiene el texto; una derogada es `not encoded … on no act`',
    },
  },
  'POL-0346': {
    en: {
      message: 'the outline of this section has no {label}',
      help: 'add it to the outline if the text has it; if the label is ours, write it behind a hyphen, such as `(a)-police`',
    },
    es: {
      message: 'el esquema de esta sección no tiene {label}',
      help: 'añádalo al esquema si el texto lo tiene; si la etiqueta es nuestra, escríbala tras un guion, como `(a)-police`',
    },
  },
  'POL-0355': {
    en: {
      message: [
        'no rule, and no duty that a request gives rise to, stands under {label}: this leads into nothing',
        'no rule, and no duty that a request gives rise to, stands in this section: this leads into nothing',
      ],
      help: 'write the label under which the rules stand, or take it out',
    },
    es: {
      message: [
        'bajo {label} no hay ninguna norma ni deber que nazca de una solicitud: esto no encabeza nada',
        'en esta sección no hay ninguna norma ni deber que nazca de una solicitud: esto no encabeza nada',
      ],
      help: 'escriba la etiqueta bajo la que están las normas, o quítelo',
    },
  },
  'POL-0359': {
    en: { message: 'this lead-in has no condition', help: 'write `when …` or `unless …` behind it' },
    es: { message: 'este encabezado no tiene condición', help: 'escriba detrás `when …` o `unless …`' },
  },
} satisfies Sentences
