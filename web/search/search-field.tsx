import { IconBuilding, IconMapPin, IconMicrophone, IconSearch, IconX } from '@tabler/icons-react';
import { useCombobox } from 'downshift';
import { useEffect, useState, type ReactNode } from 'react';
import type { Suggestion } from '../../api/search/contract.ts';
import { words } from '../text/words.ts';
import { IconButton } from '../ui/button.tsx';
import { Logo } from '../ui/icons.tsx';
import { toast } from '../ui/toast.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { useSuggestions } from './data.ts';
import styles from './search-field.module.css';
import { canListen, listenOnce } from './speech.ts';

type SearchFieldProps = {
  /** What is being looked for now, as the person would say it. */
  value: string;
  label: string;
  placeholder: string;
  /** On paper (a border) or over the map (a shadow). */
  bordered?: boolean;
  logo?: boolean;
  /** Another sign than the magnifier. */
  sign?: ReactNode;
  mic?: boolean;
  only?: Suggestion['kind'];
  onSearch: (text: string) => void;
  onPick: (suggestion: Suggestion) => void;
};

/** Pause after a key before the server is asked: a fast typist does not ask for every letter. */
const PAUSE_MS = 120;

const signOf = { occupation: IconSearch, employer: IconBuilding, place: IconMapPin };

export function SearchField(props: SearchFieldProps) {
  const { value, label, placeholder, bordered, logo, sign, mic = true, only, onSearch, onPick } = props;
  const [text, setText] = useState(value);
  const [listening, setListening] = useState(false);
  useEffect(() => setText(value), [value]);
  const asked = useSettled(text, PAUSE_MS);
  const { data } = useSuggestions(asked === value ? '' : asked);
  const found = asked === value || !text ? [] : (data?.suggestions ?? []);
  const items = only ? found.filter(({ kind, place }) => kind === only && place) : grouped(found);

  const box = useCombobox<Suggestion>({
    items,
    inputValue: text,
    itemToString: (item) => item?.text ?? '',
    onSelectedItemChange: ({ selectedItem }) => {
      if (!selectedItem) return;
      setText(selectedItem.text);
      onPick(selectedItem);
    },
    selectedItem: null,
    getA11yStatusMessage: ({ isOpen }) =>
      isOpen && items.length > 0 ? words.suggestionsFor(items.length) : '',
  });

  const submit = () => {
    box.closeMenu();
    onSearch(text.trim());
  };
  const listen = async () => {
    setListening(true);
    const heard = await listenOnce();
    setListening(false);
    if (!heard) return toast(words.searchNotHeard);
    setText(heard);
    onSearch(heard);
  };
  const showMenu = box.isOpen && items.length > 0;

  return (
    <form
      role="search"
      aria-label={label}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={[styles.box, bordered && styles.bordered].filter(Boolean).join(' ')}>
        {sign ?? (logo && !text ? <Logo size="1.625rem" /> : <IconSearch size="1.25rem" stroke={1.75} />)}
        <input
          {...box.getInputProps({
            'aria-label': label,
            placeholder,
            className: styles.input,
            type: 'search',
            enterKeyHint: 'search',
            autoComplete: 'off',
            maxLength: 200,
            // Set in the event itself: later, and a fast typist loses letters.
            onChange: (event) => setText(event.currentTarget.value),
            onKeyDown: (event) => {
              // Enter without a chosen row searches the words as typed.
              if (event.key === 'Enter' && box.highlightedIndex < 0 && !event.nativeEvent.isComposing) {
                event.preventDefault();
                submit();
              }
            },
          })}
        />
        {text ? (
          <IconButton
            label={words.searchClear}
            className={styles.side}
            onClick={() => {
              setText('');
              box.closeMenu();
              if (value) onSearch('');
            }}
          >
            <IconX size="1.375rem" stroke={1.75} aria-hidden="true" />
          </IconButton>
        ) : (
          mic &&
          canListen() && (
            <IconButton label={words.searchSpeak} className={styles.side} onClick={() => void listen()}>
              <IconMicrophone size="1.375rem" stroke={1.75} aria-hidden="true" />
            </IconButton>
          )
        )}
      </div>
      <ul {...box.getMenuProps({ 'aria-label': label, className: styles.menu, hidden: !showMenu })}>
        {showMenu &&
          items.map((item, index) => (
            <Option
              key={`${item.kind}-${item.value}-${item.text}`}
              item={item}
              active={box.highlightedIndex === index}
              props={box.getItemProps({ item, index })}
            />
          ))}
      </ul>
      {listening && (
        <p className={styles.listening} role="status">
          {words.searchListening}
        </p>
      )}
    </form>
  );
}

/** Jobs, then employers, then places; within a kind the server's order holds. */
function grouped(items: readonly Suggestion[]): Suggestion[] {
  const order: Suggestion['kind'][] = ['occupation', 'employer', 'place'];
  return order.flatMap((kind) => items.filter((item) => item.kind === kind));
}

type OptionProps = { item: Suggestion; active: boolean; props: Record<string, unknown> };

function Option({ item, active, props }: OptionProps) {
  const Sign = signOf[item.kind];
  const why = words.kindOf[item.kind] || words.matchedBy[item.matched];
  const looks = [styles.option, active && styles.active, item.kind !== 'occupation' && styles.plain];
  return (
    <li {...props} className={looks.filter(Boolean).join(' ')}>
      <Sign size="1.25rem" stroke={1.75} aria-hidden="true" />
      <span className={styles.word}>
        <span className={styles.text}>{item.text}</span>
        {why && <span className={styles.kind}>{why}</span>}
      </span>
      <span className={styles.count}>{words.countOf(item.openings)}</span>
    </li>
  );
}
