import { describe, expect, it } from 'vitest';
import { consentTexts, currentConsent } from '../../../api/applications/contract.ts';
import {
  isEnough,
  movesFrom,
  refuseConsent,
  refuseMove,
  shownAnswerRate,
  wipeBefore,
} from '../../../api/applications/rules.ts';

const at = (state: Parameters<typeof movesFrom>[0]['state'], isWiped = false) => ({ state, isWiped });

describe('what an employer can make of an application', () => {
  it('a new one can go anywhere, one that was hired or withdrawn nowhere', () => {
    expect(movesFrom(at('new'))).toEqual(['contacted', 'interview', 'hired', 'unsuitable']);
    expect(movesFrom(at('hired'))).toEqual([]);
    expect(movesFrom(at('withdrawn'))).toEqual([]);
  });

  it('somebody may be taken after the advert ran out, and nothing else happens then', () => {
    expect(movesFrom(at('ended'))).toEqual(['hired']);
  });

  it('who was wiped cannot be moved: nobody knows any more who it was', () => {
    expect(refuseMove(at('unsuitable', true), 'contacted', undefined)?.code).toBe('application.state');
  });

  it('"not suitable" without a reason is sent back to the field', () => {
    const refusal = refuseMove(at('new'), 'unsuitable', undefined);
    expect([refusal?.kind, refusal?.faults[0]?.name]).toEqual(['invalid', 'reason']);
    expect(refuseMove(at('new'), 'unsuitable', '离得太远')).toBeNull();
  });
});

describe('a consent', () => {
  it('names the employer in its words', () => {
    expect(consentTexts[currentConsent]).toContain('“{employer}”');
  });

  it('holds for the text and the employer that were on the screen, and for no other', () => {
    expect(refuseConsent({ version: currentConsent, employerId: '7' }, { id: '7' })).toBeNull();
    expect(refuseConsent({ version: currentConsent, employerId: '8' }, { id: '7' })?.kind).toBe('conflict');
    expect(refuseConsent({ version: '2020-01-01', employerId: '7' }, { id: '7' })?.kind).toBe('conflict');
    expect(refuseConsent({ version: 'toString', employerId: '7' }, { id: '7' })?.kind).toBe('conflict');
  });
});

it('an answer rate is shown from five contacts on', () => {
  expect(shownAnswerRate({ contacts: 4, answered: 4 })).toBeNull();
  expect(shownAnswerRate({ contacts: 5, answered: 0 })).toEqual({ contacts: 5, answered: 0 });
});

it('enough is the limit, and without a limit never', () => {
  expect([isEnough(2, 3), isEnough(3, 3), isEnough(500, null)]).toEqual([false, true, false]);
});

it('personal data goes ninety days after the end', () => {
  expect(wipeBefore(new Date('2026-11-23T02:00:00Z')).toISOString()).toBe('2026-08-25T02:00:00.000Z');
});
