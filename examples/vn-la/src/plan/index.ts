export { plan } from './plan.ts';
export type { ConfirmStep, DeclineStep, Need, Plan, PlannedFile, Step, WriteStep } from './step.ts';
