export { checkFiles, type CheckedFiles } from './check.ts';
export { copyJournal, filesIn, filesOf, type Copied, type JournalFiles } from './copy.ts';
