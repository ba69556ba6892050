import {
  IconBriefcase,
  IconDots,
  IconHash,
  IconInfoCircle,
  IconChartBar,
  IconNavigation,
  IconStar,
  IconUser,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { howMeasured } from '../near/reach-card.tsx';
import { ModeSwitch } from '../near/mode-switch.tsx';
import { SearchField } from '../search/search-field.tsx';
import { PointFilters } from '../service-points/point-filters.tsx';
import { words } from '../text/words.ts';
import { IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { readAccountMark } from '../ui/account-mark.ts';
import { setElder } from '../ui/elder.ts';
import { Popover } from '../ui/popover.tsx';
import { Sheet, sheetHeights, useWindowHeight } from '../ui/sheet.tsx';
import { useSheetSnap } from '../ui/sheet-snap.ts';
import { FindSearch } from './find-search.tsx';
import type { FrameProps } from './frame-props.ts';
import styles from './frame.module.css';
import { QuickChips } from './quick-chips.tsx';
import { Tabs } from './tabs.tsx';
import { urls } from './urls.ts';

type PhoneFrameProps = FrameProps & { onCovered: (px: number) => void };

/** The phone: the map under everything, the list in a sheet over it. */
export function PhoneFrame(props: PhoneFrameProps) {
  const { model, layer, isHome, map, banners, panel, nearPanel, locateButton, searchHere, onCovered } = props;
  const { find, points } = model;
  const [snap, setSnap] = useSheetSnap('peek');
  const heights = sheetHeights(useWindowHeight());
  // At full the sheet hides the map anyway; its camera need not follow.
  const covered = heights[snap === 'peek' ? 'peek' : 'half'];
  useEffect(() => onCovered(covered), [onCovered, covered]);
  const raise = () => {
    if (snap === 'peek') setSnap('half');
  };
  const { drawing } = model;
  useEffect(() => {
    // A list in the way leaves little to draw on.
    if (drawing && snap !== 'peek') setSnap('peek');
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drawing]);
  const locating = model.located.kind === 'asking';
  const { choosing } = model;
  const wasChoosing = useRef(false);
  useEffect(() => {
    // Only a newly opened chooser lifts the sheet.
    if (choosing && !wasChoosing.current && snap === 'peek') setSnap('half');
    wasChoosing.current = choosing;
  }, [choosing, snap, setSnap]);
  const isEmpty = layer === 'openings' && model.list.data?.pages[0]?.total === 0;
  const showsTabs = isHome || layer === 'points';
  const reachRow = layer === 'openings' && find.origin && !isEmpty && (
    <div className={styles.reachRow}>
      <ModeSwitch
        withAny
        mode={find.state.withinMetres ? null : find.state.mode}
        onMode={(mode) => find.change({ mode, withinMetres: null })}
      />
      <p>{find.state.mode ? howMeasured(find.state.mode) : words.privacy}</p>
    </div>
  );
  return (
    <div className={styles.phone} style={{ '--covered': `${covered}px` } as React.CSSProperties}>
      <header className={styles.top}>
        <div className={styles.searchRow}>
          {layer === 'openings' ? (
            <FindSearch
              logo
              state={find.state}
              onChange={(patch) => {
                find.change(patch);
                raise();
              }}
            />
          ) : (
            <SearchField
              logo
              value={points.state.q ?? ''}
              label={words.searchPointsLabel}
              placeholder={words.searchPointsLabel}
              only="place"
              onSearch={(text) => {
                points.change({ q: text || null });
                raise();
              }}
              onPick={({ text, place }) => place && model.startFrom({ place, name: text })}
            />
          )}
          <button type="button" className={styles.elder} onClick={() => setElder(1)}>
            {words.elder}
          </button>
        </div>
        <div className={styles.chips} role="group" aria-label={words.filterTitle}>
          {layer === 'openings' ? (
            <QuickChips
              find={find}
              names={model.names}
              locating={locating}
              onFilter={props.onFilter}
              onNear={() => {
                model.toggleNear();
                if (!find.origin) raise();
              }}
            />
          ) : (
            <>
              <Chip
                floating
                on={points.origin !== null}
                icon={
                  points.origin ? undefined : (
                    <IconNavigation size="1.125rem" stroke={1.75} aria-hidden="true" />
                  )
                }
                onClick={model.toggleNear}
              >
                {points.origin?.kind === 'start' ? points.origin.name : words.chipNear}
              </Chip>
              <PointFilters
                floating
                state={points.state}
                counties={countiesOf(model)}
                change={points.change}
              />
            </>
          )}
        </div>
      </header>
      <section aria-label={words.mapArea}>
        {map}
        <div className={styles.locate}>{locateButton}</div>
        {searchHere && <div className={styles.moved}>{searchHere}</div>}
      </section>
      <Sheet
        snap={snap}
        onSnap={setSnap}
        head={
          choosing ? null : showsTabs ? (
            <div className={styles.tabs}>
              <Tabs model={model} layer={layer} />
              <MoreMenu />
            </div>
          ) : null
        }
      >
        {choosing ? (
          <main id="main">
            <div className={styles.closer}>
              <IconButton label={words.close} onClick={() => model.setChoosing(false)}>
                <IconX size="1.5rem" stroke={1.75} aria-hidden="true" />
              </IconButton>
            </div>
            {nearPanel}
          </main>
        ) : (
          <main id="main">
            <div className={styles.sheetBanner}>{banners}</div>
            {showsTabs ? (
              <h1 className="visually-hidden">{layer === 'points' ? words.navPoints : words.navFind}</h1>
            ) : null}
            {panel(!showsTabs, reachRow)}
          </main>
        )}
      </Sheet>
    </div>
  );
}

export const countiesOf = (model: FrameProps['model']) =>
  Object.entries(model.names.district).map(([code, name]) => ({ code, name }));

/** What else there is: a code, the figures, where the data comes from. */
export function MoreMenu() {
  return (
    <Popover
      label={words.more}
      side="right"
      button={(props) => (
        <IconButton label={words.more} {...props}>
          <IconDots size="1.5rem" stroke={1.75} aria-hidden="true" />
        </IconButton>
      )}
    >
      {() => (
        <nav className={styles.menu} aria-label={words.more}>
          <Link href={urls.me()}>
            <IconUser size="1.25rem" stroke={1.75} aria-hidden="true" />
            {readAccountMark() ? words.navMine : words.navSignIn}
          </Link>
          <Link href={urls.saved()}>
            <IconStar size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.navSaved}
          </Link>
          <Link href={urls.desk()}>
            <IconBriefcase size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.navHire}
          </Link>
          <Link href={urls.code()}>
            <IconHash size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.navCode}
          </Link>
          <Link href={urls.data()}>
            <IconChartBar size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.navData}
          </Link>
          <Link href={urls.about()}>
            <IconInfoCircle size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.navAbout}
          </Link>
        </nav>
      )}
    </Popover>
  );
}
