/** The languages that the command speaks. */
export type Lang = 'en' | 'es'
