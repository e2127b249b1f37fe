/** What the pages of people say: signing in, roles, users, invitations. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  'sign-in': 'Sign in',
  'sign-in-name': 'Name',
  password: 'Password',
  'sign-in-wrong':
    'The name and the password do not go together. After five wrong tries a name is closed for some minutes.',
  'other-way': 'Another way',
  'use-passkey': 'Sign in with a passkey',
  'passkey-wrong': 'This passkey does not open this desk. Try another one, or use your name and password.',
  'passkey-away': 'Passkeys do not work at this address. Use your name and password.',
  'provider-go': 'Sign in with your work account',
  'provider-away': 'The sign-in for work accounts does not answer',
  'provider-away-next': 'Nothing was changed. Try again in some minutes, or sign in here with a passkey or a password.',
  'provider-stale': 'Signing in with your work account did not come to its end',
  'provider-stale-next':
    'Nobody was signed in. The page was used before, is too old, or belongs to another browser. Begin again.',
  'provider-refused': 'The answer from your work account was not accepted',
  'provider-refused-next':
    'Nobody was signed in. Begin again. If it fails again, tell your administrator the reference below.',
  'provider-unknown': 'Your work account is not linked to this desk',
  'provider-unknown-next':
    'You are known there, and nobody was signed in here. Ask an administrator of your agency to link your account.',
  'signed-out-here': 'You are signed out of this desk',
  'signed-out-there': 'With your work account you may still be signed in, on this device.',
  'sign-out-there': 'Sign out there too',
  'invitation-lead': 'Your name for signing in is {name}.',
  'recovery-lead': 'You are {name}. A new password ends every session that is open in your name.',
  'password-easy': 'This is one of the first passwords that anybody would try. Enter another one',
  'sign-in-empty': 'Enter your name and your password',
  'no-role': 'You have no role here yet. Ask an administrator.',
  'ended-form': 'Your session has ended. Sign in, and what you typed comes back: nothing of it is lost.',
  'ended-page': 'Your session has ended. Sign in, and you come back to the page that you asked for.',
  'ended-password':
    'Your session has ended, and nothing was changed. Sign in, and type the passwords again: they are never kept.',
  'signed-in-again': 'You are signed in again',
  'page-outlived': 'This page was older than your session',
  'page-outlived-lead':
    'Somebody signed in or changed role in this browser since the page was loaded. If you go on, it counts for whoever is signed in now, in the role at the top of this page.',
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
  'people-some': '{count:count person} with access here',
  'second-missing':
    'Nobody has these roles here: {roles}. What they have to confirm waits until somebody does. Add them below.',
  'people-name': 'Name for signing in',
  'people-roles': 'Roles',
  'add-person': 'Add a person',
  'add-name-hint': 'Small letters, digits, dots and hyphens',
  'add-role': 'Role',
  'add-desk': 'Desk',
  'add-desk-hint': 'Clerks work at one desk. The other roles look over all desks.',
  add: 'Add this person',
  'name-wrong': 'Enter a name of small letters, digits, dots and hyphens, such as records.night',
  'name-taken': 'This name is taken. Enter another one',
  invited: 'Give this address to the new person. It works once, for three days',
  'not-shown-again': 'It is not shown again.',
  'choose-password': 'Choose your password',
  'choose-password-lead': 'A few words that belong together only for you are good and easy to keep.',
  'new-password': 'New password',
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
  'other-way': 'Otra manera',
  'use-passkey': 'Iniciar sesión con una llave de acceso',
  'passkey-wrong': 'Esta llave no abre este escritorio. Pruebe otra, o use su nombre y su contraseña.',
  'passkey-away': 'Las llaves de acceso no sirven en esta dirección. Use su nombre y su contraseña.',
  'provider-go': 'Iniciar sesión con su cuenta de trabajo',
  'provider-away': 'El acceso de las cuentas de trabajo no responde',
  'provider-away-next':
    'Nada cambió. Pruebe otra vez en unos minutos, o entre aquí con una llave de acceso o una contraseña.',
  'provider-stale': 'El inicio de sesión con su cuenta de trabajo no terminó',
  'provider-stale-next':
    'Nadie inició sesión. La página ya se usó, es demasiado vieja, o es de otro navegador. Empiece de nuevo.',
  'provider-refused': 'No se aceptó la respuesta de su cuenta de trabajo',
  'provider-refused-next':
    'Nadie inició sesión. Empiece de nuevo. Si vuelve a fallar, dé a su administrador la referencia de abajo.',
  'provider-unknown': 'Su cuenta de trabajo no está vinculada a este escritorio',
  'provider-unknown-next':
    'Allí se le conoce, y aquí nadie inició sesión. Pida a un administrador de su agencia que vincule su cuenta.',
  'signed-out-here': 'Ha cerrado la sesión de este escritorio',
  'signed-out-there': 'Con su cuenta de trabajo la sesión puede seguir abierta, en este aparato.',
  'sign-out-there': 'Cerrar sesión allí también',
  'invitation-lead': 'Su nombre para iniciar sesión es {name}.',
  'recovery-lead': 'Usted es {name}. Una contraseña nueva termina toda sesión abierta a su nombre.',
  'password-easy': 'Esta es una de las primeras contraseñas que cualquiera probaría. Escriba otra',
  'sign-in-empty': 'Escriba su nombre y su contraseña',
  'no-role': 'Aún no tiene ninguna función aquí. Pregunte a un administrador.',
  'ended-form': 'Su sesión ha terminado. Inicie sesión, y lo que escribió vuelve: nada se ha perdido.',
  'ended-page': 'Su sesión ha terminado. Inicie sesión, y vuelve a la página que pidió.',
  'ended-password':
    'Su sesión ha terminado, y no se cambió nada. Inicie sesión y escriba otra vez las contraseñas: nunca se guardan.',
  'signed-in-again': 'Ha iniciado sesión de nuevo',
  'page-outlived': 'Esta página era más vieja que su sesión',
  'page-outlived-lead':
    'Desde que se cargó la página, alguien inició sesión o cambió de función en este navegador. Si sigue, cuenta para quien tiene la sesión ahora, con la función que aparece arriba en esta página.',
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
  'people-some': '{count:count person} con acceso aquí',
  'second-missing':
    'Nadie tiene aquí estas funciones: {roles}. Lo que les toca confirmar espera hasta que alguien las tenga. Agréguelo abajo.',
  'people-name': 'Nombre para iniciar sesión',
  'people-roles': 'Funciones',
  'add-person': 'Agregar a una persona',
  'add-name-hint': 'Letras minúsculas, cifras, puntos y guiones',
  'add-role': 'Función',
  'add-desk': 'Escritorio',
  'add-desk-hint': 'Los auxiliares trabajan en un escritorio. Las demás funciones ven todos.',
  add: 'Agregar a esta persona',
  'name-wrong': 'Escriba un nombre de letras minúsculas, cifras, puntos y guiones, como registros.noche',
  'name-taken': 'Este nombre ya existe. Escriba otro',
  invited: 'Dé esta dirección a la persona nueva. Sirve una vez, durante tres días',
  'not-shown-again': 'No se muestra otra vez.',
  'choose-password': 'Elija su contraseña',
  'choose-password-lead': 'Unas palabras que solo usted une son seguras y fáciles de recordar.',
  'new-password': 'Contraseña nueva',
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
