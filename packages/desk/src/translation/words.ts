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
  papers: 'Paper by paper',
  'paper-ours': 'Written with the program',
  'paper-draft': 'Draft',
  'paper-reviewed': 'Reviewed by {reviewer}',
  'paper-missing': 'Not in this language',
  'paper-lacks': '{state}; {count:count phrase} missing',
  'take-csv': 'Table (CSV)',
  'take-xlf': 'XLIFF',
  bring: 'Bring a translation in',
  'bring-lead':
    'Take the file out as a table (CSV) or for a program of translators (XLIFF 2.1), have it translated, and bring it here, or paste its text. It stays a draft until somebody else approves it.',
  'bring-file': 'The file',
  'bring-file-hint': 'CSV in Unicode (UTF-8), or XLIFF 2.1',
  'bring-file-button': 'Bring this file in as a draft',
  'bring-paste': 'Or paste it',
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
  row: 'Row {at}',
  line: 'Line {at}',
  'at-place': '{place}: {what}',
  'more-faults': 'And {count:count fault} more. Mend these first.',
  'nothing-taken': 'Nothing of the file was taken in.',
  'encoding-wrong': 'the file is too large or is not Unicode. Save it as CSV in UTF-8, or as XLIFF 2.1',
  'malformed-wrong':
    'it cannot be read from here on (“{found}”). Take the file out again, and write only in its last column or its targets',
  'version-wrong': 'this is another version of XLIFF (“{found}”). Save it as XLIFF 2.1',
  'language-wrong':
    'not a language that fits here (“{found}”). The English is “en”, and the other is a code such as “fr”',
  'markup-wrong': 'a paper cannot print {found}. Write only words and what stands in braces',
  'own-language-wrong':
    'English and Spanish come with the program and are not replaced. Name the language of the translation',
  'nothing-wrong': 'no phrase is translated. Write the translations into the last column or the targets',
  'unknown-wrong': '{key}: no paper has this phrase. Take it out of the file',
  'twice-wrong': '{key}: it stands here a second time. Take one of the two out',
  'missing-wrong': '{key}: it is not in the file. Put it back from the file that you took out; it may stay empty',
  'signs-wrong': '{key}: it has signs that nobody sees. Write it anew',
  'formula-wrong': '{key}: a spreadsheet would count it. Begin with a letter',
  'long-wrong': '{key}: longer than 600 signs. Make it shorter',
  'placeholders-wrong': '{key}: the words in braces are not those of the English. Copy them from there',
  'changed-wrong': '{key}: the English has changed since this file was taken out. Take it out again',
  'name-missing': 'Enter who it was, in at most 200 signs',
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
  papers: 'Documento por documento',
  'paper-ours': 'Escrito con el programa',
  'paper-draft': 'Borrador',
  'paper-reviewed': 'Revisado por {reviewer}',
  'paper-missing': 'No está en este idioma',
  'paper-lacks': '{state}; {count:count phrase} por traducir',
  'take-csv': 'Tabla (CSV)',
  'take-xlf': 'XLIFF',
  bring: 'Traer una traducción',
  'bring-lead':
    'Saque el archivo como tabla (CSV) o para un programa de traductores (XLIFF 2.1), hágalo traducir y tráigalo aquí, o pegue su texto. Queda como borrador hasta que otra persona lo apruebe.',
  'bring-file': 'El archivo',
  'bring-file-hint': 'CSV en Unicode (UTF-8), o XLIFF 2.1',
  'bring-file-button': 'Traer este archivo como borrador',
  'bring-paste': 'O péguelo',
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
  row: 'Fila {at}',
  line: 'Línea {at}',
  'at-place': '{place}: {what}',
  'more-faults': 'Y {count:count fault} más. Corrija primero estas.',
  'nothing-taken': 'No se tomó nada del archivo.',
  'encoding-wrong': 'el archivo es demasiado grande o no es Unicode. Guárdelo como CSV en UTF-8, o como XLIFF 2.1',
  'malformed-wrong':
    'no se puede leer desde aquí (“{found}”). Saque el archivo otra vez, y escriba solo en su última columna o en los textos de destino',
  'version-wrong': 'es otra versión de XLIFF (“{found}”). Guárdelo como XLIFF 2.1',
  'language-wrong': 'no es un idioma que quepa aquí (“{found}”). El inglés es “en”, y el otro es un código como “fr”',
  'markup-wrong': 'un documento no puede imprimir {found}. Escriba solo palabras y lo que está entre llaves',
  'own-language-wrong':
    'el inglés y el español vienen con el programa y no se reemplazan. Nombre el idioma de la traducción',
  'nothing-wrong':
    'ninguna frase está traducida. Escriba las traducciones en la última columna o en los textos de destino',
  'unknown-wrong': '{key}: ningún documento tiene esta frase. Quítela del archivo',
  'twice-wrong': '{key}: está por segunda vez. Quite una de las dos',
  'missing-wrong': '{key}: no está en el archivo. Póngala otra vez desde el archivo que sacó; puede quedar vacía',
  'signs-wrong': '{key}: tiene signos que nadie ve. Escríbala de nuevo',
  'formula-wrong': '{key}: una hoja de cálculo la calcularía. Empiece con una letra',
  'long-wrong': '{key}: más de 600 signos. Hágala más corta',
  'placeholders-wrong': '{key}: las palabras entre llaves no son las del inglés. Cópielas de allí',
  'changed-wrong': '{key}: el inglés cambió desde que se sacó este archivo. Sáquelo otra vez',
  'name-missing': 'Escriba quién fue, con 200 signos como máximo',
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
  en: { phrase: { one: 'phrase', other: 'phrases' }, fault: { one: 'fault', other: 'faults' } },
  es: { phrase: { one: 'frase', other: 'frases' }, fault: { one: 'falta', other: 'faltas' } },
}

/** The voice of the page. */
export function sayTranslation(lang: string): Say<TranslationKey> {
  return sayIn(translationPhrases, lang, words)
}
