import { avoidedWords, messageFaults, unmatchedTerms } from '@entente/text';
import { expect, it } from 'vitest';
import { labelsIn } from '../src/labels.ts';

it('the writers’ words keep to the glossary', () => {
  expect(labelsIn('vi')('contents')).toBe('Mục lục');
  expect({ avoided: avoidedWords(), unmatched: unmatchedTerms(), faults: messageFaults() }).toEqual({ avoided: [], unmatched: [], faults: [] });
});
