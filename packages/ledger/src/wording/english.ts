/** The sentences of all codes in English. `says` tells what happened, `help` what to do about it. */
import type { LedgerCode } from '../problem/codes.ts'

/** The sentence of a code. Placeholders as `{name}` stand for the values of the problem. */
export interface Sentence {
  readonly says: string
  readonly help: string
}

const again = 'fetch it again, byte for byte'
const restore = 'restore it from a mirror; see when-fsck-fails.md'
const repairLine = 'repair the line'
const repairWriter = 'repair what writes entries'
const keepBoth = 'keep both checkpoints: together they prove the fork; see when-fsck-fails.md'
const canonical = 'write the record as `log commit` wants it: whole numbers, no spaces, keys in order, each once'

/** One sentence for each code. */
export const english: Readonly<Record<LedgerCode, Sentence>> = {
  'LOG-0101': { says: 'the note is malformed', help: again },
  'LOG-0102': { says: 'the key is malformed', help: 'copy the whole key, from its name to the last letter' },
  'LOG-0103': {
    says: 'no trusted key signed the note',
    help: 'check whose key you have; add the new one after a rotation',
  },
  'LOG-0104': {
    says: 'the signature of `{name}` does not fit the text',
    help: 'treat it as forged until you know better',
  },
  'LOG-0105': {
    says: 'the hash in the key does not fit the key',
    help: 'copy the whole key; a key belongs to one name',
  },
  'LOG-0106': { says: 'the log has no key', help: 'only the desk that made the log appends' },
  'LOG-0107': { says: 'the note is too long, or has too many signatures', help: again },
  'LOG-0108': {
    says: 'the text cannot be the text of a note',
    help: 'end it in a newline, without control characters',
  },
  'LOG-0109': {
    says: 'it is also signed by `{name}`, whose key was not given',
    help: 'find out whose key it is; add it after a rotation',
  },
  'LOG-0110': {
    says: 'the name of a key is one word without a plus sign',
    help: 'name it such as log.springfield.example',
  },
  'LOG-0111': { says: 'others can read the secret key', help: 'make it yours alone: chmod 600' },
  'LOG-0112': { says: 'the file holds no secret key', help: 'restore it from your copy' },
  'LOG-0113': { says: 'this is a secret key', help: 'name the public key, and keep the secret one' },
  'LOG-0114': { says: 'this is no public key', help: 'copy the whole key, from its name to the last letter' },
  'LOG-0115': { says: 'no log is named', help: 'name the key of the log' },
  'LOG-0116': {
    says: 'the key `{name}` signs this log, and the policy does not list it',
    help: 'add its `log` line to the policy, or take the secret out of `.state/keys`',
  },
  'LOG-0117': { says: 'the key of `{name}` lies among those of another log', help: 'take it out of `.state/keys`' },
  'LOG-0201': { says: 'the checkpoint is malformed', help: 'fetch the file `checkpoint` of the log again' },
  'LOG-0202': {
    says: 'the checkpoint is of `{origin}`, not of `{expected}`',
    help: 'check the address, and which log the key is for',
  },
  'LOG-0203': {
    says: 'the checkpoint has size {size}, and size {seen} was seen before',
    help: 'keep both checkpoints; ask again; if it stays, tell the witnesses',
  },
  'LOG-0204': {
    says: 'the log was rolled back: it has size {size}, and size {seen} was seen before',
    help: 'keep the checkpoint seen before: it is signed; see when-fsck-fails.md',
  },
  'LOG-0205': {
    says: 'the log was forked: it does not hold the tree of size {size} that was seen before',
    help: keepBoth,
  },
  'LOG-0206': {
    says: 'a cosignature needs the text of a checkpoint',
    help: 'sign other notes with a key of another kind',
  },
  'LOG-0207': { says: 'the policy names no log `{origin}`', help: 'use the policy of this log' },
  'LOG-0208': {
    says: 'a checkpoint of size {size} is kept, and the one shown is older',
    help: 'a writer is at work or stopped in the middle: run append without entries, then fsck',
  },
  'LOG-0209': {
    says: 'a part of the state of the log is gone',
    help: 'restore the newest state with all in it; see when-fsck-fails.md',
  },
  'LOG-0301': {
    says: 'the inclusion proof does not lead to the root',
    help: 'fetch the proof again; if it stays, the entry is not in this log',
  },
  'LOG-0302': {
    says: 'the consistency proof does not join the two roots',
    help: 'make the proof again from tiles; if it stays, the log was altered',
  },
  'LOG-0303': { says: 'a tree of size {size} has no index {index}', help: 'check the number; publish first' },
  'LOG-0304': { says: 'the sizes are not those of an older and a newer tree', help: 'name the older size first' },
  'LOG-0401': { says: 'a tile of {width} hashes cannot have {length} bytes', help: restore },
  'LOG-0402': { says: 'this is not the name of a file of a log', help: 'remove it from the folder of the log' },
  'LOG-0403': { says: 'the file is missing', help: restore },
  'LOG-0404': { says: 'entry {entry} does not hash to hash {hash} of `{tile}`', help: restore },
  'LOG-0405': { says: 'the bundle breaks off at its entry {entry}', help: restore },
  'LOG-0406': { says: 'the bundle holds {found} entries and should hold {width}', help: restore },
  'LOG-0407': { says: 'the tile does not hash to hash {hash} of `{tile}`', help: restore },
  'LOG-0408': { says: 'the tiles do not hash to the root of `checkpoint`', help: restore },
  'LOG-0409': { says: 'the file is not the beginning of `{wide}`', help: restore },
  'LOG-0410': { says: 'entry {entry} is another one in `{bundle}`', help: restore },
  'LOG-0411': {
    says: 'entries {first} to {last} do not hash to the root of the checkpoint',
    help: 'run fsck; see when-fsck-fails.md',
  },
  'LOG-0501': { says: 'the policy is too long, or has too many names', help: 'shorten it' },
  'LOG-0502': {
    says: "too few witnesses: {count} of the policy's cosigned the checkpoint",
    help: 'ask for a receipt of a witnessed checkpoint',
  },
  'LOG-0503': { says: 'the policy holds a control character', help: repairLine },
  'LOG-0504': { says: 'the last line of the policy has no newline', help: 'add it, or copy the whole file' },
  'LOG-0505': { says: 'the policy has no quorum line', help: 'add `quorum none`, or name a witness or a group' },
  'LOG-0506': { says: 'the line begins with none of `log`, `witness`, `group`, `quorum`', help: repairLine },
  'LOG-0507': { says: 'after `log` come the key of a log and at most a web address', help: repairLine },
  'LOG-0508': { says: 'after `witness` come a name, the key of a witness and at most a web address', help: repairLine },
  'LOG-0509': { says: 'after `group` come a name, a number and the members', help: repairLine },
  'LOG-0510': { says: 'the key is there twice', help: repairLine },
  'LOG-0511': { says: 'the name is taken', help: repairLine },
  'LOG-0512': { says: 'the number of the group does not fit its members', help: repairLine },
  'LOG-0513': { says: 'the name is not defined above', help: repairLine },
  'LOG-0514': { says: 'a member is in another group already', help: repairLine },
  'LOG-0515': { says: 'the policy has a second quorum', help: repairLine },
  'LOG-0516': { says: 'after `quorum` comes one name', help: repairLine },
  'LOG-0601': { says: 'the proof file is malformed', help: again },
  'LOG-0602': { says: 'a proof file does not hold its entry', help: 'name the entry too' },
  'LOG-0701': { says: 'the field `{field}` of the entry does not have the shape it must have', help: repairWriter },
  'LOG-0702': {
    says: 'the entry has a field that the list does not allow',
    help: 'leave it out: the log never says more',
  },
  'LOG-0703': { says: 'this is not JSON in UTF-8', help: canonical },
  'LOG-0704': {
    says: 'serial {serial} of `{place}` comes after {last}',
    help: 'ask the desk for the paper with the missing number',
  },
  'LOG-0705': { says: 'the receipt is malformed', help: 'use the file as it was handed out' },
  'LOG-0706': { says: 'the record does not fit the commitment', help: 'compare it with the record of the city' },
  'LOG-0707': {
    says: 'the entry is longer than the format allows',
    help: 'commit to the content instead of logging it',
  },
  'LOG-0708': { says: 'the JSON nests too deep', help: canonical },
  'LOG-0709': { says: 'the JSON is not in its one canonical spelling', help: canonical },
  'LOG-0710': { says: 'a number is no whole number that can be safely counted', help: canonical },
  'LOG-0711': { says: 'a string holds half a character, or is not in normal form C', help: canonical },
  'LOG-0712': { says: 'the entry is of an unknown kind or version', help: repairWriter },
  'LOG-0713': {
    says: 'serial {serial} of `{place}` is of a day before the last one',
    help: 'days of a desk go back only where its clock is set back (`clock-set-back`): log it under the day on which it is entered',
  },
  'LOG-0714': { says: 'the key of a case is not 32 bytes', help: 'use the file that `log commit` wrote' },
  'LOG-0715': { says: 'the entry commits to no record', help: 'a day without decisions has no record' },
  'LOG-0716': { says: 'the line is not one plain JSON object', help: 'write each key once, and whole numbers only' },
  'LOG-0717': { says: 'this log takes bytes, not entries of desks', help: 'open it as a log of desks' },
  'LOG-0718': {
    says: 'serial {serial} of `{place}` was given to another entry',
    help: 'give the entry the next serial of its desk',
  },
  'LOG-0719': {
    says: 'serial {serial} of `{place}` is of a day that has not come',
    help: 'look at the day, and at the clock: nothing of an earlier day could follow it',
  },
  'LOG-0801': {
    says: 'the storage failed: {reason}',
    help: 'close the log, repair the storage, and open the log again',
  },
  'LOG-0802': { says: 'another writer took over', help: 'stop this one' },
  'LOG-0803': { says: 'another writer published first', help: 'open the log again' },
  'LOG-0804': {
    says: 'what was written reads back differently',
    help: 'do not publish; see when-fsck-fails.md',
  },
  'LOG-0805': { says: 'the log is closed', help: 'open it again' },
  'LOG-0806': {
    says: 'the clock went back by {seconds} seconds',
    help: 'check the time service; nothing was signed with the earlier time',
  },
  'LOG-0807': {
    says: 'the journal is damaged at byte {at}',
    help: 'restore it from a copy of the disk: dropping it may lose acknowledged entries',
  },
  'LOG-0808': { says: 'the journal is full', help: 'publish a checkpoint, or find out why none can be published' },
  'LOG-0809': { says: 'entries {first} to {last} are not all there', help: 'see when-fsck-fails.md' },
  'LOG-0810': { says: 'entry {entry} reads back differently', help: 'do not publish; see when-fsck-fails.md' },
  'LOG-0811': {
    says: 'the tiles do not hold the tree of the last checkpoint',
    help: 'run fsck; see when-fsck-fails.md',
  },
  'LOG-0812': {
    says: 'a desk went on in the transaction of somebody else',
    help: 'try again; if it stays, compare the table of desks with the log: run fsck',
  },
  'LOG-0813': {
    says: 'the table of desks has serial {serial} of `{place}`, and the log {last}',
    help: 'the log is right where fsck finds nothing else; correct the table',
  },
  'LOG-0901': { says: 'witness `{name}` answered {status}', help: 'see run-a-witness.md' },
  'LOG-0902': {
    says: 'witness `{name}` did not answer in time',
    help: 'the checkpoint is published unwitnessed; call them if it stays',
  },
  'LOG-0903': { says: 'the request to the witness is malformed', help: 'send what tlog-witness describes' },
  'LOG-0904': { says: 'witness `{name}` answered with nothing that can be used', help: 'see run-a-witness.md' },
  'LOG-0905': {
    says: 'witness `{name}` knows size {known}, and this log only {size}',
    help: 'the log was rolled back: see when-fsck-fails.md',
  },
  'LOG-0906': {
    says: 'witness `{name}` knows another tree of size {size}',
    help: 'compare checkpoints with the witness: together they prove the fork',
  },
  'LOG-1001': { says: 'there is no such file', help: 'look at the name' },
  'LOG-1002': { says: 'this is no plain file', help: 'name a file, not a folder, a pipe or a broken link' },
  'LOG-1003': { says: 'the file is too long', help: 'look at the name' },
  'LOG-1004': { says: 'this cannot be read: {reason}', help: 'look at its rights' },
  'LOG-1005': { says: 'there is a file of this name already', help: 'nothing was written; name another one' },
  'LOG-1006': { says: 'this cannot be written: {reason}', help: 'look at the rights of its folder' },
  'LOG-1007': { says: 'there is no log in this folder', help: 'make one with `brightline log init`' },
  'LOG-1008': { says: 'the folder is not empty', help: 'name a new folder; nothing was written' },
  'LOG-1009': { says: 'this is a log that is written here', help: 'name another folder for the copy' },
  'LOG-1010': { says: 'there is no such folder', help: 'look at the name' },
  'LOG-1011': { says: 'this is no folder', help: 'look at the name' },
}
