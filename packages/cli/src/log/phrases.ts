/** What the commands on logs say to people, in English and Spanish. What they write for machines is the same for all. */
import { sayIn, type ByLanguage, type Phrases, type Say, type Words } from '@brightline/wording'

const en = {
  'made-log': 'made the empty log `{origin}`: give `{policy}` to everybody, and `{secret}` to nobody',
  'made-key': 'the secret key is in `{file}`: keep a copy offline, and give it to nobody',
  'case-key': 'the key of the case is in `{file}`: destroy it, with the record, to erase what the log says of the case',
  'case-folder': 'the case is in `{folder}`: keep it private, and destroy it to erase what the log says of the case',
  'own-keys': 'keys: `{file}`, the word of this folder; name keys that you got elsewhere to be sure',

  'wrong-line': 'line {line}: {problem}',
  'wrong-lines': 'and {lines:count wrong-line}',
  'nothing-appended': 'nothing was appended',
  appended: '{entries:count appended}',
  'there-already': '{entries} in the log already',
  published: 'checkpoint of size {size}',
  'none-asked': 'no witnesses asked for',
  'ask-again': 'UNWITNESSED: run the command again without entries to ask again',

  witnessed: 'witnessed',
  unwitnessed: 'UNWITNESSED',
  'unnamed-faults': 'and {faults:count unnamed-fault}',
  'checked-log': '`{origin}` at size {size}: {entries:count entry}, {hashes:count hash}',
  faults: '{faults:count fault}',
  'no-faults': 'no faults',
  'set-back': 'clock of `{place}`: it ran ahead, up to {from} before serial {serial}, and was set back to {day}',

  'unwitnessed-proof': 'the checkpoint is UNWITNESSED: a reader who asks for witnesses will refuse it',
  wrote: 'wrote `{file}`',
  'wrote-private': 'wrote `{file}`: it is for the person concerned alone',
  mirrored: '`{folder}` holds `{origin}` at size {size}, checked',
  checkpoint: 'checkpoint: {origin}, size {size}, root {root}',

  refused: 'refused: {problem}',
  proved: 'proved: entry {index} is in the log `{origin}` of size {size}',
  'signed-alone': 'signed by the log alone: entry {index} is in the log `{origin}` of size {size}',
  'entry-decision': 'entry: decision of {place} on {day}, serial {serial}',
  'entry-nil-day': 'entry: nil-day of {place} on {day}, serial {serial}',
  verdict: 'verdict: {verdict}',
  rules: 'rules: {rules}',
  policy: 'policy: sha-256 {hash}',
  record: 'record: the record in the receipt is the one that the entry commits to',
  'no-record': 'record: none in this file',
  witnesses: 'witnesses: {witnesses}',
  'witness-at': '{name} at {time}',
  'no-witness': 'witnesses: none',
  'no-witness-asked': 'witnesses: none asked for',

  listening: 'witness of {origins} at {url}',
  'policy-line': 'for the policies of the logs: witness NAME {key} URL',
} as const

/** A phrase of the commands on logs. */
type LogPhrase = keyof typeof en

const es: Readonly<Record<LogPhrase, string>> = {
  'made-log': 'se creó el registro vacío `{origin}`: dé `{policy}` a todo el mundo, y `{secret}` a nadie',
  'made-key': 'la clave secreta está en `{file}`: guarde una copia sin conexión, y no se la dé a nadie',
  'case-key':
    'la clave del caso está en `{file}`: destrúyala, junto con el expediente, para borrar lo que el registro dice del caso',
  'case-folder':
    'el caso está en `{folder}`: manténgalo en privado, y destrúyalo para borrar lo que el registro dice del caso',
  'own-keys': 'claves: `{file}`, la palabra de esta carpeta; para estar seguro, indique claves obtenidas en otra parte',

  'wrong-line': 'línea {line}: {problem}',
  'wrong-lines': 'y {lines:count wrong-line}',
  'nothing-appended': 'no se añadió nada',
  appended: '{entries:count appended}',
  'there-already': '{entries} ya en el registro',
  published: 'punto de control de tamaño {size}',
  'none-asked': 'no se piden testigos',
  'ask-again': 'SIN TESTIGOS: para volver a pedirlos, ejecute de nuevo el comando sin asientos',

  witnessed: 'con testigos',
  unwitnessed: 'SIN TESTIGOS',
  'unnamed-faults': 'y {faults:count unnamed-fault}',
  'checked-log': '`{origin}` con tamaño {size}: {entries:count entry}, {hashes:count hash}',
  faults: '{faults:count fault}',
  'no-faults': 'ninguna falla',
  'set-back': 'reloj de `{place}`: se adelantó, hasta {from} antes del número {serial}, y se puso en hora el {day}',

  'unwitnessed-proof': 'el punto de control está SIN TESTIGOS: lo rechazará quien pida testigos',
  wrote: 'se escribió `{file}`',
  'wrote-private': 'se escribió `{file}`: es solo para la persona interesada',
  mirrored: '`{folder}` contiene `{origin}` con tamaño {size}, verificado',
  checkpoint: 'punto de control: {origin}, tamaño {size}, raíz {root}',

  refused: 'rechazado: {problem}',
  proved: 'probado: el asiento {index} está en el registro `{origin}` de tamaño {size}',
  'signed-alone': 'firmado solo por el registro: el asiento {index} está en el registro `{origin}` de tamaño {size}',
  'entry-decision': 'asiento: decisión de {place}, día {day}, número correlativo {serial}',
  'entry-nil-day': 'asiento: día sin decisiones (`nil-day`) de {place}, día {day}, número correlativo {serial}',
  verdict: 'decisión: {verdict}',
  rules: 'normas: {rules}',
  policy: 'política: sha-256 {hash}',
  record: 'expediente: el del recibo es aquel con el que se compromete el asiento',
  'no-record': 'expediente: ninguno en este archivo',
  witnesses: 'testigos: {witnesses}',
  'witness-at': '{name}, {time}',
  'no-witness': 'testigos: ninguno',
  'no-witness-asked': 'testigos: no se piden',

  listening: 'testigo de {origins} en {url}',
  'policy-line': 'para las políticas de los registros: `witness NOMBRE {key} URL`',
}

/** The phrases by language. */
export const logPhrases: Phrases<LogPhrase> = { en, es }

/** What the phrases count. */
export const logWords: ByLanguage<Words> = {
  en: {
    'wrong-line': { one: 'more line is wrong', other: 'more lines are wrong' },
    appended: { one: 'entry appended', other: 'entries appended' },
    'unnamed-fault': { one: 'more fault, which is not named here', other: 'more faults, which are not named here' },
    entry: { one: 'entry', other: 'entries' },
    hash: { one: 'hash', other: 'hashes' },
    fault: { one: 'fault', other: 'faults' },
  },
  es: {
    'wrong-line': { one: 'línea más con errores', other: 'líneas más con errores' },
    appended: { one: 'asiento añadido', other: 'asientos añadidos' },
    'unnamed-fault': { one: 'falla más, que no se nombra aquí', other: 'fallas más, que no se nombran aquí' },
    entry: { one: 'asiento', other: 'asientos' },
    hash: { one: 'hash', other: 'hashes' },
    fault: { one: 'falla', other: 'fallas' },
  },
}

/** Makes the voice of the commands on logs. */
export function logVoice(lang: string): Say<LogPhrase> {
  return sayIn(logPhrases, lang, logWords)
}
