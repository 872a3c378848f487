export { formatBundle, readBundle, type Bundle, type BundledAct, type BundledContradiction, type BundleFault, type BundleSubject } from './bundle.ts';
export type { CheckpointProblem, CheckpointReport, Cosigned } from './checkpoints.ts';
export type { ActProblem, ActReport, Standing } from './acts.ts';
export type { ContradictionProblem, ContradictionReport } from './contradictions.ts';
export type { AgreementReport, Unproven, Word } from './agreements.ts';
export { verifyBundle, type BundleReport } from './verify.ts';
