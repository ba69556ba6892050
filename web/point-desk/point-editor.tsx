import { IconBriefcase, IconDeviceDesktop, IconEye } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { sessionEnded, SignInDialog } from '../accounts/sign-in-dialog.tsx';
import { type DeskPoint, getDeskPoint, savePoint } from '../../api/point-desk/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { call, CallFailure } from '../call.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { terminalWords } from '../text/terminal.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-group.tsx';
import { Failed } from '../ui/failed.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TabsBar } from '../ui/tabs-bar.tsx';
import { toast } from '../ui/toast.tsx';
import { type Faults, useForm } from '../ui/use-form.ts';
import { publicPoint, staffListing } from './addresses.ts';
import { BasicsTab } from './basics-tab.tsx';
import { changesBetween } from './changes.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useDeskPoint, useRefresh } from './data.ts';
import { momentText } from './dates.ts';
import { HandOver } from './hand-over.tsx';
import { HoursTab } from './hours-tab.tsx';
import { Mistakes } from './mistakes.tsx';
import { NoticesTab } from './notices-tab.tsx';
import styles from './point-desk.module.css';
import { factsOf, type PointValues, valuesOf } from './point-form.ts';
import { ServicesTab } from './services-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';
import { faultsOf, spanText } from './week-edit.ts';

const tabs = ['basics', 'hours', 'services', 'notices', 'versions'] as const;
type Tab = (typeof tabs)[number];
const isTab = (text: string | null): text is Tab => tabs.includes(text as Tab);

type PointEditorProps = { id: string; tab: string | null; viewer: StaffMember; onTab: (tab: string) => void };

/** One point with everything that staff keep of it. */
export function PointEditor({ id, tab, viewer, onTab }: PointEditorProps) {
  const words = pointsDeskWords();
  const query = useDeskPoint(id);
  // What is being edited stays what it was while somebody types; what others save meanwhile is told when saving.
  const [base, setBase] = useState<DeskPoint | null>(null);
  const touched = useRef(false);
  if (query.data && (base === null || (!touched.current && base.version !== query.data.version)))
    setBase(query.data);
  if (query.isError && !base)
    return <Failed title={words.pointMissing} error={query.error} onRetry={() => void query.refetch()} />;
  if (!base) return <SkeletonRows rows={4} label={words.loading} />;
  return (
    <Editor
      key={base.version}
      base={base}
      mistakes={query.data?.mistakes ?? []}
      tab={isTab(tab) ? tab : 'hours'}
      viewer={viewer}
      onTab={onTab}
      onTouched={(is) => (touched.current = is)}
      onSaved={(point) => {
        touched.current = false;
        setBase(point);
      }}
    />
  );
}

type EditorProps = Pick<PointEditorProps, 'viewer' | 'onTab'> & {
  base: DeskPoint;
  mistakes: DeskPoint['mistakes'];
  tab: Tab;
  onTouched: (touched: boolean) => void;
  onSaved: (point: DeskPoint) => void;
};

