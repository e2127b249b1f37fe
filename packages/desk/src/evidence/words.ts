/** What the evidence check says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  'paper-title': 'Is a warrant or order with it?',
  'paper-lead':
    'Read the number in the corner of each paper. A detainer is often stapled to a warrant; each is looked at by itself.',
  'paper-none': 'No warrant or order',
  'paper-none-words': 'Only the request itself, or word of mouth.',
  'paper-cannot-tell': 'I cannot tell',
  'paper-cannot-tell-words': 'Nothing is guessed from it.',
  'paper-violator-file': 'A hit in the Immigration Violator File',
  'paper-violator-file-words': 'A line on a screen (NCIC). No paper.',
  'other-paper': 'Another paper',
  'other-paper-words': 'It is called a warrant or order, and is none of these.',
  'paper-missing': 'Choose the paper that is with it, or that there is none',
  'check-title': 'Look at the paper: {paper}',
  'check-lead': 'Answer what you can see. “I cannot tell” is an answer too, and nothing is guessed from it.',
  'show-paper': 'Show paper {number} here: {name}',
  'check-other': 'It is another paper',
  'check-save': 'Save and go on',
  yes: 'Yes',
  no: 'No',
  'cannot-tell': 'I cannot tell',
  court: 'Is a court named at the top?',
  'court-hint': 'Homeland Security, ICE, CBP or an “Immigration Court” is no court of law.',
  'case-number': 'Is there a case number of that court?',
  'case-number-hint': 'Mostly a year, letters and digits. An A-number or file number is none.',
  signed: 'Is it signed?',
  'signed-hint': 'By hand or with “/s/”. A printed name alone is no signature.',
  judge: 'Does the title under the signature say judge or justice?',
  'judge-hint':
    'Only the title under the signature counts. A judge who is mentioned in the text or beside a box signed nothing. An immigration judge is none.',
  magistrate: 'Does that title say magistrate judge?',
  'magistrate-hint': 'Such as “United States Magistrate Judge”.',
  clerk: 'Does that title say clerk or deputy clerk of the court?',
  'clerk-hint': 'A clerk may sign an arrest warrant after an indictment or information.',
  'immigration-officer': 'Does that title name an immigration officer?',
  'immigration-officer-hint':
    'Deportation officer, supervisory detention officer, field office director, or another title of ICE or CBP.',
  charge: 'Is “indictment” or “information” ticked?',
  'charge-hint': 'With or without “superseding”. A complaint is another box.',
  'names-person': 'Does it name this person?',
  'names-person-hint': 'Compare the name with your record, letter by letter.',
  'names-place': 'Does it name this place?',
  'names-place-hint': 'This address, and this part of the building.',
  'date-passed': 'Has its last day passed?',
  'date-passed-hint': 'A search warrant says “on or before”. If no last day stands there, answer no.',
  'probable-cause': 'Does it say that probable cause was found?',
  'probable-cause-hint': 'In the text above the signature of the court.',
  'covers-act': 'Does its text cover what the officers ask for?',
  'covers-act-hint': 'A paper to search is none to arrest, and the other way round. Ask counsel if you doubt it.',
  'two-titles': 'One signature has one title. Choose yes for one of judge, clerk and immigration officer',
  seems: 'A paper that you added seems to say: {hints}. Is that so? Only what you answer counts.',
  'result-title-agency-paper': 'This paper comes from immigration authorities, and from no court',
  'result-title-court-paper': 'A court issued this paper',
  'result-title-court-lacks': 'A court issued this paper, and something is missing',
  'result-title-open': 'Nothing shows yet that a court issued this paper',
  'result-lead':
    'This is what the paper shows. What may be done, the law says on the next pages, with your other answers.',
  'result-facts': 'What is on record now',
  'result-lacks': 'What is missing, and what would cure it',
  'result-none': 'Nothing that you looked for is missing.',
  'result-untold': 'What nobody could tell',
  'result-untold-lead': 'It counts as not known: not as yes, and not as no.',
  'result-clerk':
    'A clerk of the court signed, and may: an indictment or information is ticked, and court and case number are there.',
  'result-change': 'Change an answer',
  'go-on': 'Go on to the questions',
  convictions: 'Enter convictions by statute',
  'lack-no-court': 'No court is named at the top. A paper that a court issued would have its name there.',
  'lack-no-number':
    'No case number. The officers can name it, and the clerk of that court can confirm it by telephone.',
  'lack-unsigned': 'Nobody signed it. Ask for the signed paper.',
  'lack-no-judge':
    'No judge, magistrate or clerk of a court signed it. A warrant with such a signature would be another paper.',
  'lack-officer-signed':
    'An immigration officer issued it. A judge who is mentioned changes nothing: a warrant that a judge or magistrate judge signed would be another paper.',
  'lack-clerk-signed':
    'A clerk signed it. That is enough only on an arrest warrant after an indictment or information, with court and case number: look for them, or call the clerk of that court.',
  'lack-not-person': 'It does not name this person. A paper that names the person would cure it.',
  'lack-not-place': 'It does not name this place. A paper with this address would cure it.',
  'lack-passed': 'Its last day has passed. A new one would cure it.',
  'lack-no-cause': 'It does not say that probable cause was found. Ask for the paper of the court that says so.',
  'lack-not-covered': 'Its text does not cover what is asked. Ask for a paper that does, and tell counsel.',
} as const

/** A key of these pages. */
export type EvidenceKey = keyof typeof en

