/** What the analyses say to people, in both languages: the sentences and the names of things. */
import type { DutyChange, Gap, ProvisionChange } from '@brightline/engine/analysis'
import type { Lang } from '../words.ts'
import { counted, grouped, type Noun } from './number.ts'

/** The words of one language. */
export interface AnalysisWords {
  readonly act: Noun
  readonly distinctCase: Noun
  readonly oneCase: Noun
  readonly claim: Noun
  readonly finding: Noun
  readonly and: string
  readonly to: string
  readonly none: string
  readonly onDate: (asOf: string) => string
  readonly withFile: (file: string) => string
  readonly forAgency: (agency: string) => string
  readonly onlyAgency: (agency: string) => string
  readonly title: (left: string, right: string) => string
  readonly nothingChanges: (acts: number) => string
  readonly actsChange: (changed: number, all: number, open: number) => string
  readonly casesChange: (cases: string, verdicts: string, duties: string) => string
  readonly moreWays: (more: number) => string
  readonly notAnalysed: string
  readonly sampled: (reason: string, tried: string, found: string) => string
  readonly noneSampled: string
  readonly someSampled: (changed: string) => string
  readonly raiseBudget: string
  readonly recordedRequests: string
  readonly ofRecorded: (asked: string, verdicts: string) => string
  readonly verdictsDiffer: (differs: string, mayDiffer: string, same: string) => string
  readonly byStateAlone: (requests: string) => string
  readonly suppressed: string
  readonly noSection: string
  readonly duty: Readonly<Record<DutyChange['change'], string>>
  readonly reworded: string
  readonly forExample: string
  readonly before: string
  readonly after: string
  readonly provisions: string
  readonly provision: Readonly<Record<ProvisionChange['change'], string>>
  readonly noChange: string
  readonly compareScope: string
  readonly everyCase: string
  readonly where: string
  readonly andOneOf: string
  readonly whereOneOf: string
  readonly unlessOneOf: string
  readonly moreCases: (more: bigint) => string
  readonly moreBoxes: (more: number) => string
  readonly moreFacts: (more: number) => string
  readonly convictions: string
  readonly level: Readonly<Record<string, string>>
  readonly noLevel: string
  readonly unchanged: string
  readonly allChange: string
  readonly basis: string
  readonly decidedAgain: string
  readonly lawUsed: (left: string, right: string) => string
  readonly section: string
  readonly whether: (act: string, from: string, to: string) => string
  readonly ofAll: (cases: string, share: string) => string
  readonly suchCase: string
  readonly beforeAndAfter: (before: string, after: string) => string
  readonly by: (cites: string) => string
  readonly shareOfCases: (share: string) => string
  readonly noCaseChanges: string
  readonly sharesOfWhat: string
  readonly change: string
  readonly share: string
  readonly asTable: string
  readonly theRequests: string
  readonly verdictChanges: string
  readonly dutyChanges: string
  readonly billion: string
  readonly trillion: string
  readonly ofCases: (count: string, cases: string) => string
  readonly noFindings: string
  readonly open: Readonly<Record<Extract<Gap, { readonly count: bigint }>['kind'], string>>
  readonly findings: Readonly<Record<Exclude<Gap, { readonly count: bigint }>['kind'], string>>
  readonly blindTo: (fact: string) => string
  readonly decides: (act: string) => string
  readonly keepsFloor: (instrument: string) => string
  readonly keepsCeiling: (instrument: string) => string
  readonly equivalentTo: (side: string) => string
  readonly randomDiffers: (act: string) => string
  readonly tooLarge: (acts: string) => string
  readonly comesOut: (here: string, there: string, count: bigint) => string
  readonly hasOtherDuties: string
  readonly moreActs: (more: number) => string
  readonly allHold: string
  readonly notProved: (claims: number) => string
  readonly holds: string
  readonly onDates: (dates: number) => string
  readonly nothingSaid: string
  readonly refuted: string
  readonly noExample: string
  readonly asExample: string
  readonly against: (claim: string) => string
  readonly whereOnly: (fact: string, value: string) => string
  readonly onOtherSide: string
  readonly proofScope: string
  readonly holdsFor: (scope: string) => string
}

