import type { OpeningDetail } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { freshnessOf } from './freshness.ts';
import { formatPay } from './pay.ts';

export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

/** Reads a text out; resolves when it has ended or was stopped. */
export function speak(text: string): Promise<void> {
  speechSynthesis.cancel();
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    // A little slower than the default: it is heard once.
    utterance.rate = 0.9;
    utterance.onend = () => resolve();
    utterance.onerror = () => resolve();
    speechSynthesis.speak(utterance);
  });
}

export const stopSpeaking = (): void => speechSynthesis.cancel();

/** An opening as one would tell it: what, how much, where, by whom, confirmed when, what to do. */
export function spokenOpening(opening: OpeningDetail, now: Date): string {
  const parts = [
    opening.title,
    formatPay(opening.salary).spoken,
    opening.employer.name,
    opening.address,
    words.hire(opening.headcount),
    opening.benefits.join('，'),
    freshnessOf(opening.confirmedAt, now).text,
    opening.duties,
    opening.requirements,
  ];
  return parts.filter(Boolean).join('。');
}
