import { IconMapOff, IconWifiOff } from '@tabler/icons-react';
import type { useOpenings } from '../openings/data.ts';
import { formatTime } from '../text/clock.ts';
import { words } from '../text/words.ts';
import { Banner } from '../ui/banner.tsx';
import { useOnline } from '../ui/use-online.ts';

type BannersProps = { list: ReturnType<typeof useOpenings>; mapLost: boolean; phone: boolean };

/** What is missing right now, and what works all the same. */
export function Banners({ list, mapLost, phone }: BannersProps) {
  const online = useOnline();
  const shown = list.data?.pages.flatMap((page) => page.items).length ?? 0;
  return (
    <>
      {!online && (
        <Banner tone="amber" icon={<IconWifiOff size="1.25rem" stroke={1.75} aria-hidden="true" />}>
          {shown > 0 ? words.offlineSaved(formatTime(list.dataUpdatedAt), shown) : words.offline}
        </Banner>
      )}
      {mapLost && (
        <Banner tone="tile" icon={<IconMapOff size="1.25rem" stroke={1.75} aria-hidden="true" />}>
          {phone ? words.noMap : words.noMapHere}
        </Banner>
      )}
    </>
  );
}
