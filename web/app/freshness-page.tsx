import { Question } from '../freshness/question.tsx';
import { applicationsWords } from '../text/applications.ts';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** Where the link of a message leads. */
export function FreshnessPage({ token }: { token: string }) {
  return (
    <PlainPage title={applicationsWords().freshTitle} section={null}>
      <Question token={token} deskHref={urls.desk()} hrefOfOpening={urls.opening} />
    </PlainPage>
  );
}
