export { engines, type Engine, type EngineTarget } from './engines.ts';
export { chromium, pdfText, postgresPrograms } from './needs.ts';
export { start as startServer } from './server.ts';
