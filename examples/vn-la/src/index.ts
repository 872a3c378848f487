export { cooperation, factsMessages, LATER, loadFacts, type Facts, type Later } from './facts/index.ts';
export { plan, type ConfirmStep, type DeclineStep, type Need, type Plan, type PlannedFile, type Step, type WriteStep } from './plan/index.ts';
export { applyPlan, followPlan, performStep, type FollowOptions, type Outcome } from './apply/index.ts';
export { keptForLater } from './later.ts';
