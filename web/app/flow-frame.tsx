import { IconMicrophone, IconPhone, IconTextSize } from '@tabler/icons-react';
import { Link } from 'wouter';
import { SavedLink } from '../openings/saved-link.tsx';
import { canListen, listenOnce } from '../search/speech.ts';
import { SearchField } from '../search/search-field.tsx';
import { PointFilters } from '../service-points/point-filters.tsx';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { setElder, useElder, type ElderStep } from '../ui/elder.ts';
import { toast } from '../ui/toast.tsx';
import { FindSearch } from './find-search.tsx';
import type { FrameProps } from './frame-props.ts';
import styles from './frame.module.css';
import { countiesOf } from './phone-frame.tsx';
import { QuickChips } from './quick-chips.tsx';
import { Tabs } from './tabs.tsx';
import { urls } from './urls.ts';

/** One column, nothing floats: 长辈版, and a phone that cannot draw the map. */
export function FlowFrame(props: FrameProps) {
  const { model, layer, map, banners, panel, locateButton, searchHere, onFilter } = props;
  const { find, points } = model;
  const elder = useElder();
  const isElder = elder > 0;
  const listen = async () => {
    const heard = await listenOnce();
    if (heard) find.change({ q: heard, occupation: null });
    else toast(words.searchNotHeard);
  };
  return (
    <div className={styles.flow}>
      <div className={styles.flowScroll}>
        <header className={styles.top}>
          <div className={styles.searchRow}>
            {layer === 'openings' ? (
              <FindSearch elder={isElder} logo={!isElder} state={find.state} onChange={find.change} />
            ) : (
              <SearchField
                mic={!isElder}
                value={points.state.q ?? ''}
                label={words.searchPointsLabel}
                placeholder={words.searchPointsLabel}
                only="place"
                onSearch={(text) => points.change({ q: text || null })}
                onPick={({ text, place }) => place && model.startFrom({ place, name: text })}
              />
            )}
            {isElder && canListen() && layer === 'openings' ? (
              <Button
                kind="primary"
                icon={<IconMicrophone size="1.375rem" stroke={1.75} aria-hidden="true" />}
                onClick={() => void listen()}
              >
                {words.elderSpeak}
              </Button>
            ) : (
              !isElder && (
                <button type="button" className={styles.elder} onClick={() => setElder(1)}>
                  {words.elder}
                </button>
              )
            )}
          </div>
          {isElder ? (
            <Tabs elder model={model} layer={layer} />
          ) : (
            layer === 'openings' && (
              <div className={styles.chips} role="group" aria-label={words.filterTitle}>
                <QuickChips
                  find={find}
                  names={model.names}
                  locating={model.located.kind === 'asking'}
                  onFilter={onFilter}
                  onNear={model.toggleNear}
                />
              </div>
            )
          )}
          {layer === 'points' && (
            <div className={styles.wrapChips} role="group" aria-label={words.filterTitle}>
              <PointFilters state={points.state} counties={countiesOf(model)} change={points.change} />
            </div>
          )}
        </header>
        {map && (
          <section className={styles.mapBox} aria-label={words.mapArea}>
            {map}
            <div className={styles.locate}>{locateButton}</div>
            {searchHere && <div className={styles.moved}>{searchHere}</div>}
          </section>
        )}
        <main id="main">
          {banners}
          {!isElder && layer === 'points' && (
            <div className={styles.tabs}>
              <Tabs model={model} layer={layer} />
            </div>
          )}
          {layer === 'openings' && <SavedLink href={urls.saved()} />}
          {panel(true)}
        </main>
      </div>
      {isElder && (
        <nav className={styles.elderBar} aria-label={words.elder}>
          <button type="button" onClick={() => setElder((elder === 3 ? 1 : elder + 1) as ElderStep)}>
            <IconTextSize size="1.375rem" stroke={1.75} aria-hidden="true" />
            {elder === 3 ? words.elderSmaller : words.elderBigger}
          </button>
          <Link href={urls.points('?v=1&open=1')}>
            <IconPhone size="1.375rem" stroke={1.75} aria-hidden="true" />
            {words.elderHelp}
          </Link>
          <button type="button" onClick={() => setElder(0)}>
            {words.elderOff}
          </button>
        </nav>
      )}
    </div>
  );
}
