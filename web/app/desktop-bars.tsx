import { IconLink } from '@tabler/icons-react';
import { clearConditions, countConditions } from '../openings/filter.ts';
import { FilterBar } from '../openings/filter-bar.tsx';
import { PointFilters } from '../service-points/point-filters.tsx';
import { formatTime, localTime } from '../text/clock.ts';
import { formatRadius } from '../text/distance.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { copyLink } from './copy-link.ts';
import type { FrameProps } from './frame-props.ts';
import styles from './frame.module.css';
import { countiesOf } from './phone-frame.tsx';
import { urls } from './urls.ts';

/** The filters of openings, across the desktop. */
export function FindBar({ model, nearPanel, onFilter }: FrameProps) {
  const { find } = model;
  const { origin, state, withinMetres } = find;
  const name = origin && (origin.kind === 'me' ? words.chipNear : origin.name);
  const nearLabel = !name
    ? null
    : state.mode && !state.withinMetres
      ? words.startAndMode(name, words.modes[state.mode])
      : withinMetres !== null
        ? words.startAndRadius(name, formatRadius(withinMetres))
        : name;
  return (
    <>
      <FilterBar
        state={state}
        change={find.change}
        filter={find.filter}
        near={{ label: nearLabel, panel: () => <div className={styles.nearPanel}>{nearPanel}</div> }}
        onMore={onFilter}
      />
      <div className={styles.barSide}>
        {(countConditions(state) > 0 || origin) && (
          <Button
            kind="quiet"
            dense
            onClick={() => {
              if (origin) model.startFrom(null);
              find.go(clearConditions({ ...state, start: null }));
            }}
          >
            {words.clearAll}
          </Button>
        )}
        <Button
          kind="quiet"
          dense
          className={styles.sideButton}
          icon={<IconLink size="1.125rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => void copyLink(urls.find(state))}
        >
          {words.copySearch}
        </Button>
      </div>
    </>
  );
}

/** The filters of service points, and what time it is there. */
export function PointsBar({ model, now }: FrameProps) {
  const { points } = model;
  const { month, day, weekday } = localTime(now);
  return (
    <>
      <div className={styles.wrapBar} role="group" aria-label={words.filterTitle}>
        <Chip on={points.origin !== null} onClick={model.toggleNear}>
          {points.origin?.kind === 'start' ? points.origin.name : words.chipNear}
        </Chip>
        <PointFilters state={points.state} counties={countiesOf(model)} change={points.change} />
      </div>
      <span className={styles.barSide}>
        {words.nowLine(words.monthDay(month, day), words.weekdays[weekday - 1] ?? '', formatTime(now))}
      </span>
    </>
  );
}
