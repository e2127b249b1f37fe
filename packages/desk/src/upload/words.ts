/** What the page of papers says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'Add the papers that came',
  lead: 'They are sealed. Whoever looks at one is on record. You can go on without them.',
  file: 'A scan or a picture',
  'file-hint': 'PDF, PNG, JPEG or TIFF, at most {most} MB. Its name is not kept.',
  kind: 'Which paper is it?',
  add: 'Add this paper',
  'go-on': 'Go on',
  back: 'Back',
  here: 'Papers of this request',
  paper: 'Paper',
  came: 'Added',
  look: 'Look at {paper}',
  remove: 'Remove {paper}',
  numbered: '{number}: {kind}',
  none: 'Choose a file',
  'too-large': 'This file is larger than {most} MB. Scan it in black and white, or send its pages one by one',
  'wrong-type': 'This is no PDF, PNG, JPEG or TIFF file, whatever its name says. Send a scan or a picture',
  twice: 'This very paper is here already. It is kept once.',
  'too-many': 'This request has as many papers as one can have',
  gone: 'What this request sealed was destroyed on its day. Nothing can be added',
  kept: 'The paper is sealed.',
  copy: 'It is a new copy of this request, and opens no second case. Its scan can be added here.',
  'same-as': 'the same paper came with {reference}, and is counted once',
  'seems-to-say': 'The paper seems to say: {hints}. Is that so? Only what you answer counts.',
  'seems-other': 'You chose {chosen}, and this paper seems to be {seen}. Look at its number again.',
  'i-213': 'Form I-213',
  'seems-i-213': 'This paper seems to hold an I-213. It is sealed, and nothing of it was read. Do not use it.',
  'hint-form': 'form {form}',
  'hint-edition': 'edition {edition}',
  'hint-top-homeland-security': 'Homeland Security at the top',
  'hint-top-us-court': 'a court of the United States at the top',
  'hint-top-court': 'a court at the top',
  'hint-top-immigration-court': 'an immigration court at the top, which is no court of law',
  'hint-title-judge': 'a judge near the signature',
  'hint-title-magistrate': 'a magistrate judge near the signature',
  'hint-title-clerk': 'a clerk of a court near the signature',
  'hint-title-immigration-officer': 'an immigration officer near the signature',
  'hint-title-immigration-judge': 'an immigration judge near the signature',
  'hint-last-day': 'to be carried out by {day}',
  'hint-ticked': '{ticked:count box} ticked',
  'other-paper': 'Another paper',
} as const

/** A key of the page. */
export type UploadKey = keyof typeof en

const es: Record<UploadKey, string> = {
  title: 'Agregue los papeles que llegaron',
  lead: 'Se sellan. Quien mira uno queda registrado. Puede seguir sin ellos.',
  file: 'Un escaneo o una foto',
  'file-hint': 'PDF, PNG, JPEG o TIFF, como máximo {most} MB. Su nombre no se guarda.',
  kind: '¿Qué papel es?',
  add: 'Agregar este papel',
  'go-on': 'Seguir',
  back: 'Atrás',
  here: 'Papeles de esta solicitud',
  paper: 'Papel',
  came: 'Agregado',
  look: 'Ver {paper}',
  remove: 'Quitar {paper}',
  numbered: '{number}: {kind}',
  none: 'Elija un archivo',
  'too-large': 'Este archivo pesa más de {most} MB. Escanéelo en blanco y negro, o envíe sus páginas una por una',
  'wrong-type': 'Esto no es un archivo PDF, PNG, JPEG ni TIFF, diga lo que diga su nombre. Envíe un escaneo o una foto',
  twice: 'Este mismo papel ya está aquí. Se guarda una vez.',
  'too-many': 'Esta solicitud tiene tantos papeles como puede tener',
  gone: 'Lo que esta solicitud selló se destruyó en su día. No se puede agregar nada',
  kept: 'El papel está sellado.',
  copy: 'Es una copia nueva de esta solicitud, y no abre otro caso. Su escaneo se puede agregar aquí.',
  'same-as': 'el mismo papel llegó con {reference}, y se cuenta una vez',
  'seems-to-say': 'El papel parece decir: {hints}. ¿Es así? Solo cuenta lo que usted responda.',
  'seems-other': 'Usted eligió {chosen}, y este papel parece ser {seen}. Mire otra vez su número.',
  'i-213': 'Formulario I-213',
  'seems-i-213': 'Este papel parece contener un I-213. Está sellado, y no se leyó nada de él. No lo use.',
  'hint-form': 'formulario {form}',
  'hint-edition': 'edición {edition}',
  'hint-top-homeland-security': 'Seguridad Nacional arriba',
  'hint-top-us-court': 'un tribunal de los Estados Unidos arriba',
  'hint-top-court': 'un tribunal arriba',
  'hint-top-immigration-court': 'un tribunal de inmigración arriba, que no es un tribunal de justicia',
  'hint-title-judge': 'un juez cerca de la firma',
  'hint-title-magistrate': 'un juez magistrado cerca de la firma',
  'hint-title-clerk': 'un secretario de tribunal cerca de la firma',
  'hint-title-immigration-officer': 'un agente de inmigración cerca de la firma',
  'hint-title-immigration-judge': 'un juez de inmigración cerca de la firma',
  'hint-last-day': 'por cumplir hasta el {day}',
  'hint-ticked': '{ticked:count box} con marca',
  'other-paper': 'Otro papel',
}

/** Every phrase in every language. */
export const uploadPhrases: Phrases<UploadKey> = { en, es }
const words = {
  en: { box: { one: 'box', other: 'boxes' } },
  es: { box: { one: 'casilla', other: 'casillas' } },
}

/** The voice of the page. */
export function sayUpload(lang: string): Say<UploadKey> {
  return sayIn(uploadPhrases, lang, words)
}
