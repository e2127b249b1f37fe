/** Every code that a finding can carry, once. docs/errors.md explains each, and a test keeps the two together. */

/** A stable code and what it stands for. */
export interface ErrorKind {
  readonly code: string
  readonly title: string
}

/**
 * The codes: 01 reading, 02 names, 03 meaning, 04 tables, 05 exact analysis, 06 files; FACT for what a case says.
 *
 * @example
 * errorKinds[0].code // => 'POL-0101'
 */
export const errorKinds: readonly ErrorKind[] = [
  { code: 'POL-0101', title: 'something cannot stand where it stands' },
  { code: 'POL-0102', title: 'characters that cannot be read' },
  { code: 'POL-0103', title: '`and` and `or` mixed without brackets' },
  { code: 'POL-0104', title: 'brackets nested too deeply' },

  { code: 'POL-0201', title: 'unknown act' },
  { code: 'POL-0202', title: 'unknown fact' },
  { code: 'POL-0203', title: 'unknown value' },
  { code: 'POL-0204', title: 'unknown agency' },
  { code: 'POL-0205', title: 'undefined term' },
  { code: 'POL-0206', title: 'unknown source' },
  { code: 'POL-0207', title: 'no such rule' },
  { code: 'POL-0208', title: 'unknown event' },
  { code: 'POL-0209', title: 'unknown instrument' },
  { code: 'POL-0210', title: 'one name for two things' },
  { code: 'POL-0211', title: 'unknown place' },
  { code: 'POL-0213', title: 'unknown rank, reach, unit or level' },
  { code: 'POL-0215', title: 'missing calendar' },
  { code: 'POL-0216', title: 'missing offence table or class' },

  { code: 'POL-0301', title: 'no mark, or a mark without its source' },
  { code: 'POL-0302', title: 'a date that does not exist' },
  { code: 'POL-0303', title: 'an end before the beginning' },
  { code: 'POL-0304', title: 'a fact used against its type' },
  { code: 'POL-0305', title: 'a protected fact is read' },
  { code: 'POL-0306', title: 'overrides in a circle' },
  { code: 'POL-0307', title: 'an ambiguous label, or an override of something that is no rule' },
  { code: 'POL-0308', title: 'a term defined by itself' },
  { code: 'POL-0309', title: 'the id does not fit the path' },
  { code: 'POL-0310', title: 'an override without effect' },
  { code: 'POL-0311', title: 'no effective date' },
  { code: 'POL-0312', title: 'a number outside its range, or in the wrong unit' },
  { code: 'POL-0313', title: 'an agency that the instrument does not bind' },
  { code: 'POL-0314', title: 'a wrong division id or time zone' },
  { code: 'POL-0315', title: 'a decider where nothing is left to decide' },
  { code: 'POL-0316', title: 'too many values' },
  { code: 'POL-0317', title: 'an unknown language' },
  { code: 'POL-0318', title: 'a text twice in one language' },
  { code: 'POL-0319', title: 'a language written otherwise' },

  { code: 'POL-0401', title: 'a table with other columns' },
  { code: 'POL-0402', title: 'a wrong cell' },
  { code: 'POL-0403', title: 'a line without a citation' },
  { code: 'POL-0404', title: 'a wrong date in a table' },
  { code: 'POL-0405', title: 'a quote that does not fit' },

  { code: 'POL-0501', title: 'two rules contradict each other' },
  { code: 'POL-0502', title: 'an example fails' },
  { code: 'POL-0503', title: 'a promise is refuted' },
  { code: 'POL-0504', title: 'too large to analyse exactly' },
  { code: 'POL-0505', title: 'a promise about something unknown' },

  { code: 'POL-0601', title: 'a file is too large' },
  { code: 'POL-0602', title: 'a file is not text' },
  { code: 'POL-0603', title: 'a link that leads nowhere' },
  { code: 'POL-0604', title: 'a folder with the name of a file' },
  { code: 'POL-0605', title: 'a file or folder that may not be read' },
  { code: 'POL-0606', title: 'something that is no file' },
  { code: 'POL-0607', title: 'a file that the disk refuses' },
  { code: 'POL-0608', title: 'a link that leads back to the law' },
  { code: 'LAW-0101', title: 'a place that is not encoded' },
  { code: 'LAW-0102', title: 'a name of several places' },
  { code: 'LAW-0103', title: 'law with errors' },
  { code: 'LAW-0104', title: 'no such law folder' },
  { code: 'LAW-0105', title: 'a law folder that is no folder' },
  { code: 'LAW-0106', title: 'a file or folder that is not there' },
  { code: 'LAW-0107', title: 'a file or folder outside the law' },
  { code: 'LAW-0108', title: 'a law folder without a place' },
  { code: 'LAW-0201', title: 'a working text that names no instrument' },
  { code: 'LAW-0202', title: 'a working text that names no place' },
  { code: 'LAW-0203', title: 'a working text that does not bind the place' },
  { code: 'LAW-0204', title: 'not a claim' },

  { code: 'FILE-0001', title: 'a file that is not there' },
  { code: 'FILE-0002', title: 'a link that leads nowhere' },
  { code: 'FILE-0003', title: 'a folder in place of a file' },
  { code: 'FILE-0004', title: 'something that is no file' },
  { code: 'FILE-0005', title: 'a file that may not be read' },
  { code: 'FILE-0006', title: 'a file that is too large' },
  { code: 'FILE-0007', title: 'a file that is not text' },
  { code: 'FILE-0008', title: 'a file that the disk refuses to read' },
  { code: 'FILE-0101', title: 'no folder to write to' },
  { code: 'FILE-0102', title: 'a file that may not be written' },
  { code: 'FILE-0103', title: 'something in the way of a file' },
  { code: 'FILE-0104', title: 'a file that is read by the same command' },
  { code: 'FILE-0105', title: 'a link that leaves its folder' },
  { code: 'FILE-0106', title: 'a file that changed meanwhile' },
  { code: 'FILE-0107', title: 'a file that the disk refuses to write' },

  { code: 'FACT-0001', title: 'unknown fact in a case' },
  { code: 'FACT-0002', title: 'wrong value in a case' },
  { code: 'FACT-0003', title: 'a protected fact in a case' },
  { code: 'FACT-0004', title: 'facts that cannot be true together' },

  { code: 'REQ-0001', title: 'no date' },
  { code: 'REQ-0002', title: 'unknown agency in a request' },
  { code: 'REQ-0003', title: 'unknown act in a request' },
  { code: 'REQ-0004', title: 'nothing is asked' },
  { code: 'REQ-0005', title: 'unknown form' },
  { code: 'REQ-0006', title: 'convictions that cannot be read' },
  { code: 'REQ-0007', title: 'times that cannot be read' },
  { code: 'REQ-0008', title: 'unknown place in a request' },
  { code: 'REQ-0009', title: 'a line that is no request' },
  { code: 'REQ-0010', title: 'unknown section or instrument' },
]
