import { useState } from 'react';
import type { MarketDay } from '../../api/service-points/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { CheckGroup } from '../ui/check-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { daysOfDigits, digitsOf } from './changes.ts';
import { DialogFoot } from './dialog-foot.tsx';
import styles from './point-desk.module.css';
import { TimeInput } from './time-input.tsx';
import { spanText } from './week-edit.ts';

type MarketDialogProps = {
  market: MarketDay | null;
  onDone: (market: MarketDay | null) => void;
  onClose: () => void;
};

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

/** Market days: by the last digit of the 农历 day, as towns have them, or by weekday. */
export function MarketDialog({ market, onDone, onClose }: MarketDialogProps) {
  const words = pointsDeskWords();
  const [rule, setRule] = useState<'lunar' | 'weekday'>(
    market && market.weekdays.length > 0 ? 'weekday' : 'lunar',
  );
  const [digits, setDigits] = useState((digitsOf(market?.lunarDays ?? []) ?? []).map(String));
  const [weekdays, setWeekdays] = useState((market?.weekdays ?? []).map(String));
  const [times, setTimes] = useState({
    fromMinute: market?.fromMinute ?? 420,
    toMinute: market?.toMinute ?? 660,
  });
  const [tried, setTried] = useState(false);
  const isEmpty = (rule === 'lunar' ? digits : weekdays).length === 0;
  const isBackwards = times.toMinute <= times.fromMinute;
  const done = () => {
    setTried(true);
    if (isEmpty || isBackwards) return;
    onDone({
      ...times,
      lunarDays: rule === 'lunar' ? daysOfDigits(digits.map(Number)) : [],
      weekdays: rule === 'weekday' ? weekdays.map(Number) : [],
    });
  };
  return (
    <Dialog
      title={words.markets}
      onClose={onClose}
      foot={<DialogFoot onDone={done} onClose={onClose} onRemove={market ? () => onDone(null) : undefined} />}
    >
      <div className={styles.dialog}>
        <RadioGroup
          label={words.markets}
          value={rule}
          options={[
            { value: 'lunar', label: words.marketByLunar },
            { value: 'weekday', label: words.marketByWeekday },
          ]}
          onChange={setRule}
        />
        <CheckGroup
          label={words.marketWhich}
          value={rule === 'lunar' ? digits : weekdays}
          options={
            rule === 'lunar'
              ? DIGITS.map((digit) => ({
                  value: String(digit),
                  label: words.digitLabel(words.digits[digit]!),
                }))
              : words.weekdays.map((label, index) => ({ value: String(index + 1), label }))
          }
          onChange={rule === 'lunar' ? setDigits : setWeekdays}
          fault={tried && isEmpty ? words.marketWhich : undefined}
        />
        <div className={styles.span}>
          <TimeInput
            label={words.spanFrom}
            value={times.fromMinute}
            onChange={(fromMinute) => setTimes({ ...times, fromMinute })}
          />
          <span>{words.to}</span>
          <TimeInput
            label={words.spanTo}
            value={times.toMinute}
            onChange={(toMinute) => setTimes({ ...times, toMinute })}
          />
        </div>
        {tried && isBackwards && (
          <p className={styles.fault} role="alert">
            {words.orderSentence(words.markets, spanText(times))}
          </p>
        )}
      </div>
    </Dialog>
  );
}
