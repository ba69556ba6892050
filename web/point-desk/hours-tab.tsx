import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskPoint } from '../../api/point-desk/contract.ts';
import type { ExceptionDays, MarketDay } from '../../api/service-points/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { datesText, exceptionText, marketText } from './changes.ts';
import { ClosureDialog } from './closure-dialog.tsx';
import { DayOfYear } from './day-of-year.tsx';
import { ExceptionDialog } from './exception-dialog.tsx';
import { MarketDialog } from './market-dialog.tsx';
import { PinField } from './pin-field.tsx';
import styles from './point-desk.module.css';
import type { PointForm } from './point-form.ts';
import { WeekEditor } from './week-editor.tsx';

type Editing = { what: 'market' | 'exception'; at: number } | { what: 'closure' } | null;

/** The week of each season, market days, days that differ, a closure, and the pin. */
export function HoursTab({ form, base }: { form: PointForm; base: DeskPoint }) {
  const words = pointsDeskWords();
  const { weekly, summer, exceptions, markets, closure } = form.values;
  const [season, setSeason] = useState<'winter' | 'summer'>('winter');
  const [editing, setEditing] = useState<Editing>(null);
  const isSummer = season === 'summer' && summer !== null;
  const change = (week: typeof weekly) =>
    isSummer ? form.set('summer', { ...summer, weekly: week }) : form.set('weekly', week);
  const replaceAt = <T,>(all: readonly T[], at: number, one: T | null): T[] =>
    at < 0
      ? [...all, ...(one ? [one] : [])]
      : all.flatMap((old, index) => (index === at ? (one ?? []) : old));
  return (
    <>
      <div className={styles.seasons}>
        {summer ? (
          <>
            <Chip on={!isSummer} onClick={() => setSeason('winter')}>
              {words.winter}
            </Chip>
            <Chip on={isSummer} onClick={() => setSeason('summer')}>
              {words.summer}
            </Chip>
            <DayOfYear
              label={words.summerFrom}
              value={summer.from}
              onChange={(from) => form.set('summer', { ...summer, from })}
            />
            <DayOfYear
              label={words.summerTo}
              value={summer.to}
              onChange={(to) => form.set('summer', { ...summer, to })}
            />
            <Button kind="quiet" dense onClick={() => form.set('summer', null)}>
              {words.oneSeason}
            </Button>
          </>
        ) : (
          <>
            <span>{words.allYear}</span>
            <Button
              kind="quiet"
              dense
              onClick={() => form.set('summer', { from: '05-01', to: '09-30', weekly: [...weekly] })}
            >
              {words.twoSeasons}
            </Button>
          </>
        )}
      </div>
      <WeekEditor
        key={season}
        weekly={isSummer ? summer.weekly : weekly}
        season={summer ? (isSummer ? words.summer : words.winter) : ''}
        readOnly={base.closed}
        onChange={change}
      />
      {(form.faults.weekly ?? form.faults.summer) && (
        <p className={styles.fault}>{form.faults.weekly ?? form.faults.summer}</p>
      )}
      {weekly.length === 0 && markets.length === 0 && <p className={styles.warning}>{words.emptyWeek}</p>}
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Listed
            title={words.exceptions}
            note={words.exceptionsAuto}
            fault={form.faults.exceptions}
            rows={exceptions.map(exceptionText)}
            add={words.addException}
            onEdit={(at) => setEditing({ what: 'exception', at })}
          />
          <Listed
            title={words.closure}
            fault={form.faults.closure}
            rows={
              closure
                ? [`${datesText(closure)}${closure.reason}${closure.movedTo ? `，${closure.movedTo}` : ''}`]
                : []
            }
            add={closure ? null : words.addClosure}
            onEdit={() => setEditing({ what: 'closure' })}
          />
          <Listed
            title={words.markets}
            fault={form.faults.markets}
            rows={markets.map(marketText)}
            add={words.addMarket}
            hatched
            onEdit={(at) => setEditing({ what: 'market', at })}
          />
        </div>
        <PinField form={form} base={base} />
      </div>
      {editing?.what === 'exception' && (
        <ExceptionDialog
          days={exceptions[editing.at] ?? null}
          onDone={(days: ExceptionDays | null) => {
            form.set('exceptions', replaceAt(exceptions, editing.at, days));
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      )}
      {editing?.what === 'market' && (
        <MarketDialog
          market={markets[editing.at] ?? null}
          onDone={(market: MarketDay | null) => {
            form.set('markets', replaceAt(markets, editing.at, market));
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      )}
      {editing?.what === 'closure' && (
        <ClosureDialog
          closure={closure}
          onDone={(next) => {
            form.set('closure', next);
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

type ListedProps = {
  title: string;
  note?: string;
  fault?: string;
  rows: readonly string[];
  /** null where there can be no more. */
  add: string | null;
  hatched?: boolean;
  /** -1 for a new one. */
  onEdit: (at: number) => void;
};

/** A few things in a list, each with a pencil, and one to add. */
export function Listed({ title, note, fault, rows, add, hatched, onEdit }: ListedProps) {
  const words = pointsDeskWords();
  return (
    <section className={styles.listed} data-fault={fault ? '' : undefined}>
      <h2>{title}</h2>
      <ul>
        {rows.map((row, at) => (
          <li key={`${at}${row}`} className={hatched ? styles.hatched : undefined}>
            <span>{row}</span>
            <IconButton label={`${words.edit} ${row}`} onClick={() => onEdit(at)}>
              <IconPencil size="1.125rem" stroke={1.75} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
        {add && (
          <li className={styles.add}>
            <Button
              kind="quiet"
              dense
              icon={<IconPlus size="1.125rem" stroke={1.75} aria-hidden="true" />}
              onClick={() => onEdit(-1)}
            >
              {add}
            </Button>
          </li>
        )}
      </ul>
      {fault && <p className={styles.fault}>{fault}</p>}
      {note && <p className={styles.quiet}>{note}</p>}
    </section>
  );
}
