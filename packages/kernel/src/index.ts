export * from './act.ts';
export * from './problem.ts';
export * from './kind.ts';
export * as field from './fields.ts';
export type { CodeList, Field, Fields, FieldType, FileRef, Localized, Money, RecordVersion } from './fields.ts';
export { codeList } from './fields.ts';
export type * from './contract.ts';
export { body, bodyTypes, kernelKinds, office, officeTypes, origins, person, successionTypes, translation } from './kinds/index.ts';
