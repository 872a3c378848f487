export { checkFiles, type CheckedFiles } from './check.ts';
export { copyFiles, type CopiedFiles } from './files.ts';
export { copyJournal, filesIn, filesOf, type Copied, type JournalFiles } from './copy.ts';
