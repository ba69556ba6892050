import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { words } from '../text/words.ts';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { usePhone } from '../ui/use-media.ts';
import { Popover } from '../ui/popover.tsx';
import { levels, type PointsState } from './filter.ts';
import { usePointFeatures } from './data.ts';
import styles from './point-filters.module.css';

type PointFiltersProps = {
  state: PointsState;
  counties: readonly { code: string; name: string }[];
  floating?: boolean;
  change: (patch: Partial<PointsState>) => void;
};

/** Open now, a terminal that works, what is to be done, which level, where. */
export function PointFilters({ state, counties, floating, change }: PointFiltersProps) {
  const features = usePointFeatures(true).data?.features;
  const services = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { properties } of features ?? [])
      for (const service of properties.services) counts.set(service, (counts.get(service) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [features]);
  const countIn = (code: string) =>
    (features ?? []).filter(({ properties }) => properties.district === code).length;
  const county = counties.find(({ code }) => code === state.district);
  return (
    <>
      <Chip floating={floating} on={state.openNow} onClick={() => change({ openNow: !state.openNow })}>
        {words.filterOpenNow}
      </Chip>
      <Chip floating={floating} on={state.terminal} onClick={() => change({ terminal: !state.terminal })}>
        {words.filterTerminal}
      </Chip>
      <Choice label={words.filterService} chosen={state.service} floating={floating}>
        {services.map(([service, count]) => (
          <Chip
            key={service}
            on={state.service === service}
            count={count}
            onClick={() => change({ service: state.service === service ? null : service })}
          >
            {service}
          </Chip>
        ))}
      </Choice>
      <Choice label={words.filterLevel} chosen={state.level && words.levels[state.level]} floating={floating}>
        {levels.map((level) => (
          <Chip
            key={level}
            on={state.level === level}
            count={(features ?? []).filter(({ properties }) => properties.level === level).length}
            onClick={() => change({ level: state.level === level ? null : level })}
          >
            {words.levels[level]}
          </Chip>
        ))}
      </Choice>
      <Choice label={words.filterDivision} chosen={county?.name ?? null} floating={floating}>
        {counties.map(({ code, name }) => (
          <Chip
            key={code}
            on={state.district === code}
            count={countIn(code)}
            onClick={() => change({ district: state.district === code ? null : code, view: null })}
          >
            {name}
          </Chip>
        ))}
      </Choice>
    </>
  );
}

type ChoiceProps = { label: string; chosen: string | null; floating?: boolean; children: React.ReactNode };

function Choice({ label, chosen, floating, children }: ChoiceProps) {
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const sign = (
    <span className={styles.drop}>
      {chosen ?? label}
      <IconChevronDown size="1rem" stroke={1.75} aria-hidden="true" />
    </span>
  );
  // A panel under the chip would be cut off by the row that scrolls.
  if (phone)
    return (
      <>
        <Chip
          floating={floating}
          on={chosen !== null}
          aria-pressed={undefined}
          aria-haspopup="dialog"
          icon={<></>}
          onClick={() => setOpen(true)}
        >
          {sign}
        </Chip>
        {open && (
          <Dialog title={label} onClose={() => setOpen(false)}>
            <div className={styles.panel}>{children}</div>
          </Dialog>
        )}
      </>
    );
  return (
    <Popover
      label={label}
      button={(props) => (
        <Chip {...props} floating={floating} on={chosen !== null} aria-pressed={undefined} icon={<></>}>
          {sign}
        </Chip>
      )}
    >
      {() => <div className={styles.panel}>{children}</div>}
    </Popover>
  );
}
