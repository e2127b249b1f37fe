/** The door of wording. */
export { plainPainter, rendered, sealedPainter, widthOf, type Painter, type Style } from './line/painter.ts'
export { jsonText, shown, shownJson, shownText } from './line/shown.ts'
export { tableLines } from './line/table.ts'
export { citesWhole, hangingOf, wrapped } from './line/wrap.ts'
export { amountWords, unitWords } from './calendar/amount.ts'
export { dayWords } from './calendar/day.ts'
export { dueWords, limitsWords, limitWords, type DeadlineNames } from './calendar/deadline.ts'
export { answerLines, type NearestWords } from './decision/answer-lines.ts'
export {
  saidAnswer,
  type Said,
  type SaidAct,
  type SaidAnswer,
  type SaidAuthority,
  type SaidDuty,
  type SaidReason,
} from './decision/said-answer.ts'
export { caseRows } from './cases/case-rows.ts'
export { caseAnswerText, caseTableLines, type CaseLayout } from './cases/case-table-lines.ts'
export {
  toCasesDocument,
  type CasesDocument,
  type PlaceCases,
  type PlaceToTry,
  type ShownCase,
} from './cases/document.ts'
export { toStatusDocument, type PlaceStatus, type StatusDocument } from './status/document.ts'
export { statusLines, statusRows } from './status/status-lines.ts'
export { toDutiesDocument, type DutiesDocument, type ShownDuty } from './duty/document.ts'
export { dutyListLines, dutyPin, dutyTitle, forceWords, type DutyListLayout } from './duty/duty-list-lines.ts'
export { languageName } from './phrase/language-name.ts'
export type { Look } from './decision/look.ts'
export { possibleAnswerWords } from './decision/answered.ts'
export { possibleWords, verdictWords } from './decision/verdict.ts'
export {
  instrumentsOf,
  sectionNumber,
  toLawDocument,
  type LawDocument,
  type Narrowing,
  type ShownInstrument,
  type ShownProvision,
} from './law/document.ts'
export { authoritiesAbout, shownAuthorities, type ShownAuthority } from './law/authorities.ts'
export { lawLines } from './law/law-lines.ts'
export { notCountedWords } from './law/not-counted.ts'
export {
  everyPlace,
  toPlacesDocument,
  type MissingPlace,
  type PlacesDocument,
  type PlaceToShow,
  type ShownMissing,
  type ShownPlace,
} from './places/document.ts'
export { missingWords, type MissingWords } from './places/missing-words.ts'
export { placesLines, shareRead, type PlacesLayout } from './places/places-lines.ts'
export { takenAsWords } from './places/taken-as.ts'
export { type PlaceKind } from './places/place-kind.ts'
export { placeKindPhrases } from './places/phrases.ts'
export { toVocabularyDocument, type ShownFact, type VocabularyDocument } from './law/vocabulary-document.ts'
export { vocabularyLines } from './law/vocabulary-lines.ts'
export { namesOf, type LawNames } from './law/names.ts'
export { changeWords, labelWords, questionWords } from './question/question.ts'
export { saidSheetSteps, sheetEndWords, type SaidSheetAnswer, type SaidSheetStep } from './question/question-sheet.ts'
export { inLanguage, type ByLanguage } from './phrase/by-language.ts'
export {
  checkedWords,
  examplesWords,
  laidOutWords,
  migratedWords,
  notJudgedWords,
  type Checked,
} from './check/summary.ts'
export { sidesWords, unshownWords } from './check/sides.ts'
export { fill, type PhraseValue, type PhraseValues, type Words } from './phrase/fill.ts'
export { dateFormat, localeOf, numberFormat } from './phrase/format.ts'
export { sayIn, type Phrases, type Say } from './phrase/phrases.ts'
export { joined } from './phrase/list.ts'
export { printProblem } from './problem/print-problem.ts'
export { sentence, sentenceTexts, type Sentence } from './problem/sentence.ts'
export { csvText, type CsvCell } from './line/csv.ts'
export { numberWords } from './line/number.ts'
export { countWords, rangeWords, shareWords } from './replay/count.ts'
export { dimensionPhrases, replayPhrases, type ReplayPhrases } from './replay/phrases.ts'
export { disclaimerLines, printoutLines, windowWords } from './replay/printout-lines.ts'
export { replayLines } from './replay/replay-lines.ts'
export { policyWords, saidOf } from './replay/said.ts'
export { outcomeWords, valueWords } from './replay/value.ts'
export { answerWords } from './interview/answer-words.ts'
export { choicesOf, type Choice } from './interview/choices.ts'
export {
  checkPageOf,
  helpOf,
  pageOf,
  titleOf,
  type CheckedAnswer,
  type CheckPage,
  type Page,
} from './interview/page.ts'
export { asideWords, refusalWords, timeFaultWords } from './interview/refusal.ts'
export {
  askableLines,
  checkLines,
  choosePlaceWords,
  choiceWords,
  helpLines,
  pageLines,
  repeatLines,
  startLines,
  turnWords,
  typedWords,
  type TypedWords,
} from './interview/typed-lines.ts'
export { conditionWords } from './law/condition.ts'
