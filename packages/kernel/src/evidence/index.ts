export { accusationBundle, type AccusationWish } from './accusation.ts';
export { evidenceBundle, type EvidenceFile, type EvidenceWish } from './bundle.ts';
