import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { BulkStart } from '../point-desk/bulk-start.tsx';
import { ListingPage } from '../point-desk/listing-page.tsx';
import { PeoplePage } from '../point-desk/people-page.tsx';
import { StaffPointPage } from '../point-desk/point-page.tsx';
import { PointsPage } from '../point-desk/points-page.tsx';
import { TasksPage } from '../point-desk/tasks-page.tsx';
import { TemplatesPage } from '../point-desk/templates-page.tsx';
import { staffBulk, staffHome } from '../point-desk/addresses.ts';
import { StaffFrame, staffStart } from '../point-desk/staff-frame.tsx';
import { bulkWords } from '../text/bulk.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { MissingPage } from './gone-page.tsx';
import { systemDeskWords } from '../text/system-desk.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { urls } from './urls.ts';

const WordsPage = lazy(() => import('../search/words-page.tsx').then((m) => ({ default: m.WordsPage })));
const WagesPage = lazy(() => import('../moderation/wages-page.tsx').then((m) => ({ default: m.WagesPage })));
const StaffBulk = lazy(() => import('../bulk/staff-bulk.tsx').then((m) => ({ default: m.StaffBulk })));
const LogPage = lazy(() => import('../system-desk/log-page.tsx').then((m) => ({ default: m.LogPage })));
const StatusPage = lazy(() =>
  import('../system-desk/status-page.tsx').then((m) => ({ default: m.StatusPage })),
);

/** The staff's pages: what is to do, points, templates, people. */
export function StaffPages() {
  return (
    <WaitForViewer kind="staff" signIn={urls.staffSignIn()}>
      {(viewer) => (
        <Switch>
          <Route path="/staff">
            {staffStart(viewer) === staffHome ? (
              <TasksPage viewer={viewer} />
            ) : (
              <Redirect replace to={staffStart(viewer)} />
            )}
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
          <Route path="/staff/bulk">
            <StaffFrame viewer={viewer} title={bulkWords().title} current="bulk">
              <BulkStart />
            </StaffFrame>
          </Route>
          <Route path="/staff/bulk/:id">
            {({ id }) => (
              <StaffFrame viewer={viewer} title={bulkWords().title} current="bulk" back={staffBulk}>
                <Suspense fallback={null}>
                  <StaffBulk employerId={id} chooseHref={staffBulk} />
                </Suspense>
              </StaffFrame>
            )}
          </Route>
          <Route path="/staff/wages">
            <StaffFrame viewer={viewer} title={wagesDeskWords().nav} current="wages">
              <Suspense fallback={null}>
                <WagesPage mayEnter={viewer.roles.includes('city-administrator')} />
              </Suspense>
            </StaffFrame>
          </Route>
          {viewer.roles.includes('auditor') && (
            <Route path="/staff/log">
              <StaffFrame viewer={viewer} title={systemDeskWords().navLog} current="log">
                <Suspense fallback={null}>
                  <LogPage />
                </Suspense>
              </StaffFrame>
            </Route>
          )}
          {viewer.roles.includes('system-administrator') && (
            <Route path="/staff/system">
              <StaffFrame viewer={viewer} title={systemDeskWords().navSystem} current="system">
                <Suspense fallback={null}>
                  <StatusPage />
                </Suspense>
              </StaffFrame>
            </Route>
          )}
          <Route component={MissingPage} />
        </Switch>
      )}
    </WaitForViewer>
  );
}
