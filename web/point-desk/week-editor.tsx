import { IconAlertCircle, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { WeeklySpan } from '../../api/service-points/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { formatMinute } from '../text/clock.ts';
import { Button } from '../ui/button.tsx';
import {
  copiedToWeekdays,
  faultsOf,
  hoursShown,
  movedTo,
  ofDay,
  type Part,
  spanText,
  type SpanFault,
  withSpan,
} from './week-edit.ts';
import { TimeInput } from './time-input.tsx';
import styles from './week-editor.module.css';

type WeekEditorProps = {
  weekly: readonly WeeklySpan[];
  onChange: (weekly: WeeklySpan[]) => void;
  /** Said before a day's name in sentences: 夏季. */
  season: string;
  readOnly?: boolean;
};

const ICON = { size: '1.125rem', stroke: 1.75, 'aria-hidden': true } as const;
const DAYS = [1, 2, 3, 4, 5, 6, 7];
const KEY_STEP = 15;
/** Two time fields, a word between them and the bin, px at the usual size of text. */
const TIMES_PX = 224;

/** The week as rows of 48 px: bars with a handle at each end, typed times under the chosen one. */
export function WeekEditor({ weekly, onChange, season, readOnly }: WeekEditorProps) {
  const words = pointsDeskWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const faults = faultsOf(weekly);
  const { fromHour, toHour } = hoursShown([weekly]);
  const day = chosen === null ? null : (weekly[chosen]?.weekday ?? null);
  const lanes = useRef<HTMLDivElement>(null);
  const laneWidth = useWidthOf(lanes);
  const put = (index: number, span: WeeklySpan) =>
    onChange(weekly.map((old, at) => (at === index ? span : old)));
  const hours = Array.from({ length: toHour - fromHour + 1 }, (_, index) => fromHour + index);
  const shown = hours.filter((hour) => (hour - fromHour) % 2 === 0);
  return (
    <div className={styles.editor} data-fault={faults.length > 0 ? '' : undefined}>
      <div className={styles.tools}>
        <p>{words.weekHint}</p>
        {day !== null && !readOnly && (
          <Button
            kind="quiet"
            dense
            icon={<IconCopy {...ICON} />}
            onClick={() => {
              setChosen(null);
              onChange(copiedToWeekdays(weekly, day));
            }}
          >
            {words.copyToWeekdays(words.weekdays[day - 1]!)}
          </Button>
        )}
      </div>
      <div className={styles.grid} style={{ '--hour': `${100 / (toHour - fromHour)}%` } as CSSProperties}>
        <div ref={lanes} className={styles.hours} aria-hidden="true">
          {shown.map((hour) => (
            <span key={hour} style={{ left: `${((hour - fromHour) / (toHour - fromHour)) * 100}%` }}>
              {hour}:00
            </span>
          ))}
        </div>
        {DAYS.map((weekday) => (
          <DayRow
            key={weekday}
            {...{ weekly, weekday, season, fromHour, toHour, laneWidth, chosen, setChosen, put, readOnly }}
            faults={faults.filter((fault) => fault.weekday === weekday)}
            onAdd={() => {
              setChosen(weekly.length);
              onChange(withSpan(weekly, weekday));
            }}
            onRemove={(index) => {
              setChosen(null);
              onChange(weekly.filter((_, at) => at !== index));
            }}
          />
        ))}
      </div>
    </div>
  );
}

type DayRowProps = {
  weekly: readonly WeeklySpan[];
  weekday: number;
  season: string;
  fromHour: number;
  toHour: number;
  laneWidth: number;
  chosen: number | null;
  setChosen: (index: number | null) => void;
  put: (index: number, span: WeeklySpan) => void;
  faults: readonly SpanFault[];
  onAdd: () => void;
  onRemove: (index: number) => void;
  readOnly?: boolean;
};

function DayRow(props: DayRowProps) {
  const { weekly, weekday, season, chosen, setChosen, faults, onAdd, onRemove, put, readOnly } = props;
  const words = pointsDeskWords();
  const name = words.weekdays[weekday - 1]!;
  const spans = ofDay(weekly, weekday);
  const isChosen = chosen !== null && weekly[chosen]?.weekday === weekday;
  return (
    <div className={styles.row} data-chosen={isChosen || undefined}>
      <span className={styles.day}>{name}</span>
      <div className={styles.lane} data-lane={weekday}>
        {spans.length === 0 && <span className={styles.rest}>{words.rest}</span>}
        {spans.map(({ span, index }) => (
          <Bar
            key={index}
            {...props}
            span={span}
            name={name}
            isWrong={faults.some(({ indexes }) => indexes.includes(index))}
            isChosen={chosen === index}
            onChoose={() => setChosen(index)}
            onChange={(next) => put(index, next)}
            onRemove={() => onRemove(index)}
          />
        ))}
      </div>
      {!readOnly && (
        <Button kind="quiet" dense className={styles.add} icon={<IconPlus {...ICON} />} onClick={onAdd}>
          {words.addSpan}
          <span className="visually-hidden">，{name}</span>
        </Button>
      )}
      {isChosen && !readOnly && (
        <Times
          left={leftOfTimes(props, weekly[chosen!]!)}
          key={chosen}
          span={weekly[chosen!]!}
          name={name}
          onChange={(next) => put(chosen!, next)}
          onRemove={() => onRemove(chosen!)}
          onDone={() => setChosen(null)}
        />
      )}
      {faults.map((fault) => (
        <p key={`${fault.kind}${fault.indexes.join()}`} className={styles.fault} role="alert">
          <IconAlertCircle {...ICON} />
          {faultText(fault, weekly, `${season}${name}`)}
        </p>
      ))}
    </div>
  );
}

function faultText(fault: SpanFault, weekly: readonly WeeklySpan[], day: string): string {
  const words = pointsDeskWords();
  const [first, second] = fault.indexes.map((index) => spanText(weekly[index]!));
  return fault.kind === 'order'
    ? words.orderSentence(day, first!)
    : words.overlapSentence(day, first!, second!);
}

type BarProps = Pick<DayRowProps, 'fromHour' | 'toHour' | 'readOnly'> & {
  span: WeeklySpan;
  name: string;
  isWrong: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onChange: (span: WeeklySpan) => void;
  onRemove: () => void;
};

function Bar({
  span,
  name,
  fromHour,
  toHour,
  isWrong,
  isChosen,
  onChoose,
  onChange,
  onRemove,
  readOnly,
}: BarProps) {
  const words = pointsDeskWords();
  const drag = useRef<{ part: Part; offset: number; lane: DOMRect } | null>(null);
  const across = (toHour - fromHour) * 60;
  const minuteAt = (x: number, lane: DOMRect) => fromHour * 60 + ((x - lane.left) / lane.width) * across;

  const down = (part: Part) => (event: PointerEvent<HTMLElement>) => {
    if (readOnly || event.button !== 0) return;
    const lane = event.currentTarget.closest('[data-lane]')!.getBoundingClientRect();
    const of = part === 'end' ? span.toMinute : span.fromMinute;
    drag.current = { part, lane, offset: minuteAt(event.clientX, lane) - of };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.stopPropagation();
    onChoose();
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current) return;
    const { part, offset, lane } = drag.current;
    const next = movedTo(span, part, minuteAt(event.clientX, lane) - offset);
    if (next.fromMinute !== span.fromMinute || next.toMinute !== span.toMinute) onChange(next);
  };
  const up = () => (drag.current = null);
  const key = (part: Part) => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (readOnly) return;
    if ((event.key === 'Delete' || event.key === 'Backspace') && part === 'both') return onRemove();
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(movedTo(span, part, (part === 'end' ? span.toMinute : span.fromMinute) + by));
  };
  const handle = (part: 'start' | 'end') => (
    <span
      className={styles.handle}
      data-part={part}
      role="slider"
      tabIndex={0}
      aria-label={part === 'start' ? words.moveStart(name) : words.moveEnd(name)}
      aria-valuemin={0}
      aria-valuemax={1440}
      aria-valuenow={part === 'start' ? span.fromMinute : span.toMinute}
      aria-valuetext={formatMinute(part === 'start' ? span.fromMinute : span.toMinute)}
      onPointerDown={down(part)}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key(part)}
    />
  );
  const left = ((span.fromMinute - fromHour * 60) / across) * 100;
  const width = Math.max(1.5, ((span.toMinute - span.fromMinute) / across) * 100);
  const looks = [styles.bar, isWrong && styles.wrong, isChosen && styles.chosen];
  return (
    <div className={looks.filter(Boolean).join(' ')} style={{ left: `${left}%`, width: `${width}%` }}>
      <button
        type="button"
        className={styles.body}
        aria-pressed={isChosen}
        aria-label={words.opens(name, formatMinute(span.fromMinute), formatMinute(span.toMinute))}
        onClick={onChoose}
        onPointerDown={down('both')}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onKeyDown={key('both')}
      >
        <span>{spanText(span)}</span>
      </button>
      {isChosen && !readOnly && handle('start')}
      {isChosen && !readOnly && handle('end')}
    </div>
  );
}

