import { IconAlertCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Fragment, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { DeskEmployer } from '../../api/employers/contract.ts';
import { usualValidityDays, type DeskOpening } from '../../api/opening-desk/contract.ts';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import { CallFailure } from '../call.ts';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { formWords } from '../text/form.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { usePhone } from '../ui/use-media.ts';
import { faultsOf } from './opening-faults.ts';
import { FindingNotes, type Mend } from './finding-notes.tsx';
import { numberFindings, replaceWords, withoutWords, type Numbered } from '../moderation/findings.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './opening-form.module.css';
import { CardPreview, LawList } from './opening-preview.tsx';
import {
  ContactFields,
  dayFrom,
  HeadcountAndType,
  LifeTerms,
  PayFields,
  PickWorkplace,
  Qualification,
  ValidityFields,
} from './opening-sections.tsx';
import { emptyForm, toForm, toValues, type OpeningValues } from './opening-values.ts';
import { PlaceFields } from './place-fields.tsx';
import { useLint } from './use-lint.ts';
import { useOpeningActs } from './use-opening-acts.ts';

type OpeningFormProps = {
  employer: DeskEmployer;
  /** null is a new one. */
  opening: DeskOpening | null;
  /** Owner of the draft on this device. */
  account: string;
  phone: string;
  hrefOf: (openingId: string) => string;
  /** What the reviewer wrote, above the form. */
  above?: ReactNode;
};

const newForm = (employer: DeskEmployer, phone: string) => ({
  ...emptyForm,
  contactPhone: phone,
  address: employer.address,
  town: employer.town,
  place: employer.place,
  placeReason: employer.placeReason,
  closesOn: dayFrom(Date.now(), usualValidityDays),
});

/** Writing an opening: the law beside the words while they are typed, the card as others will see it. */
export function OpeningEditor(props: OpeningFormProps) {
  const { employer, opening, account, phone, hrefOf, above } = props;
  const words = deskOpeningWords();
  const [, navigate] = useLocation();
  const acts = useOpeningActs();
  // The server's copy while this page is open; a new one gets its id with the first save.
  const kept = useRef(opening);
  const lastSend = useRef<() => void>(() => {});
  const [pick, setPick] = useState<Record<string, { start: number; end: number }>>({});

  const form = useForm<OpeningValues>({
    initial: toValues(opening?.form ?? newForm(employer, phone)),
    draft: { form: opening ? `opening:${opening.id}` : `opening:new:${employer.id}`, account },
    check: (values) => faultsOf(values, lint.findings),
    nameOf: (name) => (name === 'salary' ? 'salaryMin' : name),
  });
  const written = useMemo(() => toForm(form.values), [form.values]);
  const lint = useLint(written, employer.name);
  const findings = useMemo(() => numberFindings(lint.findings), [lint.findings]);
  const reasonOf = ({ rule, field }: Numbered) =>
    form.values.reasons.find((given) => given.rule === rule && given.field === field)?.reason ?? '';
  const must = findings.filter(({ severity }) => severity === 'error');
  const wanting = findings.filter(
    (finding) => finding.severity === 'warning' && reasonOf(finding).trim().length < 2,
  );

  const keep = async (values: OpeningValues) => {
    kept.current = kept.current
      ? await acts.save(kept.current, toForm(values))
      : await acts.create(employer.id, toForm(values));
    return kept.current;
  };
  const send = (work: (values: OpeningValues) => Promise<void>, unchecked = false) => {
    const submit = form.submit(work, { unchecked });
    lastSend.current = () => submit();
    submit();
  };
  const saveDraft = () =>
    send(async (values) => {
      const saved = await keep(values);
      toast(words.savedDraft);
      if (!opening) navigate(`${hrefOf(saved.id)}/edit`, { replace: true });
    }, true);
  const submit = () =>
    send(async (values) => {
      const saved = await keep(values);
      const handedIn = await acts.submit(saved);
      toast(saidOf(handedIn, opening));
      navigate(hrefOf(handedIn.id), { replace: true });
    });

  const go = ({ field, start, end }: Numbered) => setPick({ [field]: { start, end } });
  const mend = (act: Mend) => {
    if (act.kind === 'raise') {
      const { salaryMax } = form.values;
      return form.patch({
        salaryMin: act.yuan,
        ...(salaryMax !== null && salaryMax < act.yuan && { salaryMax: act.yuan }),
      });
    }
    const { field } = act.finding;
    const change = (text: string) =>
      act.kind === 'remove' ? withoutWords(text, act.finding) : replaceWords(text, act.finding, act.instead);
    if (field === 'title' || field === 'duties' || field === 'requirements')
      form.set(field, change(form.values[field]));
    if (field === 'benefits') form.patch(benefitsOf(change(written.benefits.join('、'))));
  };
  const setReason = ({ rule, field }: Numbered, reason: string) =>
    form.set('reasons', [
      ...form.values.reasons.filter((given) => given.rule !== rule || given.field !== field),
      ...(reason ? [{ rule, field, reason }] : []),
    ]);
  const notesOf = (...fields: string[]) => (
    <FindingNotes
      findings={findings.filter(({ field }) => fields.includes(field))}
      reasonOf={reasonOf}
      onReason={setReason}
      onMend={mend}
      onGo={go}
    />
  );
  const marked = (field: 'title' | 'duties' | 'requirements') => ({
    ...form.field(field),
    findings: findings.filter((finding) => finding.field === field),
    selected: pick[field] ?? null,
  });
  const conflict =
    form.failed instanceof CallFailure && form.failed.code === 'opening.changed' ? form.failed : null;
  const fair =
    form.values.salaryMin !== null &&
    form.values.salaryUnit !== '面议' &&
    form.values.salaryUnit !== '件' &&
    lint.kind === 'ready' &&
    !lint.findings.some(({ rule }) => rule === 'under-minimum-wage');
  const isChange = opening !== null && !['draft', 'returned'].includes(opening.status);

  return (
    <form
      ref={form.ref}
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <div className={styles.top}>
            <h1 tabIndex={-1}>{opening ? words.editTitle : words.postTitle}</h1>
            {form.draftNote && <p role="status">{form.draftNote}</p>}
            {form.draftNote && form.restored && !form.touched && (
              <button
                type="button"
                className={styles.jump}
                onClick={() => form.reset(toValues(opening?.form ?? newForm(employer, phone)))}
              >
                {formWords().draftDiscard}
              </button>
            )}
          </div>
          {above}
          {conflict && (
            <Conflict
              onMine={() => {
                const version = Number(conflict.more.version);
                if (kept.current && version) kept.current = { ...kept.current, version };
                lastSend.current();
              }}
              onTheirs={async () => {
                const fresh = await acts.read(kept.current!.id);
                kept.current = fresh;
                form.reset(toValues(fresh.form));
              }}
            />
          )}
          <Row
            parts={[
              {
                field: (
                  <MarkedText label={words.title} hint={words.titleHint} limit={60} {...marked('title')} />
                ),
                notes: notesOf('title', 'occupation'),
              },
              { field: <HeadcountAndType form={form} /> },
              { field: <PayFields form={form} fair={fair} />, notes: notesOf('salary') },
            ]}
          />
          <Row
            parts={[
              {
                field: (
                  <MarkedText
                    label={words.duties}
                    hint={words.dutiesHint}
                    limit={5000}
                    lines={4}
                    {...marked('duties')}
                  />
                ),
                notes: notesOf('duties'),
              },
              {
                field: (
                  <MarkedText
                    label={words.requirements}
                    hint={words.requirementsHint}
                    limit={5000}
                    lines={2}
                    {...marked('requirements')}
                  />
                ),
                notes: notesOf('requirements'),
              },
              { field: <Qualification form={form} /> },
            ]}
          />
          <Row
            parts={[
              { field: <PickWorkplace form={form} workplaces={employer.workplaces} /> },
              {
                field: (
                  <PlaceFields
                    values={form.values}
                    faults={form.faults}
                    pinLabel={form.values.title.slice(0, 5) || deskWords().untitled}
                    onChange={(some) => form.patch({ ...some, workplaceId: null })}
                  />
                ),
              },
            ]}
          />
          <Row
            parts={[
              { field: <LifeTerms form={form} /> },
              {
                field: (
                  <MarkedText
                    label={words.otherTerms}
                    hint={words.otherTermsHint}
                    limit={200}
                    findings={[]}
                    {...form.field('otherTerms')}
                  />
                ),
                notes: notesOf('benefits'),
              },
              { field: <ContactFields form={form} /> },
              { field: <ValidityFields form={form} /> },
            ]}
          />
        </div>
        <aside className={styles.aside} aria-label={words.preview}>
          <h2>{words.preview}</h2>
          <CardPreview form={written} employer={employer} />
          <h2>
            {words.lawTitle}
            <small>{words.lawSource}</small>
          </h2>
          <LawList form={written} employer={employer} findings={findings} />
        </aside>
      </div>
      <FormFoot
        stays
        failure={conflict || sessionEnded(form.failed) ? null : form.failure}
        note={
          <Counted
            state={lint.kind}
            must={must.length}
            wanting={wanting.length}
            onJump={() => {
              const first = must[0] ?? wanting[0];
              if (first) go(first);
            }}
            after={employer.trusted ? words.afterTrusted : words.afterSubmit}
          />
        }
      >
        <Button onClick={saveDraft}>{words.saveDraft}</Button>
        <Button kind="primary" type="submit" working={form.working}>
          {form.working
            ? words.submitting
            : isChange
              ? words.submitChange
              : employer.trusted
                ? words.submitTrusted
                : words.submit}
        </Button>
      </FormFoot>
      <Announcer text={must.length > 0 ? words.must(must.length) : ''} />
      <SessionEnded failed={form.failed} onDone={() => lastSend.current()} />
    </form>
  );
}

type Part = { field: ReactNode; notes?: ReactNode };

/** Fields at the left, what the law says about them at the right; on a phone under each field. */
function Row({ parts }: { parts: readonly Part[] }) {
  const phone = usePhone();
  return (
    <div className={styles.row}>
      <div className={styles.fields}>
        {parts.map(({ field, notes }, index) => (
          <Fragment key={index}>
            {field}
            {phone && notes}
          </Fragment>
        ))}
      </div>
      {!phone && (
        <div className={styles.notes}>
          {parts.map(({ notes }, index) => (
            <Fragment key={index}>{notes}</Fragment>
          ))}
        </div>
      )}
    </div>
  );
}

type CountedProps = {
  state: 'fetching' | 'lost' | 'ready';
  must: number;
  wanting: number;
  onJump: () => void;
  after: string;
};

function Counted({ state, must, wanting, onJump, after }: CountedProps) {
  const words = deskOpeningWords();
  if (must + wanting === 0)
    return (
      <p className={styles.counted}>
        {state === 'ready' && (
          <IconCircleCheckFilled size="1.25rem" aria-hidden="true" className={styles.good} />
        )}
        <span>{state === 'ready' ? after : state === 'lost' ? words.checkLost : words.checking}</span>
      </p>
    );
  return (
    <p className={styles.counted}>
      <IconAlertCircle
        size="1.25rem"
        stroke={1.75}
        aria-hidden="true"
        className={must > 0 ? styles.must : styles.wanting}
      />
      <span>
        {must > 0 && <b className={styles.must}>{words.must(must)}</b>}
        {must > 0 && wanting > 0 && '，'}
        {wanting > 0 && words.wantReason(wanting)}
      </span>
      <button type="button" className={styles.jump} onClick={onJump}>
        {words.jump}
      </button>
    </p>
  );
}

function Conflict({ onMine, onTheirs }: { onMine: () => void; onTheirs: () => Promise<void> }) {
  const words = deskOpeningWords();
  return (
    <Banner tone="amber" icon={<IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" />}>
      {words.conflict}{' '}
      <button type="button" onClick={onMine}>
        {words.conflictMine}
      </button>{' '}
      <button type="button" onClick={() => void onTheirs()}>
        {words.conflictTheirs}
      </button>
    </Banner>
  );
}

function saidOf(handedIn: DeskOpening, before: DeskOpening | null): string {
  const words = deskOpeningWords();
  const wasStanding = before !== null && !['draft', 'returned'].includes(before.status);
  if (wasStanding) return handedIn.changeWaits ? words.changeSubmitted : words.changed;
  return handedIn.status === 'published' ? words.publishedNow : words.submitted;
}

/** Terms after words were taken out of their joined text. */
function benefitsOf(text: string): Pick<OpeningValues, 'terms' | 'rhythm' | 'shift' | 'otherTerms'> {
  const { terms, rhythm, shift, otherTerms } = toValues({
    ...emptyForm,
    benefits: text.split('、').filter(Boolean),
  });
  return { terms, rhythm, shift, otherTerms };
}
