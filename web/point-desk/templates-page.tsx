import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ServiceTemplate } from '../../api/service-templates/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useTemplates } from './data.ts';
import styles from './point-desk.module.css';
import { PushDialog } from './push-dialog.tsx';
import { StaffFrame } from './staff-frame.tsx';
import { TemplateDialog } from './template-dialog.tsx';

type Doing = { what: 'edit' | 'push'; template: ServiceTemplate } | { what: 'new' } | null;

/** What the city says about each service: written once, pushed to many points. */
export function TemplatesPage({ viewer }: { viewer: StaffMember }) {
  const words = pointsDeskWords();
  const query = useTemplates();
  const [doing, setDoing] = useState<Doing>(null);
  const isCity = viewer.roles.includes('city-administrator');
  const mayPush = isCity || viewer.roles.includes('county-manager');
  const items = query.data?.items;
  const close = () => setDoing(null);
  return (
    <StaffFrame viewer={viewer} title={words.templatesTitle} current="templates">
      <header className={styles.pageHead}>
        <div>
          <h1 tabIndex={-1}>{words.templatesTitle}</h1>
          <p className={styles.quiet}>{words.templatesLead}</p>
        </div>
        {isCity && (
          <Button
            icon={<IconPlus size="1.25rem" stroke={1.75} aria-hidden="true" />}
            onClick={() => setDoing({ what: 'new' })}
          >
            {words.templateNew}
          </Button>
        )}
      </header>
      {query.isError && !items && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!items && !query.isError && <SkeletonRows rows={6} label={words.loading} />}
      {items && (
        <ul className={styles.templates}>
          {items.map((template) => (
            <li key={template.name}>
              <div>
                <h2>
                  {template.name}
                  {template.retired && <span className={styles.late}>{words.templateRetired}</span>}
                </h2>
                <p>{summaryOf(template)}</p>
                <p className={styles.quiet}>
                  {[
                    words.templateUsedBy(formatCount(template.points)),
                    template.pointsWithChanges > 0 &&
                      words.templateOwn(formatCount(template.pointsWithChanges)),
                  ]
                    .filter(Boolean)
                    .join('，')}
                </p>
              </div>
              <div className={styles.buttons}>
                {isCity && (
                  <Button dense onClick={() => setDoing({ what: 'edit', template })}>
                    {words.edit}
                  </Button>
                )}
                {mayPush && !template.retired && (
                  <Button dense onClick={() => setDoing({ what: 'push', template })}>
                    {words.push}
                    <span className="visually-hidden">，{template.name}</span>
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {doing?.what === 'new' && <TemplateDialog template={null} onClose={close} />}
      {doing?.what === 'edit' && <TemplateDialog template={doing.template} onClose={close} />}
      {doing?.what === 'push' && (
        <PushDialog name={doing.template.name} within={viewer.divisions} onClose={close} />
      )}
    </StaffFrame>
  );
}

function summaryOf({ documents, fee, takes }: ServiceTemplate): string {
  const words = pointsDeskWords();
  const brings = documents.length > 2 ? words.countDocuments(String(documents.length)) : documents.join('、');
  return [brings, fee, takes].filter(Boolean).join('，');
}
