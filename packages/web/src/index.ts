/** From kinds to a web: routes, pages, forms, lists, API; sessions and policies at the door. */
export * from './module.ts';
export { Form, type Upload } from './forms/form.ts';
export type { FileWork, JobOutcome, JobProgress, JobSpec, Said, Work } from './jobs/job.ts';
export type { StartedJob } from './jobs/start.ts';
export { createWeb } from './app.tsx';
export type { BackupHealth, LetterWay, KeyOfParty, PeerHealth, WebOptions } from './web.ts';
export { openAccounts, ROLES, type Account, type Accounts, type AccountsOptions, type NewAccount } from './accounts/accounts.ts';
export { migrateAccounts, NEWEST_ACCOUNTS } from './accounts/schema.ts';
export type { LogLine } from './door/log.ts';
export { remark } from './remark/kind.ts';
export { erasing } from './records/erase.tsx';
export { remarks } from './remark/module.ts';
export { remindersOf, type Reminders } from './reminders/collect.ts';
export { faultOf, sendLetters, type Outgoing, type Post } from './reminders/send.ts';
export { approvals } from './approvals/module.ts';
export { approval } from './approvals/kind.ts';
export type { Chain, ChainStep } from './approvals/chain.ts';
export { tablesModule } from './tables/module.ts';
export { tableJob } from './tables/pages.tsx';
export { batchesOf as tableBatches, rowsOf as tableRows, type TableRow } from './tables/take.ts';

// What modules draw their own pages with.
export { FileList } from './fields/files.tsx';
export { Facts, RecordLink, Value } from './fields/show.tsx';
export { scopeOf, versionsOf, type Scope } from './fields/scope.ts';
export { codeLabel, codesOf } from './fields/codes.ts';
export { ContentDifference } from './records/difference.tsx';
export { StandingMark } from './records/standing.tsx';
export { moveHref, movesOf } from './records/moves.ts';
export { idOfName, nameOf as nameOfContent } from './records/natural.ts';
export { Input, Inputs, inputScope, type InputScope } from './forms/inputs.tsx';
export { fileOfToken, fileToken, fillForm } from './forms/fill.ts';
export { readContent, type ReadContent } from './forms/read.ts';
export { withoutBlankRows } from './forms/rows.ts';
export { partyName } from './lists/columns.ts';
export { openProposal } from './home/waiting.tsx';
export { areasOf, officesOfAreas, sheetOf, shortPlace } from './maps/areas.ts';
export { pictureAddress, pictureOf } from './maps/picture.ts';
