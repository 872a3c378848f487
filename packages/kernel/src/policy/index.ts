export { audiencesFor, may, mayErase, mayReadPersonal, type Command, type Decision, type Subject } from './may.ts';
