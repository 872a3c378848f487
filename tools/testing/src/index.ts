export { engines, type Engine, type EngineTarget } from './engines.ts';
export { chromium, pdfText } from './needs.ts';
