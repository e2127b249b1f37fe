/** The translations that come with the papers. Only two are ours; the others are drafts, which nobody has reviewed. */
import { en } from './en.ts'
import { es } from './es.ts'
import { ko } from './ko.ts'
import { tl } from './tl.ts'
import type { Translation } from './translation.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

/** The languages that Cal. Gov. Code 7283.1(a) names, in its order. The letters to agencies are in English and Spanish. */
export const noticeTranslations: readonly Translation[] = [
  { lang: 'en', state: 'ours', words: en },
  { lang: 'es', state: 'ours', words: es },
  { lang: 'zh', state: 'draft', words: zh },
  { lang: 'tl', state: 'draft', words: tl },
  { lang: 'vi', state: 'draft', words: vi },
  { lang: 'ko', state: 'draft', words: ko },
]
