import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { ListingPage } from '../point-desk/listing-page.tsx';
import { PeoplePage } from '../point-desk/people-page.tsx';
import { StaffPointPage } from '../point-desk/point-page.tsx';
import { PointsPage } from '../point-desk/points-page.tsx';
import { TasksPage } from '../point-desk/tasks-page.tsx';
import { TemplatesPage } from '../point-desk/templates-page.tsx';
import { StaffFrame } from '../point-desk/staff-frame.tsx';
import { pointsDeskWords } from '../text/points-desk.ts';
import { MissingPage } from './gone-page.tsx';
import { urls } from './urls.ts';

const WordsPage = lazy(() => import('../search/words-page.tsx').then((m) => ({ default: m.WordsPage })));

/** The staff's pages: what is to do, points, templates, people. */
export function StaffPages() {
  return (
    <WaitForViewer kind="staff" signIn={urls.staffSignIn()}>
      {(viewer) => (
        <Switch>
          <Route path="/staff">
            <TasksPage viewer={viewer} />
          </Route>
          <Route path="/staff/points">
            <PointsPage viewer={viewer} />
          </Route>
          <Route path="/staff/points/:id">{({ id }) => <StaffPointPage viewer={viewer} id={id} />}</Route>
          <Route path="/staff/points/:id/listing">
            {({ id }) => <ListingPage viewer={viewer} id={id} />}
          </Route>
          <Route path="/staff/templates">
            <TemplatesPage viewer={viewer} />
          </Route>
          <Route path="/staff/people">
            <PeoplePage viewer={viewer} />
          </Route>
          <Route path="/staff/words">
            <StaffFrame viewer={viewer} title={pointsDeskWords().navWords} current="words">
              <Suspense fallback={null}>
                <WordsPage />
              </Suspense>
            </StaffFrame>
          </Route>
          <Route component={MissingPage} />
        </Switch>
      )}
    </WaitForViewer>
  );
}
