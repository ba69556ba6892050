import { useEffect, useState } from 'react';
import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import type { Finding } from '../../api/moderation/advert.ts';

type Lint = (form: OpeningForm, employerName: string) => Finding[];

/** 65 kB that only this form needs; it is read once. */
const fetchLint = async (): Promise<Lint> => {
  const [{ lintAdvert }, { advertOfForm }] = await Promise.all([
    import('../../api/moderation/lint/lint.ts'),
    import('../../api/moderation/lint/advert-of-form.ts'),
  ]);
  return (form, employerName) => lintAdvert(advertOfForm(form, employerName));
};

const SETTLED_MS = 250;

export type LintState = { kind: 'fetching' | 'lost' | 'ready'; findings: readonly Finding[] };

/** What the law says about the words, a quarter of a second after the last key; the server looks again. */
export function useLint(form: OpeningForm, employerName: string): LintState {
  const [lint, setLint] = useState<Lint | null>(null);
  const [state, setState] = useState<LintState>({ kind: 'fetching', findings: [] });
  useEffect(() => {
    let gone = false;
    fetchLint().then(
      (fetched) => !gone && setLint(() => fetched),
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