type TimesProps = {
  /** Beside the bar, in parts of the lane; null where there is no room: then under it. */
  left: number | null;
  span: WeeklySpan;
  name: string;
  onChange: (span: WeeklySpan) => void;
  onRemove: () => void;
  onDone: () => void;
};

/** The times of the chosen bar, typed: dragging is never the only way. */
function Times({ left, span, name, onChange, onRemove, onDone }: TimesProps) {
  const words = pointsDeskWords();
  return (
    <div
      className={left === null ? styles.times : styles.beside}
      style={left === null ? undefined : ({ '--left': left } as CSSProperties)}
    >
      <TimeInput
        label={`${name} ${words.spanFrom}`}
        value={span.fromMinute}
        onChange={(fromMinute) => onChange({ ...span, fromMinute })}
        onEnter={onDone}
      />
      <span>{words.to}</span>
      <TimeInput
        label={`${name} ${words.spanTo}`}
        value={span.toMinute}
        onChange={(toMinute) => onChange({ ...span, toMinute })}
        onEnter={onDone}
      />
      <Button kind="quiet" dense icon={<IconTrash {...ICON} />} onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  );
}

/** Where the times stand beside a bar, without covering another one. */
function leftOfTimes(
  { weekly, fromHour, toHour, laneWidth }: DayRowProps,
  { weekday, toMinute, fromMinute }: WeeklySpan,
): number | null {
  const across = (toHour - fromHour) * 60;
  const next = ofDay(weekly, weekday).find(
    ({ span }) => span.fromMinute >= toMinute && span.fromMinute > fromMinute,
  );
  const end = (toMinute - fromHour * 60) / across;
  const room = ((next ? next.span.fromMinute - fromHour * 60 : across) / across - end) * laneWidth;
  return room >= TIMES_PX ? end : null;
}

/** The width of an element, px, as it changes. */
function useWidthOf(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    watched.observe(ref.current!);
    return () => watched.disconnect();
  }, [ref]);
  return width;
}
