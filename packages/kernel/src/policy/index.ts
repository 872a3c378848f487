export { audiencesFor, may, mayReadPersonal, type Command, type Decision, type Subject } from './may.ts';
