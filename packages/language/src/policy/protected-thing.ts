/**
 * The protected things that the name of a column, a key or a field says that it holds of a person. It goes by words, in
 * English and Spanish; what a column really holds nobody can tell from it.
 */

/** Something about a person that no table of ours holds. */
export type ProtectedThing =
  | 'immigration-status'
  | 'citizenship'
  | 'nationality'
  | 'birthplace'
  | 'religion'
  | 'race'
  | 'identity-number'
  | 'person-name'
  | 'birth-date'
  | 'home-address'

/** The words of a name that stand for each thing; names are compared in small letters, words parted by single blanks. */
const patterns: readonly (readonly [ProtectedThing, RegExp])[] = [
  ['citizenship', /\b(?:citizen(?:s|ship)?|us cit|(?:any|is) usc|ciudadan(?:ia|o|a)|us born|foreign born)\b/],
  [
    'birthplace',
    /\b(?:birth ?places?|(?:birth|born) (?:in|country|city|state|region|location)|(?:place|country|city|state) of birth|pob|cob|lugar de nacimiento|pais de nacimiento)\b/,
  ],
  [
    'birth-date',
    /\b(?:dob|birth ?(?:date|day|year|month|dt)|(?:date|year|month|day) of birth|yob|born|fecha de nacimiento)\b/,
  ],
  [
    'nationality',
    /\b(?:nationalit(?:y|ies)|national origin|nacionalidad|pais de origen|(?:home|origin) country|country of (?:origin|nationality))\b|^(?:country|pais)(?: (?:code|name|cd|descr?(?:iption)?|k?\d+))?$/,
  ],
  [
    'immigration-status',
    /\b(?:(?:immigration|immig|migratory|alien|legal|lawful|residency|resident|visa) (?:status|stat|class|category|presence)|(?:estatus|estado|situacion) migratori[ao]|visa(?: type)?|undocumented|unauthorized alien|deportab(?:le|ility)|removab(?:le|ility)|removal orders?|final order(?: yes no)?|green card|lpr|permanent residen(?:t|ce|cy)|admission class|class of admission|manner of entry|(?<!jail |booking |facility )entry (?:status|date|port)|port of entry|asylum|refugee|daca|i 94)\b/,
  ],
  ['religion', /\b(?:religi(?:on|ous)|religiosa?|faith|creed|denomination)\b/],
  [
    'race',
    /\b(?:races?|racial|ethnic(?:ity|ities|ity code)?|hispanic|latin[oax]|raza|etnia|etnico|skin colou?r|national ancestry|ancestry)\b/,
  ],
  [
    'identity-number',
    /\b(?:a ?numbers?|a ?num|a ?nbr|alien (?:registration|file|id|no|num|number|nbr)\w*|afn|a file|ssn|soc(?:ial)? sec(?:urity)?|passports?|(?:driver s|drivers|driver) licen[cs]e|licen[cs]e (?:number|no|num|plate)|fbi (?:number|no|num|id)|fingerprints?|fin number|fins|biometric id|(?:person|subject|inmate|detainee|unique) (?:id|identifier|number|no|nbr)|mug ?shot|numero de extranjero)\b/,
  ],
  [
    'person-name',
    /^(?:full |legal |whole )?names?$|\b(?:first|last|middle|full|given|family|maiden|legal|nick|sur)[ ]?names?\b|\b(?:fname|lname|mname|alias(?:es)?|aka|initials|apellidos?|nombres?)\b|\b(?:inmate|detainee|subject|person|people|defendant|arrestee|offender|client|student|patient|alien|victim|suspect|prisoner|respondent|individual|requested|mother|father|spouse|child|relative)(?: s)? ?names?\b|\bnames? of (?:the )?(?:inmate|detainee|subject|person|defendant|arrestee|alien|individual|prisoner)\b/,
  ],
  [
    'home-address',
    /\b(?:address(?:es)?|street(?: name)?|home (?:city|zip|phone)|residence|domicili[oa]|direccion|e ?mail|(?:cell|home|mobile) ?phone|phone(?: number)?|telephone|telefono)\b/,
  ],
]

/** Words that say whose a name, an address or a number is, where it is no person's. */
const ofOffices =
  /\b(?:facility|facilities|jail|prison|detention|agency|agencies|office|officer|site|court|station|department|dept|county|police|sheriff|vendor|form|file|requester|requesting|receiving|school|hospital)\b/

const byOffices: ReadonlySet<ProtectedThing> = new Set(['person-name', 'home-address'])

/**
 * Tells what a name says that it holds, or null.
 *
 * @example
 * protectedThing('Citizenship_Country') // => 'citizenship'
 * protectedThing('person.race') // => 'race'
 * protectedThing('facility_name') // => null
 * protectedThing('lastName') // => 'person-name'
 */
export function protectedThing(name: string): ProtectedThing | null {
  const words = inWords(name)
  const found = patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  return found !== null && byOffices.has(found) && ofOffices.test(words) ? null : found
}

function inWords(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
