export { evidenceBundle, type EvidenceFile, type EvidenceWish } from './bundle.ts';