function Editor({ base, mistakes, tab, viewer, onTab, onTouched, onSaved }: EditorProps) {
  const words = pointsDeskWords();
  const refresh = useRefresh();
  const [theirs, setTheirs] = useState<DeskPoint | null>(null);
  const [isSigningIn, setSigningIn] = useState(false);
  const form = useForm<PointValues>({
    initial: valuesOf(base),
    draft: { form: `point:${base.id}:${base.version}`, account: `staff:${viewer.id}` },
    check: weekFaults,
    nameOf: (name) => name.replace(/^facts\./, '').split('.')[0]!,
  });
  useTabOfFault(form.faults, tab, onTab);
  const facts = factsOf(form.values);
  const changes = changesBetween(base.facts, facts);
  onTouched(changes.length > 0);

  const send = (version: number) => async (values: PointValues) => {
    try {
      const point = await call(savePoint, {
        params: { id: base.id },
        body: {
          version,
          facts: factsOf(values),
          pinReason: values.pinReason || undefined,
          checked: values.checked,
        },
      });
      toast(words.saved);
      onSaved(point);
      await refresh(point);
    } catch (error) {
      if (error instanceof CallFailure && error.code === 'service-point.changed')
        setTheirs(await call(getDeskPoint, { params: { id: base.id } }));
      if (sessionEnded(error)) setSigningIn(true);
      throw error;
    }
  };
  const save = form.submit(send(theirs?.version ?? base.version));
  const tabItems = [
    { id: 'basics', label: words.tabBasics },
    { id: 'hours', label: words.tabHours },
    { id: 'services', label: words.tabServices, count: form.values.services.length },
    { id: 'notices', label: words.tabNotices, count: form.values.notices.length },
    { id: 'versions', label: words.tabVersions, count: base.version },
  ];
  return (
    <div className={styles.editor}>
      <header className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{base.facts.name}</h1>
          <p className={styles.quiet}>
            {base.changedBy ? words.changedBy(base.changedBy, momentText(base.changedAt)) : words.fromList}
          </p>
        </div>
        <span className={styles.links}>
          {!base.closed && (
            <Link href={staffListing(base.id)} className={styles.see}>
              <IconBriefcase size="1.25rem" stroke={1.75} aria-hidden="true" />
              {words.listing}
            </Link>
          )}
          <Link href={`/staff/terminals/${base.id}`} className={styles.see}>
            <IconDeviceDesktop size="1.25rem" stroke={1.75} aria-hidden="true" />
            {terminalWords().staffPageTitle}
          </Link>
          <a href={publicPoint(base.id)} target="_blank" rel="noreferrer" className={styles.see}>
            <IconEye size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.seePublic}
          </a>
        </span>
      </header>
      {base.closed && <p className={styles.warning}>{words.closedPoint}</p>}
      <Mistakes mistakes={mistakes} />
      <TabsBar label={base.facts.name} tabs={tabItems} chosen={tab} onChoose={onTab} />
      <form ref={form.ref} className={styles.form} noValidate onSubmit={save}>
        <div role="tabpanel" id={`panel-${tab}`} className={styles.panel}>
          {tab === 'basics' && <BasicsTab form={form} base={base} within={viewer.divisions} />}
          {tab === 'hours' && <HoursTab form={form} base={base} />}
          {tab === 'services' && <ServicesTab form={form} />}
          {tab === 'notices' && <NoticesTab form={form} />}
          {tab === 'versions' && <VersionsTab base={base} />}
          {tab === 'basics' && !base.closed && <HandOver point={base} viewer={viewer} />}
        </div>
        {changes.length > 0 && !base.closed && (
          <FormFoot
            stays
            failure={form.failure}
            note={
              <>
                <p className={styles.changes}>
                  {words.changesCount(formatCount(changes.length))}
                  {changes
                    .map(({ name, before, after }) => `${name} ${words.from(before, after)}`)
                    .join('；')}
                </p>
                <CheckBox checked={form.values.checked} onChange={(checked) => form.set('checked', checked)}>
                  {words.alsoChecked}
                </CheckBox>
              </>
            }
          >
            <Button onClick={() => form.reset(valuesOf(base))}>{words.discard}</Button>
            <Button kind="primary" type="submit" working={form.working}>
              {form.working ? words.saving : words.save}
            </Button>
          </FormFoot>
        )}
      </form>
      {theirs && !form.working && (
        <ConflictDialog
          base={base.facts}
          mine={facts}
          theirs={theirs}
          onClose={() => setTheirs(null)}
          onPick={(joined) => {
            form.patch(joined);
            const { version } = theirs;
            setTheirs(null);
            form.submit(() => send(version)({ ...form.values, ...joined }))();
          }}
        />
      )}
      {isSigningIn && (
        <SignInDialog kind="staff" onDone={() => setSigningIn(false)} onClose={() => setSigningIn(false)} />
      )}
    </div>
  );
}

const tabOf: Readonly<Record<string, Tab>> = {
  name: 'basics',
  level: 'basics',
  division: 'basics',
  address: 'basics',
  telephones: 'basics',
  accessibility: 'basics',
  weekly: 'hours',
  summer: 'hours',
  markets: 'hours',
  exceptions: 'hours',
  closure: 'hours',
  services: 'services',
  serviceChanges: 'services',
  notices: 'notices',
};

/** A fault on another tab brings that tab to the front; the pin stands on two. */
function useTabOfFault(faults: Faults, tab: Tab, onTab: (tab: string) => void): void {
  const wanted = Object.keys(faults).flatMap((name) => (faults[name] && tabOf[name]) || []);
  const other = wanted.length > 0 && !wanted.includes(tab) ? wanted[0]! : null;
  const told = useRef(faults);
  useEffect(() => {
    if (told.current === faults) return;
    told.current = faults;
    if (other) onTab(other);
  }, [faults, other, onTab]);
}

/** What the grid shows in red is told before anything is sent. */
function weekFaults({ weekly, summer }: PointValues): Partial<Record<string, string>> {
  const words = pointsDeskWords();
  const told = (week: PointValues['weekly'], season: string) => {
    const fault = faultsOf(week)[0];
    if (!fault) return undefined;
    const [first, second] = fault.indexes.map((index) => spanText(week[index]!));
    const day = `${season}${words.weekdays[fault.weekday - 1]}`;
    return fault.kind === 'order'
      ? words.orderSentence(day, first!)
      : words.overlapSentence(day, first!, second!);
  };
  return {
    weekly: told(weekly, summer ? words.winter : ''),
    summer: summer ? told(summer.weekly, words.summer) : undefined,
  };
}
