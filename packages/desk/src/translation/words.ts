/** What the page of translations says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'Languages of the papers',
  lead: 'A translation is a draft until a named person has approved it. A paper in a draft language says so, and has the English under each line.',
  language: 'Language',
  state: 'State',
  missing: 'Needs translation',
  file: 'File',
  ours: 'Written with the program',
  'shipped-draft': 'Draft. It came with the program, and nobody has reviewed it.',
  draft: 'Draft, version {version}, translated by {translator}',
  approved: 'Approved by {reviewer} on {when}, version {version}, translated by {translator}',
  waiting: 'Version {version} by {translator} waits for approval.',
  'count-missing': '{count:count phrase}',
  none: 'Nothing',
  'take-out': 'Take the file out',
  bring: 'Bring a translation in',
  'bring-lead':
    'Take the file out, have it translated, and paste the whole text of it here. It stays a draft until somebody else approves it.',
  'bring-text': 'Text of the file',
  translator: 'Who translated it',
  'translator-hint': 'A name or an office. It stands on this page.',
  'bring-button': 'Bring it in as a draft',
  brought: 'The translation is in. It is a draft until somebody else approves it.',
  approve: 'Approve a translation',
  'approve-lead':
    'Whoever approves has read every phrase, or has the word of somebody who did. The name of the reviewer stands on this page.',
  reviewer: 'Who reviewed it',
  'approve-button': 'Approve {language}, version {version}',
  'own-waiting': '{language}, version {version}: you brought it in, so somebody else approves it.',
  'approved-now': 'The translation is approved. Papers in it are no drafts any more.',
  'not-approved': 'It is not there any more, was approved meanwhile, or you brought it in yourself',
  'no-file': 'This is not the text of a file of translations',
  'wrong-language': 'English and Spanish come with the program and are not replaced',
  'name-missing': 'Enter who it was, in at most 200 signs',
  'unknown-wrong': '{key}: no paper has this phrase',
  'empty-wrong': '{key}: nothing is written',
  'long-wrong': '{key}: longer than 600 signs',
  'placeholders-wrong': '{key}: the words in braces are not those of the English',
  'changed-wrong': '{key}: the English has changed since this file was taken out',
  contact: 'Line of contact',
  'contact-lead':
    'It stands on every paper: a telephone number, or where to write. Without it a line is left to write on.',
  'contact-label': 'Where questions about a paper go',
  'contact-button': 'Save this line',
  'contact-saved': 'The line is saved.',
} as const

/** A key of the page. */
export type TranslationKey = keyof typeof en

const es: Record<TranslationKey, string> = {
  title: 'Idiomas de los documentos',
  lead: 'Una traducción es un borrador hasta que una persona con nombre la apruebe. Un documento en un idioma en borrador lo dice, y lleva el inglés debajo de cada línea.',
  language: 'Idioma',
  state: 'Estado',
  missing: 'Falta traducir',
  file: 'Archivo',
  ours: 'Escrito con el programa',
  'shipped-draft': 'Borrador. Vino con el programa, y nadie lo ha revisado.',
  draft: 'Borrador, versión {version}, traducido por {translator}',
  approved: 'Aprobado por {reviewer} el {when}, versión {version}, traducido por {translator}',
  waiting: 'La versión {version} de {translator} espera aprobación.',
  'count-missing': '{count:count phrase}',
  none: 'Nada',
  'take-out': 'Sacar el archivo',
  bring: 'Traer una traducción',
  'bring-lead':
    'Saque el archivo, hágalo traducir y pegue aquí todo su texto. Queda como borrador hasta que otra persona lo apruebe.',
  'bring-text': 'Texto del archivo',
  translator: 'Quién lo tradujo',
  'translator-hint': 'Un nombre o una oficina. Se ve en esta página.',
  'bring-button': 'Traerlo como borrador',
  brought: 'La traducción está dentro. Es un borrador hasta que otra persona la apruebe.',
  approve: 'Aprobar una traducción',
  'approve-lead':
    'Quien aprueba ha leído cada frase, o tiene la palabra de alguien que lo hizo. El nombre de quien revisó se ve en esta página.',
  reviewer: 'Quién la revisó',
  'approve-button': 'Aprobar {language}, versión {version}',
  'own-waiting': '{language}, versión {version}: usted la trajo, así que la aprueba otra persona.',
  'approved-now': 'La traducción está aprobada. Los documentos en ella ya no son borradores.',
  'not-approved': 'Ya no está, se aprobó entretanto, o la trajo usted',
  'no-file': 'Este no es el texto de un archivo de traducciones',
  'wrong-language': 'El inglés y el español vienen con el programa y no se reemplazan',
  'name-missing': 'Escriba quién fue, con 200 signos como máximo',
  'unknown-wrong': '{key}: ningún documento tiene esta frase',
  'empty-wrong': '{key}: no hay nada escrito',
  'long-wrong': '{key}: más de 600 signos',
  'placeholders-wrong': '{key}: las palabras entre llaves no son las del inglés',
  'changed-wrong': '{key}: el inglés cambió desde que se sacó este archivo',
  contact: 'Línea de contacto',
  'contact-lead':
    'Está en cada documento: un número de teléfono, o adónde escribir. Sin ella queda una línea para escribir a mano.',
  'contact-label': 'Adónde van las preguntas sobre un documento',
  'contact-button': 'Guardar esta línea',
  'contact-saved': 'La línea está guardada.',
}

/** Every phrase in every language. */
export const translationPhrases: Phrases<TranslationKey> = { en, es }
const words = {
  en: { phrase: { one: 'phrase', other: 'phrases' } },
  es: { phrase: { one: 'frase', other: 'frases' } },
}

/** The voice of the page. */
export function sayTranslation(lang: string): Say<TranslationKey> {
  return sayIn(translationPhrases, lang, words)
}
