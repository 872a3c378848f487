export { waitingFor, wake, wakeOf, type Waiting } from './waiting.ts';
export { Work } from './work.ts';
export { save } from './save.ts';
export { erasedIn, marksOf, type Erasing } from './erasure.ts';
export * from './facts.ts';
export { upcast, filesOf } from './derive.ts';
export { makeAllFindable, makeFindable } from './words.ts';
export { intakeOf, storeLoose, type Intake } from './intake.ts';
export { INSERT_CONTENT, NEW_CONTENT } from './statements.ts';
