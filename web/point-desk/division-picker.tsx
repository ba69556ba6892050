import { childrenOf, findDivision } from '../../geodata/divisions.ts';
import { counties } from '../../geodata/towns.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Select } from '../ui/select.tsx';
import styles from './point-desk.module.css';

const CITY = '3210';

type DivisionPickerProps = {
  /** 4 (the city), 6, 9 or 12 digits; empty while nothing is chosen. */
  value: string;
  onChange: (code: string) => void;
  /** Divisions that may be chosen, and what lies under them. */
  within: readonly string[];
  /** Whether the city as a whole may be chosen. */
  mayBeCity?: boolean;
  fault?: string;
};

/** County, then town, then village: as far down as is wanted. */
export function DivisionPicker({ value, onChange, within, mayBeCity, fault }: DivisionPickerProps) {
  const words = pointsDeskWords();
  const touches = (code: string) => within.some((own) => own.startsWith(code) || code.startsWith(own));
  const mayTake = (code: string) => within.some((own) => code.startsWith(own));
  const [county, town, village] = [6, 9, 12].map((digits) =>
    value.length >= digits ? value.slice(0, digits) : '',
  ) as [string, string, string];
  const options = (codes: readonly { code: string; name: string }[]) =>
    codes.filter(({ code }) => touches(code)).map(({ code, name }) => ({ value: code, label: name }));
  const choose = (above: string) => (code: string) => onChange(code || (mayTake(above) ? above : value));
  return (
    <div className={styles.divisions} data-fault={fault ? '' : undefined}>
      <Select
        label={words.county}
        value={county || (value === CITY ? CITY : '')}
        options={[
          ...(mayBeCity && mayTake(CITY) ? [{ value: CITY, label: words.city }] : []),
          ...options(counties),
        ]}
        onChange={(code) => code && onChange(code)}
        fault={fault}
      />
      {county && (
        <Select
          label={words.town}
          value={town}
          empty={words.wholeCounty}
          options={options(childrenOf(county))}
          onChange={choose(county)}
        />
      )}
      {town && (
        <Select
          label={words.village}
          value={village}
          empty={words.wholeTown}
          options={options(childrenOf(town))}
          onChange={choose(town)}
        />
      )}
    </div>
  );
}

/** The name of a division with the one above it: `瓜洲镇，邗江区`. */
export function divisionText(code: string): string {
  if (code === CITY) return pointsDeskWords().city;
  const own = findDivision(code);
  const above = code.length > 6 ? findDivision(code.slice(0, code.length - 3)) : undefined;
  return [own?.name ?? code, above?.name].filter(Boolean).join('，');
}
