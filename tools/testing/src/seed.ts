/**
 * Vitest's set-up of every test file: properties draw the same cases at every run, so that one commit has one answer.
 * ENTENTE_SEED=<whole number> draws others, ENTENTE_SEED=random others each time; a failure prints its seed.
 */
import fc from 'fast-check';

const given = process.env['ENTENTE_SEED'];
if (given !== 'random') fc.configureGlobal({ seed: Number(given ?? 20_130_701) });
