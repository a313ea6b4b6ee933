// Every sentence that a journey may use, and what is done when it is said.
import { Vocabulary } from './reading.mjs';
import { askingSentences } from './sentences_asking.mjs';
import { importSentences } from './sentences_import.mjs';
import { proofSentences } from './sentences_proof.mjs';
import { recordSentences } from './sentences_record.mjs';

export const vocabulary = new Vocabulary();
recordSentences(vocabulary);
askingSentences(vocabulary);
importSentences(vocabulary);
proofSentences(vocabulary);
