import { IconStar, IconStarFilled } from '@tabler/icons-react';
import type { ListedOpening } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { IconButton } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { save, unsave, useSaved } from './saved.ts';

type SaveButtonProps = {
  opening: ListedOpening;
  /** One star among others: its name says of which opening. */
  ofSeveral?: boolean;
};

/** The star: this device remembers the opening, or forgets it again. */
export function SaveButton({ opening, ofSeveral }: SaveButtonProps) {
  const isSaved = useSaved().some((one) => one.opening.id === opening.id);
  const press = () => {
    if (!isSaved) return toast(words.saveSaid[save(opening)]);
    unsave(opening.id);
    toast(words.unsaved);
  };
  const Star = isSaved ? IconStarFilled : IconStar;
  return (
    <IconButton
      label={ofSeveral ? words.saveThis(opening.title) : words.save}
      aria-pressed={isSaved}
      onClick={press}
    >
      <Star size="1.5rem" stroke={1.75} aria-hidden="true" color={isSaved ? 'var(--willow-7)' : undefined} />
    </IconButton>
  );
}
