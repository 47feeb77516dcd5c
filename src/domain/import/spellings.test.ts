import { describe, expect, it } from 'vitest';
import { spellingGroups } from './spellings';

const value = (text: string, count: number, isKnown = false) => ({ text, count, isKnown });

describe('spellings of one thing', () => {
  it('differ in case, accents, blanks and marks', () => {
    const values = [value('ACT', 9), value('A.C.T.', 2), value('act', 1), value('ACTS', 5)];
    expect(spellingGroups(values, false)).toEqual([
      { kept: 'ACT', others: [value('A.C.T.', 2), value('act', 1)] },
    ]);
  });

  it('of a company differ in what stands behind its name', () => {
    const values = [
      value('Vodárna Plzeň, a.s.', 3),
      value('Vodarna Plzen', 7),
      value('Vodárna Praha a. s.', 1),
    ];
    expect(spellingGroups(values, true)).toEqual([
      { kept: 'Vodarna Plzen', others: [value('Vodárna Plzeň, a.s.', 3)] },
    ]);
  });

  it('keep what the ledger has, however seldom it stands in the file', () => {
    const values = [value('acme ltd', 40), value('Acme Ltd.', 0, true)];
    expect(spellingGroups(values, true)).toEqual([
      { kept: 'Acme Ltd.', others: [value('acme ltd', 40)] },
    ]);
  });

  it('are none where all values are told apart by letters or figures', () => {
    expect(spellingGroups([value('A-1', 1), value('A-2', 1), value('B-1', 1)], true)).toEqual([]);
    expect(spellingGroups([value('–', 1), value('—', 1)], true)).toEqual([]);
  });
});
