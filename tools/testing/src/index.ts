export { engines, type Engine, type EngineTarget } from './engines.ts';
export { chromium } from './needs.ts';
