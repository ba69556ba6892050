import {
  IconBuildingCommunity,
  IconCheck,
  IconClipboardList,
  IconCoinYuan,
  IconFileCheck,
  IconHistory,
  IconListSearch,
  IconNotes,
  IconServer,
  IconTableImport,
  IconUserHeart,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSignOut, type StaffMember } from '../accounts/use-viewer.ts';
import { bulkWords } from '../text/bulk.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { systemDeskWords } from '../text/system-desk.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { DeskFrame, type DeskSection } from '../ui/desk-frame.tsx';
import {
  staffBulk,
  staffHome,
  staffLog,
  staffPeople,
  staffPoints,
  staffSystem,
  staffTemplates,
  staffWages,
  staffWords,
} from './addresses.ts';
import { useTasks } from './data.ts';
import { divisionText } from './division-picker.tsx';

type StaffFrameProps = {
  viewer: StaffMember;
  title: string;
  current:
    | 'today'
    | 'points'
    | 'help'
    | 'ledger'
    | 'templates'
    | 'people'
    | 'words'
    | 'wages'
    | 'bulk'
    | 'log'
    | 'system';
  back?: string;
  wide?: boolean;
  children: ReactNode;
};

const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;

const atWork = ['point-staff', 'reviewer', 'county-manager', 'city-administrator'];

/** Where a member of staff begins: the log and the system are apart from the work. */
export function staffStart({ roles }: Pick<StaffMember, 'roles'>): string {
  if (roles.some((role) => atWork.includes(role))) return staffHome;
  if (roles.includes('auditor')) return staffLog;
  return roles.includes('system-administrator') ? staffSystem : staffHome;
}

/** The frame around the staff's pages, with what each may do. */
export function StaffFrame({ viewer, title, current, back, wide, children }: StaffFrameProps) {
  const words = pointsDeskWords();
  const signOut = useSignOut();
  const apart = systemDeskWords();
  const start = staffStart(viewer);
  const works = start === staffHome;
  const tasks = useTasks(works).data?.total;
  const is = (...roles: string[]) => viewer.roles.some((role) => roles.includes(role));
  const isManager = is('county-manager', 'city-administrator');
  const work: DeskSection[] = [
    { id: 'today', label: words.navToday, href: staffHome, icon: <IconCheck {...ICON} />, count: tasks },
    { id: 'points', label: words.navPoints, href: staffPoints, icon: <IconBuildingCommunity {...ICON} /> },
    ...(isManager || is('reviewer')
      ? [{ id: 'review', label: words.navReview, href: '/review', icon: <IconFileCheck {...ICON} /> }]
      : []),
    { id: 'help', label: words.navHelp, href: '/help', icon: <IconUserHeart {...ICON} /> },
    { id: 'ledger', label: words.navLedger, href: '/help/ledger', icon: <IconHistory {...ICON} /> },
    { id: 'bulk', label: bulkWords().title, href: staffBulk, icon: <IconTableImport {...ICON} /> },
    {
      id: 'templates',
      label: words.navTemplates,
      href: staffTemplates,
      icon: <IconClipboardList {...ICON} />,
    },
    ...(isManager
      ? [
          { id: 'people', label: words.navPeople, href: staffPeople, icon: <IconUsers {...ICON} /> },
          { id: 'words', label: words.navWords, href: staffWords, icon: <IconListSearch {...ICON} /> },
        ]
      : []),
    ...(isManager || is('reviewer')
      ? [{ id: 'wages', label: wagesDeskWords().nav, href: staffWages, icon: <IconCoinYuan {...ICON} /> }]
      : []),
  ];
  const sections: DeskSection[] = [
    ...(works ? work : []),
    ...(is('auditor')
      ? [{ id: 'log', label: apart.navLog, href: staffLog, icon: <IconNotes {...ICON} /> }]
      : []),
    ...(is('system-administrator')
      ? [{ id: 'system', label: apart.navSystem, href: staffSystem, icon: <IconServer {...ICON} /> }]
      : []),
  ];
  const places = viewer.divisions.map(divisionText).join('、');
  return (
    <DeskFrame
      title={title}
      role={words.role}
      home={start}
      look="side"
      sections={sections}
      current={current}
      back={back}
      wide={wide}
      sideNote={works && words.youKeep(places)}
      account={{
        name: viewer.name,
        items: [
          { label: words.myAccount, href: '/me' },
          { label: words.backToMap, href: '/points' },
          { label: words.signOut, onPress: () => void signOut() },
        ],
      }}
    >
      {children}
    </DeskFrame>
  );
}
