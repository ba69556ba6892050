import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { accountOf, type Person } from '../accounts/use-viewer.ts';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { useDeskOpening, useMyEmployers, useTold } from '../employer-desk/data.ts';
import { MakeEmployerForm } from '../employer-desk/employer-form.tsx';
import employerStyles from '../employer-desk/employer.module.css';
import { FiguresPage } from '../employer-desk/figures-page.tsx';
import { OpeningEditor } from '../employer-desk/opening-form.tsx';
import { OpeningList } from '../employer-desk/opening-list.tsx';
import { OpeningPage } from '../employer-desk/opening-page.tsx';
import { ProfilePage } from '../employer-desk/profile-page.tsx';
import { ReviewWords } from '../employer-desk/review-words.tsx';
import { StandingBanner } from '../employer-desk/standing-banner.tsx';
import { WaitingClaims } from '../employer-desk/waiting-claims.tsx';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { Failed } from '../ui/failed.tsx';
import { Guard } from '../ui/guard.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { DeskOf, EmployerDesk } from './employer-desk-frame.tsx';
import { deskUrls as to, urls } from './urls.ts';

const Inbox = lazy(() => import('../applications/inbox.tsx').then((m) => ({ default: m.Inbox })));
const OpeningFigures = lazy(() =>
  import('../applications/figures.tsx').then((m) => ({ default: m.OpeningFigures })),
);
const BulkPage = lazy(() => import('../bulk/bulk-page.tsx').then((m) => ({ default: m.BulkPage })));

/** The employer's desk: every address under /desk. */
export function DeskPages() {
  return (
    <WaitForViewer kind="person" signIn={urls.signIn()}>
      {(viewer) => (
        <Switch>
          <Route path="/desk">
            <Start viewer={viewer} />
          </Route>
          <Route path="/desk/new">
            <NewEmployer viewer={viewer} />
          </Route>
          <Route path="/desk/e/:id">{({ id }) => <ListPage viewer={viewer} id={id} />}</Route>
          <Route path="/desk/e/:id/profile">{({ id }) => <Profile viewer={viewer} id={id} />}</Route>
          <Route path="/desk/e/:id/bulk">{({ id }) => <Bulk viewer={viewer} id={id} />}</Route>
          <Route path="/desk/bulk">
            <StartBulk viewer={viewer} />
          </Route>
          <Route path="/desk/e/:id/applicants">{({ id }) => <Applicants viewer={viewer} id={id} />}</Route>
          <Route path="/desk/e/:id/figures">{({ id }) => <Figures viewer={viewer} id={id} />}</Route>
          <Route path="/desk/e/:id/new">{({ id }) => <NewOpening viewer={viewer} id={id} />}</Route>
          <Route path="/desk/o/:id">{({ id }) => <OneOpening viewer={viewer} id={id} />}</Route>
          <Route path="/desk/o/:id/edit">{({ id }) => <EditOpening viewer={viewer} id={id} />}</Route>
          <Route>
            <Redirect replace to={urls.desk()} />
          </Route>
        </Switch>
      )}
    </WaitForViewer>
  );
}

type Viewed = { viewer: Person };
type ViewedOne = Viewed & { id: string };

/** To the employer one works for; a first visit begins with writing one down. */
function Start({ viewer }: Viewed) {
  const first = viewer.employers[0];
  return <Redirect replace to={first ? to.employer(first.id) : to.newEmployer()} />;
}

function NewEmployer({ viewer }: Viewed) {
  const words = deskWords();
  const told = useTold();
  const [, navigate] = useLocation();
  const mine = useMyEmployers();
  return (
    <DeskOf viewer={viewer} title={words.makeTitle} employer={null} current={null}>
      <div className={employerStyles.page}>
        <h1 tabIndex={-1}>{words.makeTitle}</h1>
        <p className={employerStyles.lead}>{words.makeLead}</p>
        {mine.data && (
          <WaitingClaims
            mine={mine.data}
            onJoined={(id) => {
              told.employerChanged(id);
              navigate(to.employer(id));
            }}
          />
        )}
        <MakeEmployerForm
          account={accountOf(viewer)}
          onMade={(employer) => {
            told.employer(employer);
            navigate(to.profile(employer.id));
          }}
        />
      </div>
    </DeskOf>
  );
}

function ListPage({ viewer, id }: ViewedOne) {
  return (
    <EmployerDesk viewer={viewer} id={id} title={deskWords().openings} current="openings">
      {(employer) => (
        <>
          <StandingBanner employer={employer} profileHref={to.profile(id)} />
          <OpeningList
            employerId={id}
            postHref={to.post(id)}
            bulkHref={to.bulk(id)}
            hrefOf={({ id: openingId, status }) =>
              status === 'draft' ? to.edit(openingId) : to.opening(openingId)
            }
          />
        </>
      )}
    </EmployerDesk>
  );
}

