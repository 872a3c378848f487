export { plan } from './plan.ts';
export type { Plan, Step, WriteStep } from './step.ts';
