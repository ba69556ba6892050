import { useEffect, useState } from 'react';
import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import type { Finding } from '../../api/moderation/advert.ts';
import type { LintSettings } from '../../api/moderation/lint/lint.ts';

type Lint = (form: OpeningForm, employerName: string) => Finding[];

/** 105 kB that only this form needs; it is read once. */
const fetchGrammar = async (): Promise<(settings: Partial<LintSettings>) => Lint> => {
  const [{ defaultLintSettings, lintAdvert }, { advertOfForm }] = await Promise.all([
    import('../../api/moderation/lint/lint.ts'),
    import('../../api/moderation/lint/advert-of-form.ts'),
  ]);
  return (settings) => (form, employerName) =>
    lintAdvert(advertOfForm(form, employerName), { ...defaultLintSettings, ...settings });
};

/** 170 kB, fetched after it: the grammar does not wait, and without them the server still reads with both. */
const fetchWeights = async () =>
  (await import('../../api/moderation/lint/likeness/weights.ts')).learnedWeights();

const SETTLED_MS = 250;

export type LintState = { kind: 'fetching' | 'lost' | 'ready'; findings: readonly Finding[] };

/** What the law says about the words, a quarter of a second after the last key; the server looks again. */
export function useLint(form: OpeningForm, employerName: string): LintState {
  const [lint, setLint] = useState<Lint | null>(null);
  const [state, setState] = useState<LintState>({ kind: 'fetching', findings: [] });
  useEffect(() => {
    let gone = false;
    fetchGrammar().then(
      async (withSettings) => {
        if (!gone) setLint(() => withSettings({}));
        const weights = await fetchWeights().catch(() => null);
        if (!gone && weights) setLint(() => withSettings({ weights }));
      },
      () => !gone && setState({ kind: 'lost', findings: [] }),
    );
    return () => {
      gone = true;
    };
  }, []);
  const text = JSON.stringify(form);
  useEffect(() => {
    if (!lint) return;
    const timer = setTimeout(() => {
      const findings = lint(JSON.parse(text) as OpeningForm, employerName);
      setState({ kind: 'ready', findings });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [lint, text, employerName]);
  return state;
}