/** The short address of the bulk page: of the employer one works for. */
function StartBulk({ viewer }: Viewed) {
  const first = viewer.employers[0];
  return <Redirect replace to={first ? to.bulk(first.id) : to.newEmployer()} />;
}

function Bulk({ viewer, id }: ViewedOne) {
  const words = deskWords();
  return (
    <EmployerDesk viewer={viewer} id={id} title={words.bulk} current="openings" back={to.employer(id)}>
      {(employer) => (
        <Suspense fallback={<SkeletonRows rows={3} label={words.loading} />}>
          <BulkPage employerId={employer.id} listHref={to.employer(employer.id)} />
        </Suspense>
      )}
    </EmployerDesk>
  );
}

function Profile({ viewer, id }: ViewedOne) {
  return (
    <EmployerDesk viewer={viewer} id={id} title={deskWords().profile} current="profile">
      {(employer) => <ProfilePage employer={employer} account={accountOf(viewer)} homeHref={urls.desk()} />}
    </EmployerDesk>
  );
}

/** Code that comes when its page is opened. */
function Later({ children }: { children: ReactNode }) {
  return (
    <Guard instead={<FailedPart />}>
      <Suspense fallback={<SkeletonRows rows={2} label={deskWords().loading} />}>{children}</Suspense>
    </Guard>
  );
}

const FailedPart = () => <Failed title={deskWords().failed} error={null} onRetry={() => location.reload()} />;

function Applicants({ viewer, id }: ViewedOne) {
  const words = deskWords();
  return (
    <EmployerDesk viewer={viewer} id={id} title={words.applicants} current="applicants">
      {() => (
        <>
          <h1 tabIndex={-1}>{words.applicants}</h1>
          <Later>
            <Inbox employerId={id} />
          </Later>
        </>
      )}
    </EmployerDesk>
  );
}

function Figures({ viewer, id }: ViewedOne) {
  return (
    <EmployerDesk viewer={viewer} id={id} title={deskWords().figures} current="figures">
      {() => <FiguresPage employerId={id} hrefOf={to.opening} />}
    </EmployerDesk>
  );
}

function NewOpening({ viewer, id }: ViewedOne) {
  return (
    <EmployerDesk
      wide
      viewer={viewer}
      id={id}
      title={deskOpeningWords().postTitle}
      current="openings"
      back={to.employer(id)}
    >
      {(employer) => (
        <OpeningEditor
          employer={employer}
          opening={null}
          account={accountOf(viewer)}
          phone={viewer.phone}
          hrefOf={to.opening}
        />
      )}
    </EmployerDesk>
  );
}

/** An opening of one of the person's employers, with that employer around it. */
function useOpening(id: string) {
  const { data, isError, error, refetch } = useDeskOpening(id);
  const words = deskWords();
  if (data) return { opening: data, instead: null };
  const instead = isError ? (
    <Failed title={words.missing} error={error} onRetry={() => void refetch()} />
  ) : (
    <SkeletonRows rows={3} label={words.loading} />
  );
  return { opening: null, instead };
}

function OneOpening({ viewer, id }: ViewedOne) {
  const { opening, instead } = useOpening(id);
  const words = deskWords();
  if (!opening)
    return (
      <DeskOf viewer={viewer} title={words.openings} employer={null} current="openings">
        {instead}
      </DeskOf>
    );
  return (
    <EmployerDesk
      viewer={viewer}
      id={opening.employer.id}
      title={opening.title || words.untitled}
      current="openings"
      back={to.employer(opening.employer.id)}
    >
      {(employer) => (
        <OpeningPage
          employer={employer}
          opening={opening}
          editHref={to.edit(id)}
          publicHref={urls.opening(opening.code)}
          posterHref={urls.poster(opening.code)}
          listHref={to.employer(employer.id)}
          hrefOf={to.opening}
        >
          {opening.publishedAt && (
            <Later>
              <OpeningFigures openingId={opening.id} />
            </Later>
          )}
        </OpeningPage>
      )}
    </EmployerDesk>
  );
}

function EditOpening({ viewer, id }: ViewedOne) {
  const { opening, instead } = useOpening(id);
  const words = deskOpeningWords();
  if (!opening)
    return (
      <DeskOf viewer={viewer} title={words.editTitle} employer={null} current="openings">
        {instead}
      </DeskOf>
    );
  return (
    <EmployerDesk
      wide
      viewer={viewer}
      id={opening.employer.id}
      title={words.editTitle}
      current="openings"
      back={opening.status === 'draft' ? to.employer(opening.employer.id) : to.opening(id)}
    >
      {(employer) => (
        <OpeningEditor
          employer={employer}
          opening={opening}
          account={accountOf(viewer)}
          phone={viewer.phone}
          hrefOf={to.opening}
          above={<ReviewWords opening={opening} />}
        />
      )}
    </EmployerDesk>
  );
}
