import { IconBriefcase, IconBuildingStore, IconChartBar, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DeskEmployer } from '../../api/employers/contract.ts';
import { useSignOut, type Person } from '../accounts/use-viewer.ts';
import { useInbox } from '../applications/data.ts';
import { useDeskEmployer } from '../employer-desk/data.ts';
import { accountsWords } from '../text/accounts.ts';
import { deskWords } from '../text/desk.ts';
import { formatPhone } from '../text/phone.ts';
import { DeskFrame } from '../ui/desk-frame.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { deskUrls as to, urls } from './urls.ts';

export type EmployerSection = 'openings' | 'applicants' | 'figures' | 'profile' | null;

type DeskOfProps = {
  viewer: Person;
  title: string;
  /** null while there is none yet. */
  employer: { id: string; name: string } | null;
  current: EmployerSection;
  back?: string;
  wide?: boolean;
  /** Applications that nobody has looked at. */
  waiting?: number;
  children: ReactNode;
};

const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;

/** The frame of the employer's desk, for the employer one works for just now. */
export function DeskOf({ viewer, title, employer, current, back, wide, waiting, children }: DeskOfProps) {
  const words = deskWords();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const leave = () =>
    signOut().then(
      () => navigate(urls.find()),
      (error: unknown) => toast(failureSentence(error)),
    );
  const sections = employer
    ? [
        {
          id: 'openings',
          label: words.openings,
          href: to.employer(employer.id),
          icon: <IconBriefcase {...ICON} />,
        },
        {
          id: 'applicants',
          label: words.applicants,
          href: to.applicants(employer.id),
          icon: <IconUsers {...ICON} />,
          count: waiting,
        },
        {
          id: 'figures',
          label: words.figures,
          href: to.figures(employer.id),
          icon: <IconChartBar {...ICON} />,
        },
        {
          id: 'profile',
          label: words.profile,
          href: to.profile(employer.id),
          icon: <IconBuildingStore {...ICON} />,
        },
      ]
    : [];
  return (
    <DeskFrame
      title={title}
      role={words.role}
      home={urls.find()}
      sections={sections}
      current={current}
      back={back}
      wide={wide}
      tools={<Link href={urls.find()}>{words.seeMap}</Link>}
      account={{
        name: employer?.name ?? formatPhone(viewer.phone),
        icon: employer ? <IconBuildingStore {...ICON} /> : undefined,
        items: [
          ...viewer.employers.map(({ id, name }) => ({
            label: name,
            href: to.employer(id),
            current: id === employer?.id,
          })),
          { label: words.anotherEmployer, href: to.newEmployer() },
          { label: words.mine, href: urls.me() },
          { label: words.seeMap, href: urls.find() },
          { label: accountsWords().signOut, onPress: () => void leave() },
        ],
      }}
    >
      {children}
    </DeskFrame>
  );
}

type EmployerDeskProps = Omit<DeskOfProps, 'employer' | 'children'> & {
  id: string;
  children: (employer: DeskEmployer) => ReactNode;
};

/** The same, once the employer is read. */
export function EmployerDesk({ id, children, ...frame }: EmployerDeskProps) {
  const words = deskWords();
  const { data, isError, error, refetch } = useDeskEmployer(id);
  const waiting = useInbox(id, { openingId: null, state: 'new' }, 1).data?.counts.new;
  const known = frame.viewer.employers.find((employer) => employer.id === id) ?? null;
  return (
    <DeskOf {...frame} employer={data ?? known} waiting={waiting}>
      {data ? (
        children(data)
      ) : isError ? (
        <Failed title={words.missing} error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={3} label={words.loading} />
      )}
    </DeskOf>
  );
}
