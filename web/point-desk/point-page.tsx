import { useLocation, useSearch } from 'wouter';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { staffPoint, staffPoints } from './addresses.ts';
import { PointEditor } from './point-editor.tsx';
import { StaffFrame } from './staff-frame.tsx';

/** One point on a page of its own. */
export function StaffPointPage({ viewer, id }: { viewer: StaffMember; id: string }) {
  const words = pointsDeskWords();
  const [, go] = useLocation();
  const tab = new URLSearchParams(useSearch()).get('tab');
  return (
    <StaffFrame viewer={viewer} title={words.pointsTitle} current="points" back={staffPoints} wide>
      <PointEditor
        key={id}
        id={id}
        tab={tab}
        viewer={viewer}
        onTab={(next) => go(staffPoint(id, next), { replace: true })}
      />
    </StaffFrame>
  );
}
