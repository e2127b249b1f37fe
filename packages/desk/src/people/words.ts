/** What the pages of people say: signing in, roles, users, invitations. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  'sign-in': 'Sign in',
  'sign-in-name': 'Name',
  password: 'Password',
  'sign-in-wrong':
    'The name and the password do not go together. After five wrong tries a name is closed for some minutes.',
  'sign-in-empty': 'Enter your name and your password',
  'no-role': 'You have no role here yet. Ask an administrator.',
  'session-ended': 'Your session has ended. Sign in, and what you typed comes back: nothing of it is lost.',
  'signed-in-again': 'You are signed in again',
  'kept-form': 'What you typed is here, and was not sent yet.',
  'show-kept': 'Go on with what I typed',
  'drop-kept': 'Leave it, and go to the home page',
  'choose-role': 'Choose how you work now',
  'choose-role-lead': 'What you can see and do follows from the role. Each change is on record.',
  'at-desk': '{role}, {desk}',
  'go-on': 'Go on',
  'role-missing': 'Choose one of your roles',
  people: 'Who works here',
  'people-none': 'Nobody works at a desk yet. Add a clerk below.',
  'people-some': '{count:count person} may sign in here',
  'people-name': 'Name for signing in',
  'people-roles': 'Roles',
  'add-person': 'Add a person',
  'add-name-hint': 'Small letters, digits, dots and hyphens',
  'add-role': 'Role',
  'add-desk': 'Desk',
  'add-desk-hint': 'Clerks work at one desk. The other roles look over all desks.',
  add: 'Add this person',
  'name-wrong': 'Enter a name of small letters, digits, dots and hyphens, such as `records.night`',
  'name-taken': 'This name is taken. Enter another one',
  invited: 'Give this address to the new person. It works once, for three days',
  'not-shown-again': 'It is not shown again.',
  'choose-password': 'Choose your password',
  'choose-password-lead': 'A few words that belong together only for you are good and easy to keep.',
  'password-hint': 'At least {least} characters',
  'password-again': 'The same password again',
  'password-short': 'Enter at least {least} characters',
  'password-differs': 'The two passwords are not the same. Enter both again',
  'link-used': 'This link was used, or is too old',
  'link-used-next': 'Nothing was changed. If you used it, sign in. Otherwise ask for a new link.',
} as const

/** A key of these pages. */
export type PeopleKey = keyof typeof en

const es: Record<PeopleKey, string> = {
  'sign-in': 'Iniciar sesión',
  'sign-in-name': 'Nombre',
  password: 'Contraseña',
  'sign-in-wrong':
    'El nombre y la contraseña no coinciden. Tras cinco intentos fallidos el nombre se cierra unos minutos.',
  'sign-in-empty': 'Escriba su nombre y su contraseña',
  'no-role': 'Aún no tiene ninguna función aquí. Pregunte a un administrador.',
  'session-ended': 'Su sesión ha terminado. Inicie sesión, y lo que escribió vuelve: nada se ha perdido.',
  'signed-in-again': 'Ha iniciado sesión de nuevo',
  'kept-form': 'Lo que escribió está aquí, y todavía no se envió.',
  'show-kept': 'Seguir con lo que escribí',
  'drop-kept': 'Dejarlo, e ir al inicio',
  'choose-role': 'Elija cómo trabaja ahora',
  'choose-role-lead': 'La función determina lo que puede ver y hacer. Cada cambio queda registrado.',
  'at-desk': '{role}, {desk}',
  'go-on': 'Seguir',
  'role-missing': 'Elija una de sus funciones',
  people: 'Quién trabaja aquí',
  'people-none': 'Nadie trabaja aún en un escritorio. Agregue a un auxiliar abajo.',
  'people-some': '{count:count person} pueden iniciar sesión aquí',
  'people-name': 'Nombre para iniciar sesión',
  'people-roles': 'Funciones',
  'add-person': 'Agregar a una persona',
  'add-name-hint': 'Letras minúsculas, cifras, puntos y guiones',
  'add-role': 'Función',
  'add-desk': 'Escritorio',
  'add-desk-hint': 'Los auxiliares trabajan en un escritorio. Las demás funciones ven todos.',
  add: 'Agregar a esta persona',
  'name-wrong': 'Escriba un nombre de letras minúsculas, cifras, puntos y guiones, como `registros.noche`',
  'name-taken': 'Este nombre ya existe. Escriba otro',
  invited: 'Dé esta dirección a la persona nueva. Sirve una vez, durante tres días',
  'not-shown-again': 'No se muestra otra vez.',
  'choose-password': 'Elija su contraseña',
  'choose-password-lead': 'Unas palabras que solo usted une son seguras y fáciles de recordar.',
  'password-hint': 'Al menos {least} caracteres',
  'password-again': 'La misma contraseña otra vez',
  'password-short': 'Escriba al menos {least} caracteres',
  'password-differs': 'Las dos contraseñas no son iguales. Escriba ambas otra vez',
  'link-used': 'Este enlace ya se usó, o es demasiado viejo',
  'link-used-next': 'Nada ha cambiado. Si usted lo usó, inicie sesión. Si no, pida un enlace nuevo.',
}

/** Every phrase in every language. */
export const peoplePhrases: Phrases<PeopleKey> = { en, es }
const words = {
  en: { person: { one: 'person', other: 'people' } },
  es: { person: { one: 'persona', other: 'personas' } },
}

/** The voice of these pages. */
export function sayPeople(lang: string): Say<PeopleKey> {
  return sayIn(peoplePhrases, lang, words)
}