/** By language. */
export const analysisWords: Readonly<Record<Lang, AnalysisWords>> = {
  en: {
    act: ['act', 'acts'],
    distinctCase: ['distinct case', 'distinct cases'],
    oneCase: ['case', 'cases'],
    claim: ['claim', 'claims'],
    finding: ['finding', 'findings'],
    and: 'and',
    to: 'to',
    none: 'none',
    onDate: (asOf) => `on ${asOf}`,
    withFile: (file) => ` with ${file}`,
    forAgency: (agency) => `, for ${agency}`,
    onlyAgency: (agency) => ` Only cases of this agency: ${agency}.`,
    title: (left, right) => `What changes: ${left} to ${right}`,
    nothingChanges: (acts) =>
      `Nothing changes: the ${counted(acts, ['act', 'acts'])} looked at come out the same in every case.`,
    actsChange: (changed, all, open) =>
      `${changed} of ${counted(all, ['act', 'acts'])} change${changed === 1 || all === 1 ? 's' : ''}${open === 0 ? '' : `, ${open} not analysed`}.`,
    casesChange: (cases, verdicts, duties) =>
      `of ${cases}, the verdict changes in ${verdicts}; only duties change in ${duties}`,
    moreWays: (more) => `and ${counted(more, ['more way', 'more ways'])} of changing, in --json`,
    notAnalysed: 'not analysed',
    sampled: (reason, tried, found) =>
      `not analysed exactly (${reason}). Of ${tried} picked at random, half of them where changed provisions apply, ${found}.`,
    noneSampled: 'none came out differently, which proves nothing',
    someSampled: (changed) => `${changed} came out differently: something changes, and how much is not known`,
    raiseBudget: 'Raise --budget to try again.',
    recordedRequests: 'recorded requests',
    ofRecorded: (asked, verdicts) => `of ${asked} recorded requests, ${verdicts}`,
    verdictsDiffer: (differs, mayDiffer, same) =>
      `the verdict differs in ${differs}, may differ in ${mayDiffer} and is the same in ${same}`,
    byStateAlone: (requests) => `; ${requests} bound by the state's law alone are in no line below`,
    suppressed: 'Counts under 10, and others that would give them away, are shown as *.',
    noSection: 'no section',
    duty: { begins: 'duty begins', ends: 'duty ends', changes: 'duty changes' },
    reworded: 'duty, worded differently',
    forExample: 'for example',
    before: 'before',
    after: 'after',
    provisions: 'rules and duties',
    provision: { removed: 'removed', changed: 'changed', added: 'added' },
    noChange: 'no change',
    compareScope:
      'This compares the encoded law over declared facts: every combination of facts that can be, each counted once, not how often it occurs. It says nothing about what people do, and verdicts and duties are compared, not time limits, deciders or citations.',
    everyCase: 'in every case',
    where: 'where',
    andOneOf: 'and one of these:',
    whereOneOf: 'where one of these is so:',
    unlessOneOf: 'unless one of these is so:',
    moreCases: (more) => `and in ${counted(more, ['more case', 'more cases'])} that take more words`,
    moreBoxes: (more) => `and ${more} more, in --json`,
    moreFacts: (more) => `and ${counted(more, ['more fact', 'more facts'])}, in --json`,
    convictions: 'Convictions',
    level: { felony: 'felony', misdemeanor: 'misdemeanor' },
    noLevel: 'level not recorded',
    unchanged: 'What does not change',
    allChange: 'Every act that was looked at changes in some case.',
    basis: 'What this rests on',
    decidedAgain: 'Every example above was decided again, rule by rule, under both versions.',
    lawUsed: (left, right) => `Law used: ${left} and ${right}.`,
    section: 'section',
    whether: (act, from, to) => `Whether to ${act}: from "${from}" to "${to}"`,
    ofAll: (cases, share) => `${cases}, ${share} of all.`,
    suchCase: 'One such case:',
    beforeAndAfter: (before, after) => `Before: ${before}. After: ${after}.`,
    by: (cites) => `, by ${cites}`,
    shareOfCases: (share) => `${share} of cases`,
    noCaseChanges: 'No case comes out differently.',
    sharesOfWhat: 'Shares of all distinct cases of the encoded law, each counted once. Not how often a case occurs.',
    change: 'change',
    share: 'share',
    asTable: 'The same as a table',
    theRequests: 'The recorded requests',
    verdictChanges: 'the verdict changes',
    dutyChanges: 'a duty changes',
    billion: 'billion',
    trillion: 'trillion',
    ofCases: (count, cases) => `${count} of ${cases}`,
    noFindings: 'no findings',
    open: { 'no-rule': 'no rule', conflict: 'conflict, counsel decides' },
    findings: {
      'never-applies': 'rules whose condition is never met',
      'always-overridden': 'rules that another rule always overrides',
      'never-decides': 'rules that other texts always displace',
      'adds-nothing': 'rules that say nothing beyond other rules of their instrument',
      'duty-never-arises': 'duties that never arise from a request',
      'unused-term': 'terms that nothing in their instrument uses',
      'uncited-source': 'sources that nothing in their instrument cites',
      'unread-fact': 'facts that no instrument reads',
      'not-analysed': 'acts too large to analyse exactly',
    },
    blindTo: (fact) => `no verdict or duty depends on ${fact}`,
    decides: (act) => `always decides ${act}`,
    keepsFloor: (instrument) => `permits nothing that ${instrument} prohibits`,
    keepsCeiling: (instrument) => `prohibits nothing that ${instrument} allows`,
    equivalentTo: (side) => `equivalent to ${side}`,
    randomDiffers: (act) => `a random case of \`${act}\` differs`,
    tooLarge: (acts) => `too large to analyse: ${acts}`,
    comesOut: (here, there, count) => `comes out as ${here} here and ${there} there in ${grouped(count)} cases`,
    hasOtherDuties: 'has cases in which there arise other duties',
    moreActs: (more) => `, and ${more} more acts differ`,
    allHold: 'all hold',
    notProved: (claims) => `${claims} not proved`,
    holds: 'holds',
    onDates: (dates) => `on all ${dates} dates of change`,
    nothingSaid: 'nothing is said about it',
    refuted: 'refuted',
    noExample:
      'no example: it would need a protected fact or one that nobody can give, or the act is too large to be decided',
    asExample: 'as an example:',
    against: (claim) => `against: ${claim}`,
    whereOnly: (fact, value) => `where only ${fact} = ${value}`,
    onOtherSide: 'on the other side',
    proofScope: 'proved for the encoded policy over declared facts; it says nothing about what people do',
    holdsFor: (scope) => `A claim that holds is ${scope}.`,
  },
  es: {
    act: ['acto', 'actos'],
    distinctCase: ['caso distinto', 'casos distintos'],
    oneCase: ['caso', 'casos'],
    claim: ['afirmación', 'afirmaciones'],
    finding: ['hallazgo', 'hallazgos'],
    and: 'y',
    to: 'a',
    none: 'ninguno',
    onDate: (asOf) => `al ${asOf}`,
    withFile: (file) => ` con ${file}`,
    forAgency: (agency) => `, para ${agency}`,
    onlyAgency: (agency) => ` Solo casos de esta agencia: ${agency}.`,
    title: (left, right) => `Qué cambia entre ${left} y ${right}`,
    nothingChanges: (acts) =>
      `Nada cambia: el resultado es el mismo en todos los casos. Actos examinados: ${grouped(acts)}.`,
    actsChange: (changed, all, open) =>
      `${changed === 1 ? 'Cambia' : 'Cambian'} ${changed} de ${counted(all, ['acto', 'actos'])}${open === 0 ? '' : `, ${open} sin analizar`}.`,
    casesChange: (cases, verdicts, duties) =>
      `de ${cases}, el resultado cambia en ${verdicts}; solo cambian los deberes en ${duties}`,
    moreWays: (more) => `y ${counted(more, ['manera', 'maneras'])} más de cambiar, en --json`,
    notAnalysed: 'sin analizar',
    sampled: (reason, tried, found) =>
      `no se analizó con exactitud (${reason}). De ${tried} al azar, la mitad donde se aplican disposiciones que cambian, ${found}.`,
    noneSampled: 'ninguno tuvo otro resultado, lo que no prueba nada',
    someSampled: (changed) => `tuvieron otro resultado ${changed}: algo cambia, y no se sabe cuánto`,
    raiseBudget: 'Aumente --budget para intentarlo de nuevo.',
    recordedRequests: 'solicitudes registradas',
    ofRecorded: (asked, verdicts) => `de ${asked} solicitudes registradas, ${verdicts}`,
    verdictsDiffer: (differs, mayDiffer, same) =>
      `el resultado difiere en ${differs}, puede diferir en ${mayDiffer} y es el mismo en ${same}`,
    byStateAlone: (requests) => `; ${requests} sujetas solo a la ley del estado no están en ninguna línea de abajo`,
    suppressed: 'Los recuentos menores de 10, y otros que los revelarían, aparecen como *.',
    noSection: 'ninguna sección',
    duty: { begins: 'comienza un deber', ends: 'termina un deber', changes: 'cambia un deber' },
    reworded: 'deber, con otra redacción',
    forExample: 'por ejemplo',
    before: 'antes',
    after: 'después',
    provisions: 'normas y deberes',
    provision: { removed: 'retirados', changed: 'cambiados', added: 'añadidos' },
    noChange: 'sin cambio',
    compareScope:
      'Esto compara el derecho codificado sobre datos declarados: cada combinación posible de datos, contada una sola vez, no con qué frecuencia ocurre. No dice nada de lo que hace la gente, y se comparan resultados y deberes, no plazos, ni quién decide, ni citas.',
    everyCase: 'en todos los casos',
    where: 'donde',
    andOneOf: 'y se cumple una de estas condiciones:',
    whereOneOf: 'donde se cumple una de estas condiciones:',
    unlessOneOf: 'salvo que se cumpla una de estas condiciones:',
    moreCases: (more) => `y en ${counted(more, ['caso', 'casos'])} más, de descripción más larga`,
    moreBoxes: (more) => `y ${more} más, en --json`,
    moreFacts: (more) => `y ${counted(more, ['dato', 'datos'])} más, en --json`,
    convictions: 'Condenas',
    level: { felony: 'delito grave', misdemeanor: 'delito menor' },
    noLevel: 'nivel no registrado',
    unchanged: 'Qué no cambia',
    allChange: 'Todos los actos examinados cambian en algún caso.',
    basis: 'En qué se basa esto',
    decidedAgain: 'Cada ejemplo de arriba se resolvió de nuevo, norma por norma, con las dos versiones.',
    lawUsed: (left, right) => `Derecho usado: ${left} y ${right}.`,
    section: 'sección',
    whether: (act, from, to) => `Sobre si ${act}: de «${from}» a «${to}»`,
    ofAll: (cases, share) => `${cases}, ${share} del total.`,
    suchCase: 'Uno de esos casos:',
    beforeAndAfter: (before, after) => `Antes: ${before}. Después: ${after}.`,
    by: (cites) => `, según ${cites}`,
    shareOfCases: (share) => `${share} de los casos`,
    noCaseChanges: 'Ningún caso tiene otro resultado.',
    sharesOfWhat:
      'Proporciones de todos los casos distintos del derecho codificado, cada uno contado una vez. No dicen con qué frecuencia ocurre un caso.',
    change: 'cambio',
    share: 'proporción',
    asTable: 'Lo mismo en una tabla',
    theRequests: 'Las solicitudes registradas',
    verdictChanges: 'cambia el resultado',
    dutyChanges: 'cambia un deber',
    billion: 'mil millones',
    trillion: 'billones',
    ofCases: (count, cases) => `${count} de ${cases}`,
    noFindings: 'ningún hallazgo',
    open: { 'no-rule': 'ninguna norma', conflict: 'conflicto, decide el asesor jurídico' },
    findings: {
      'never-applies': 'normas cuya condición nunca se cumple',
      'always-overridden': 'normas que siempre ceden ante otra norma',
      'never-decides': 'normas que otros textos siempre desplazan',
      'adds-nothing': 'normas que no dicen nada más que otras de su instrumento',
      'duty-never-arises': 'deberes que nunca surgen de una solicitud',
      'unused-term': 'términos que su instrumento no usa',
      'uncited-source': 'fuentes que su instrumento no cita',
      'unread-fact': 'datos que ningún instrumento lee',
      'not-analysed': 'actos demasiado grandes para analizarlos con exactitud',
    },
    blindTo: (fact) => `ningún resultado ni deber depende de ${fact}`,
    decides: (act) => `siempre decide ${act}`,
    keepsFloor: (instrument) => `no permite nada que ${instrument} prohíba`,
    keepsCeiling: (instrument) => `no prohíbe nada que ${instrument} permita`,
    equivalentTo: (side) => `equivalente a ${side}`,
    randomDiffers: (act) => `un caso al azar de \`${act}\` difiere`,
    tooLarge: (acts) => `demasiado grandes para analizarlos: ${acts}`,
    comesOut: (here, there, count) =>
      `tiene como resultado «${here}» aquí y «${there}» allí en ${counted(count, ['caso', 'casos'])}`,
    hasOtherDuties: 'tiene casos en los que surgen otros deberes',
    moreActs: (more) => `, y ${more === 1 ? 'difiere' : 'difieren'} ${counted(more, ['acto', 'actos'])} más`,
    allHold: 'todas se cumplen',
    notProved: (claims) => `${claims} sin probar`,
    holds: 'se cumple',
    onDates: (dates) => `en todas las fechas de cambio (${dates})`,
    nothingSaid: 'no se dice nada sobre ella',
    refuted: 'refutada',
    noExample:
      'sin ejemplo: haría falta un dato protegido o uno que nadie puede dar, o el acto es demasiado grande para decidirlo',
    asExample: 'como ejemplo:',
    against: (claim) => `contra: ${claim}`,
    whereOnly: (fact, value) => `donde solo ${fact} = ${value}`,
    onOtherSide: 'en el otro lado',
    proofScope: 'probada para la política codificada sobre datos declarados; no dice nada de lo que hace la gente',
    holdsFor: (scope) => `Una afirmación que se cumple está ${scope}.`,
  },
}
