import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Switch, useLocation, useRoute, useSearch } from 'wouter';
import { words } from '../text/words.ts';
import { ToastPlace } from '../ui/toast.tsx';
import { usePhone } from '../ui/use-media.ts';
import { Guard } from '../ui/guard.tsx';
import { FailedPage } from './failed-page.tsx';
import { MissingPage } from './gone-page.tsx';
import { MapPage } from './map-page.tsx';
import { patterns } from './urls.ts';
import type { MapRoute } from './use-map-page.ts';
import {
  BulletinPage,
  BulletinScreenPage,
  DevicesPage,
  HelpPage,
  LedgerPage,
  TerminalPage,
} from './village-pages.tsx';

const fetchOpeningPage = () => import('./opening-page.tsx').then((m) => ({ default: m.OpeningPage }));
const fetchPointPage = () => import('./point-page.tsx').then((m) => ({ default: m.PointPage }));
const OpeningPage = lazy(fetchOpeningPage);
const PointPage = lazy(fetchPointPage);
const DataPage = lazy(() => import('./data-page.tsx').then((m) => ({ default: m.DataPage })));
const CodePage = lazy(() => import('./code-page.tsx').then((m) => ({ default: m.CodePage })));
const accountPages = () => import('./account-pages.tsx');
const SignInPage = lazy(() => accountPages().then((m) => ({ default: m.SignInPage })));
const StaffSignInPage = lazy(() => accountPages().then((m) => ({ default: m.StaffSignInPage })));
const SetPasswordPage = lazy(() => accountPages().then((m) => ({ default: m.SetPasswordPage })));
const InboxPage = lazy(() => accountPages().then((m) => ({ default: m.InboxPage })));
const MePage = lazy(() => import('./me-page.tsx').then((m) => ({ default: m.MePage })));
const DeskPages = lazy(() => import('./desk-pages.tsx').then((m) => ({ default: m.DeskPages })));
const ReviewPages = lazy(() => import('./review-pages.tsx').then((m) => ({ default: m.ReviewPages })));
const StaffPages = lazy(() => import('./staff-pages.tsx').then((m) => ({ default: m.StaffPages })));
const PosterPage = lazy(() => import('./poster-page.tsx').then((m) => ({ default: m.PosterPage })));
const FreshnessPage = lazy(() => import('./freshness-page.tsx').then((m) => ({ default: m.FreshnessPage })));
const MyApplicationsPage = lazy(() =>
  import('./my-applications-page.tsx').then((m) => ({ default: m.MyApplicationsPage })),
);
const AlertsPage = lazy(() => import('./alerts-page.tsx').then((m) => ({ default: m.AlertsPage })));
const fetchSavedPage = () => import('./saved-page.tsx').then((m) => ({ default: m.SavedPage }));
const SavedPage = lazy(fetchSavedPage);
const AboutPage = lazy(() => import('./about-page.tsx').then((m) => ({ default: m.AboutPage })));

/** List and map come first; then what is opened next is fetched, 12 kB, so that it opens even when the network goes. */
const FETCH_AHEAD_AFTER_MS = 4000;

function useFetchAhead(): void {
  useEffect(() => {
    const fetchAhead = () =>
      void Promise.allSettled([
        fetchOpeningPage(),
        fetchPointPage(),
        fetchSavedPage(),
        import('./point-aside.tsx'),
      ]);
    const timer = setTimeout(fetchAhead, FETCH_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

const NO_ROUTE: MapRoute = { layer: 'openings', findSearch: '', pointsSearch: '', pointId: null };

/**
 * The address as the page with the map understands it, or null on another page. That page stays where it is under
 * the others, with its list scrolled and its map loaded, so that Back finds it as it was left.
 */
function useMapRoute(): MapRoute | null {
  const [path] = useLocation();
  const search = useSearch();
  const phone = usePhone();
  const [isPoint, params] = useRoute(patterns.point);
  const last = useRef(NO_ROUTE);
  const keep = (next: Partial<MapRoute>) => {
    // The same route stays the same object: a new one would draw the page again, and again.
    const names = Object.keys(next) as (keyof MapRoute)[];
    if (names.some((name) => last.current[name] !== next[name])) last.current = { ...last.current, ...next };
    return last.current;
  };
  if (path === patterns.find) return keep({ layer: 'openings', findSearch: search, pointId: null });
  if (path === patterns.points) return keep({ layer: 'points', pointsSearch: search, pointId: null });
  if (isPoint && !phone) return keep({ layer: 'points', pointsSearch: search, pointId: params.id });
  return null;
}

export function App() {
  const route = useMapRoute();
  const [path] = useLocation();
  useFetchAhead();
  const [kept, setKept] = useState(route);
  useEffect(() => {
    if (route) setKept(route);
  }, [route]);
  const shown = route ?? kept;
  return (
    <>
      <a className="skip" href="#main">
        {words.skipToMain}
      </a>
      {shown && <MapPage route={shown} hidden={route === null} />}
      {!route && (
        <Guard key={path} instead={<FailedPage />}>
          <Suspense fallback={null}>
            <Switch>
              <Route path={patterns.opening}>{({ idOrCode }) => <OpeningPage idOrCode={idOrCode} />}</Route>
              <Route path={patterns.point}>{({ id }) => <PointPage id={id} />}</Route>
              <Route path={patterns.data} component={DataPage} />
              <Route path={patterns.code} component={CodePage} />
              <Route path={patterns.about} component={AboutPage} />
              <Route path={patterns.saved} component={SavedPage} />
              <Route path={patterns.signIn} component={SignInPage} />
              <Route path={patterns.staffSignIn} component={StaffSignInPage} />
              <Route path={patterns.setPassword} component={SetPasswordPage} />
              <Route path={patterns.inbox} component={InboxPage} />
              <Route path={patterns.me} component={MePage} />
              <Route path={patterns.myApplications} component={MyApplicationsPage} />
              <Route path={patterns.alerts}>
                <AlertsPage />
              </Route>
              <Route path={patterns.alertsOfLink}>{({ token }) => <AlertsPage token={token} />}</Route>
              <Route path={patterns.poster}>{({ code }) => <PosterPage code={code} />}</Route>
              <Route path={patterns.freshness}>{({ token }) => <FreshnessPage token={token} />}</Route>
              <Route path={patterns.desk} component={DeskPages} />
              <Route path={patterns.review} component={ReviewPages} />
              <Route path={patterns.terminal}>{({ point }) => <TerminalPage point={point} />}</Route>
              <Route path={patterns.devices}>{({ point }) => <DevicesPage point={point} />}</Route>
              <Route path={patterns.bulletin}>{({ point }) => <BulletinPage point={point} />}</Route>
              <Route path={patterns.bulletinScreen}>
                {({ point }) => <BulletinScreenPage point={point} />}
              </Route>
              <Route path={patterns.help} component={HelpPage} />
              <Route path={patterns.ledger} component={LedgerPage} />
              <Route path={patterns.staff} component={StaffPages} />
              <Route component={MissingPage} />
            </Switch>
          </Suspense>
        </Guard>
      )}
      <ToastPlace />
    </>
  );
}
