import { IconPhone, IconVolume } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { getOpening } from '../../api/openings/contract.ts';
import { call } from '../call.ts';
import { phoneQuery } from '../openings/contact-phone.ts';
import { canSpeak, speak, spokenOpening } from '../openings/read-aloud.ts';
import { telHref } from '../text/phone.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { urls } from './urls.ts';

/** On each card of 长辈版: ring, or have it read out. The number is fetched when it is asked for. */
export function CardActions({ id }: { id: string }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const fetchWhole = () =>
    client.fetchQuery({
      queryKey: ['opening', id, null],
      queryFn: ({ signal }) => call(getOpening, { params: { idOrCode: id }, signal }),
      staleTime: 60_000,
    });
  const ring = async () => {
    const contact = await client.fetchQuery(phoneQuery(id)).catch(() => null);
    if (contact?.contactPhone) location.href = telHref(contact.contactPhone);
    else navigate(urls.opening(id));
  };
  const read = async () => {
    const opening = await fetchWhole().catch(() => null);
    if (opening) speak(spokenOpening(opening, new Date()));
  };
  return (
    <>
      <Button
        kind="primary"
        icon={<IconPhone size="1.375rem" stroke={1.75} aria-hidden="true" />}
        onClick={() => void ring()}
      >
        {words.callPoint}
      </Button>
      {canSpeak() && (
        <Button
          icon={<IconVolume size="1.375rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => void read()}
        >
          {words.readAloud}
        </Button>
      )}
    </>
  );
}
