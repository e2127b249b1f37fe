/** What a name would say of a person, in words. */
import type { ProtectedMeaning } from '@brightline/engine'
import type { ByLanguage } from '../phrase/by-language.ts'

export const protectedWords: ByLanguage<Readonly<Record<ProtectedMeaning, string>>> = {
  en: {
    'immigration-status': 'the immigration status of a person',
    citizenship: 'the citizenship of a person',
    nationality: 'the nationality of a person',
    birthplace: 'the birthplace of a person',
    religion: 'the religion of a person',
    race: 'the race or ethnicity of a person',
    'identity-number': 'a number that stands for a person',
    'person-name': 'the name of a person',
    'birth-date': 'the birth date of a person',
    'home-address': 'where a person lives or can be reached',
    'protected-fact': 'a protected fact of a person',
  },
  es: {
    'immigration-status': 'el estatus migratorio de una persona',
    citizenship: 'la ciudadanía de una persona',
    nationality: 'la nacionalidad de una persona',
    birthplace: 'el lugar de nacimiento de una persona',
    religion: 'la religión de una persona',
    race: 'la raza o etnia de una persona',
    'identity-number': 'un número que designa a una persona',
    'person-name': 'el nombre de una persona',
    'birth-date': 'la fecha de nacimiento de una persona',
    'home-address': 'dónde vive una persona o cómo se la localiza',
    'protected-fact': 'un dato protegido de una persona',
  },
}
