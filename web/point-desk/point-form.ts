import type { DeskPoint, PointFacts } from '../../api/point-desk/contract.ts';
import type { Form } from '../ui/use-form.ts';

export type PointValues = PointFacts & {
  /** Why a doubtful pin stands where it stands. */
  pinReason: string;
  /** The rest was looked at too. */
  checked: boolean;
};
export type PointForm = Form<PointValues>;

export const valuesOf = ({ facts }: DeskPoint): PointValues => ({ ...facts, pinReason: '', checked: false });

export function factsOf({ pinReason: _reason, checked: _checked, ...facts }: PointValues): PointFacts {
  return facts;
}
