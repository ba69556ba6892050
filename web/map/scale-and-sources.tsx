import { mapApproval } from './basemap-choice.ts';
import { scaleBar } from './scale-bar.ts';
import styles from './map-view.module.css';

const OFFLINE_SOURCES = ['边界 echarts-china-cities（MIT）', '水系 GSHHG（LGPL）'];

type Props = {
  /** What the base map itself asks to be named; null for the offline one. */
  attributions: readonly string[] | null;
  metresPerPx: number;
  isWide: boolean;
};

/** Lower left: a scale, and how far the map may be trusted. Where there is room its sources stand in the other corner. */
export function ScaleAndSources({ attributions, metresPerPx, isWide }: Props) {
  const { widthPx, label } = scaleBar(metresPerPx, isWide ? 110 : 90);
  const approval = mapApproval();
  const trust = attributions === null ? '示意地图，位置约略' : '位置约略';
  const sources = [...(attributions ?? OFFLINE_SOURCES), ...(approval ? [`审图号：${approval}`] : [])];
  return (
    <>
      <div className={styles.scale}>
        <span className={styles.scaleBar} style={{ width: widthPx }}>
          {label}
        </span>
        {!isWide && (
          <details className={styles.trust}>
            <summary>{[trust, approval && `审图号：${approval}`].filter(Boolean).join('，')}</summary>
            <p>{sources.join('，')}</p>
          </details>
        )}
      </div>
      {isWide && <p className={styles.sources}>{[...sources, trust].join('，')}</p>}
    </>
  );
}
