export { cooperation, factsMessages, loadFacts, type Facts } from './facts/index.ts';
export { plan, type Plan, type Step } from './plan/index.ts';
export { applyPlan, applySteps, planMessages } from './apply/index.ts';
export { keptForLater } from './later.ts';
export { mapFiles } from './maps.ts';
