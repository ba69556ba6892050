import { IconNotebook, IconUserHeart } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSignOut, type StaffMember } from '../accounts/use-viewer.ts';
import { helpWords } from '../text/help.ts';
import { accountsWords } from '../text/accounts.ts';
import { DeskFrame } from '../ui/desk-frame.tsx';

const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;

type FrameProps = {
  viewer: StaffMember;
  current: 'help' | 'ledger' | null;
  title: string;
  children: ReactNode;
};

/** The desk of somebody who helps: find and print, and what was logged. */
export function HelpFrame({ viewer, current, title, children }: FrameProps) {
  const text = helpWords();
  const signOut = useSignOut();
  return (
    <DeskFrame
      title={title}
      role={text.role}
      home="/staff"
      current={current}
      sections={[
        { id: 'help', label: text.title, href: '/help', icon: <IconUserHeart {...ICON} /> },
        { id: 'ledger', label: text.ledger, href: '/help/ledger', icon: <IconNotebook {...ICON} /> },
      ]}
      account={{
        name: viewer.name,
        items: [{ label: accountsWords().signOut, onPress: () => void signOut() }],
      }}
    >
      {children}
    </DeskFrame>
  );
}
