/** The door of the papers that follow a request: what they hold, their words, and how they look. */
export { timeWords } from './notice/time.ts'
export { paperFontPath, paperStyle } from './notice/html-style.ts'
export { paperHtml } from './notice/html.ts'
export { makePaper } from './notice/make-paper.ts'
export {
  intentOf,
  type AnsweredAct,
  type Notice,
  type NoticeDecision,
  type NoticeRequest,
  type PrintedIdentity,
} from './notice/notice.ts'
export type { Paper } from './notice/paper.ts'
export { paperText } from './notice/text.ts'
export { noticeTranslations } from './notice/words/translations.ts'
export {
  missingWords,
  noticeKeys,
  translationFaults,
  type NoticeWords,
  type Translation,
  type TranslationFault,
} from './notice/words/translation.ts'
export { en as noticeEnglish, type NoticeKey } from './notice/words/en.ts'