const es: Record<EvidenceKey, string> = {
  'paper-title': '¿Viene con una orden?',
  'paper-lead':
    'Lea el número en la esquina de cada papel. Una solicitud de detención suele venir engrapada a una orden; cada papel se mira por separado.',
  'paper-none': 'Ninguna orden',
  'paper-none-words': 'Solo la solicitud misma, o de palabra.',
  'paper-cannot-tell': 'No puedo saberlo',
  'paper-cannot-tell-words': 'De ello no se supone nada.',
  'paper-violator-file': 'Un registro en el archivo de infractores migratorios',
  'paper-violator-file-words': 'Una línea en una pantalla (NCIC). No es un papel.',
  'other-paper': 'Otro papel',
  'other-paper-words': 'Se llama orden, y no es ninguno de estos.',
  'paper-missing': 'Elija el papel que lo acompaña, o que no hay ninguno',
  'check-title': 'Mire el papel: {paper}',
  'check-lead': 'Responda lo que puede ver. «No puedo saberlo» también es una respuesta, y de ella no se supone nada.',
  'show-paper': 'Mostrar aquí el papel {number}: {name}',
  'check-other': 'Es otro papel',
  'check-save': 'Guardar y seguir',
  yes: 'Sí',
  no: 'No',
  'cannot-tell': 'No puedo saberlo',
  court: '¿Figura un tribunal en la parte de arriba?',
  'court-hint': 'Homeland Security, ICE, CBP o una «Immigration Court» no son un tribunal de justicia.',
  'case-number': '¿Hay un número de causa de ese tribunal?',
  'case-number-hint': 'Casi siempre un año, letras y cifras. Un número A o de expediente no lo es.',
  signed: '¿Está firmado?',
  'signed-hint': 'A mano o con «/s/». Un nombre impreso solo no es una firma.',
  judge: '¿El cargo bajo la firma dice juez (judge o justice)?',
  'judge-hint':
    'Solo cuenta el cargo bajo la firma. Un juez mencionado en el texto o junto a una casilla no firmó nada. Un juez de inmigración no cuenta.',
  magistrate: '¿Ese cargo dice juez magistrado (magistrate judge)?',
  'magistrate-hint': 'Por ejemplo «United States Magistrate Judge».',
  clerk: '¿Ese cargo dice secretario del tribunal (clerk o deputy clerk)?',
  'clerk-hint': 'Un secretario puede firmar una orden de arresto después de una acusación formal.',
  'immigration-officer': '¿Ese cargo nombra a un agente de inmigración?',
  'immigration-officer-hint':
    'Deportation officer, supervisory detention officer, field office director, u otro cargo de ICE o CBP.',
  charge: '¿Está marcado «indictment» o «information»?',
  'charge-hint': 'Con «superseding» o sin él. «Complaint» es otra casilla.',
  'names-person': '¿Nombra a esta persona?',
  'names-person-hint': 'Compare el nombre con su registro, letra por letra.',
  'names-place': '¿Nombra este lugar?',
  'names-place-hint': 'Esta dirección, y esta parte del edificio.',
  'date-passed': '¿Ya pasó su último día?',
  'date-passed-hint': 'Una orden de registro dice «on or before». Si no figura un último día, responda no.',
  'probable-cause': '¿Dice que se halló causa probable?',
  'probable-cause-hint': 'En el texto sobre la firma del tribunal.',
  'covers-act': '¿Su texto cubre lo que piden los agentes?',
  'covers-act-hint':
    'Un papel para registrar no es para arrestar, ni al revés. Si lo duda, pregunte al asesor jurídico.',
  'two-titles': 'Una firma tiene un cargo. Elija sí para uno solo entre juez, secretario y agente de inmigración',
  seems: 'Un papel que usted agregó parece decir: {hints}. ¿Es así? Solo cuenta lo que usted responda.',
  'result-title-agency-paper': 'Este papel viene de las autoridades de inmigración, y de ningún tribunal',
  'result-title-court-paper': 'Un tribunal emitió este papel',
  'result-title-court-lacks': 'Un tribunal emitió este papel, y falta algo',
  'result-title-open': 'Nada muestra todavía que un tribunal emitiera este papel',
  'result-lead':
    'Esto es lo que muestra el papel. Qué se puede hacer lo dicen las normas en las páginas siguientes, con sus otras respuestas.',
  'result-facts': 'Qué consta ahora',
  'result-lacks': 'Qué falta, y qué lo remediaría',
  'result-none': 'No falta nada de lo que buscó.',
  'result-untold': 'Qué nadie pudo saber',
  'result-untold-lead': 'Cuenta como no sabido: ni como sí ni como no.',
  'result-clerk':
    'Firmó un secretario del tribunal, y puede: está marcada una acusación formal, y figuran tribunal y número de causa.',
  'result-change': 'Cambiar una respuesta',
  'go-on': 'Seguir con las preguntas',
  convictions: 'Ingresar condenas según la ley',
  'lack-no-court': 'Arriba no figura ningún tribunal. Un papel emitido por un tribunal llevaría ahí su nombre.',
  'lack-no-number':
    'No hay número de causa. Los agentes pueden decirlo, y el secretario de ese tribunal puede confirmarlo por teléfono.',
  'lack-unsigned': 'Nadie lo firmó. Pida el papel firmado.',
  'lack-no-judge':
    'No lo firmó ningún juez, magistrado ni secretario de un tribunal. Una orden con esa firma sería otro papel.',
  'lack-officer-signed':
    'Lo emitió un agente de inmigración. Que se mencione a un juez no cambia nada: una orden firmada por un juez o juez magistrado sería otro papel.',
  'lack-clerk-signed':
    'Lo firmó un secretario. Eso basta solo en una orden de arresto después de una acusación formal, con tribunal y número de causa: búsquelos, o llame al secretario de ese tribunal.',
  'lack-not-person': 'No nombra a esta persona. Un papel que la nombre lo remediaría.',
  'lack-not-place': 'No nombra este lugar. Un papel con esta dirección lo remediaría.',
  'lack-passed': 'Su último día ya pasó. Uno nuevo lo remediaría.',
  'lack-no-cause': 'No dice que se halló causa probable. Pida el papel del tribunal que lo diga.',
  'lack-not-covered': 'Su texto no cubre lo que se pide. Pida un papel que lo cubra, y avise al asesor jurídico.',
}

/** Every phrase in every language. */
export const evidencePhrases: Phrases<EvidenceKey> = { en, es }

/** The voice of these pages. */
export function sayEvidence(lang: string): Say<EvidenceKey> {
  return sayIn(evidencePhrases, lang)
}
