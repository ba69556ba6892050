import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ServiceChange, ServiceTemplate } from '../../api/service-templates/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useTemplates } from './data.ts';
import styles from './point-desk.module.css';
import type { PointForm } from './point-form.ts';

/** What can be done at the point: the city's templates, and where this point says something else. */
export function ServicesTab({ form }: { form: PointForm }) {
  const words = pointsDeskWords();
  const templates = useTemplates().data?.items ?? [];
  const { services, serviceChanges } = form.values;
  const [open, setOpen] = useState<string | null>(null);
  const byName = new Map(templates.map((template) => [template.name, template]));
  const offered = templates.filter(({ name, retired }) => !retired && !services.includes(name));
  const change = (name: string, next: ServiceChange | null) => {
    const { [name]: _gone, ...others } = serviceChanges;
    form.set('serviceChanges', next && Object.keys(next).length > 0 ? { ...others, [name]: next } : others);
  };
  return (
    <div className={styles.fields}>
      <ul className={styles.services}>
        {services.map((name) => (
          <Service
            key={name}
            name={name}
            template={byName.get(name) ?? null}
            change={serviceChanges[name] ?? null}
            open={open === name}
            onToggle={() => setOpen(open === name ? null : name)}
            onChange={(next) => change(name, next)}
            onRemove={() =>
              form.set(
                'services',
                services.filter((other) => other !== name),
              )
            }
          />
        ))}
      </ul>
      {form.faults.services && <p className={styles.fault}>{form.faults.services}</p>}
      {offered.length > 0 && (
        <section>
          <h2 className={styles.small}>{words.addService}</h2>
          <div className={styles.chips}>
            {offered.map(({ name }) => (
              <Chip key={name} onClick={() => form.set('services', [...services, name])}>
                {name}
              </Chip>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

type ServiceProps = {
  name: string;
  template: ServiceTemplate | null;
  change: ServiceChange | null;
  open: boolean;
  onToggle: () => void;
  onChange: (change: ServiceChange | null) => void;
  onRemove: () => void;
};

function Service({ name, template, change, open, onToggle, onChange, onRemove }: ServiceProps) {
  const words = pointsDeskWords();
  const state =
    template === null ? words.serviceNoTemplate : change ? words.serviceOwn : words.serviceFollows;
  return (
    <li>
      <div className={styles.service}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <b>{name}</b>
          <span className={change ? styles.own : styles.quiet}>{state}</span>
          <IconChevronDown size="1.25rem" stroke={1.75} aria-hidden="true" />
        </button>
        <IconButton label={`${words.remove} ${name}`} onClick={onRemove}>
          <IconX size="1.25rem" stroke={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      {open && <ServiceWords template={template} change={change} onChange={onChange} />}
    </li>
  );
}

type ServiceWordsProps = Pick<ServiceProps, 'template' | 'change' | 'onChange'>;

/** The five things that are said of a service; what differs from the city's is marked and can be taken back. */
function ServiceWords({ template, change, onChange }: ServiceWordsProps) {
  const words = pointsDeskWords();
  const city = { conditions: '', documents: [], fee: '', takes: '', law: '', ...template };
  const shown = { ...city, ...change };
  const [documents, setDocuments] = useState(shown.documents.join('\n'));
  const put = <K extends keyof ServiceChange>(field: K, value: ServiceChange[K]) => {
    const { [field]: _gone, ...others } = change ?? {};
    const isCitys = JSON.stringify(value) === JSON.stringify(city[field]);
    onChange(isCitys ? others : { ...others, [field]: value });
  };
  const noteOf = (field: keyof ServiceChange) => {
    if (change?.[field] === undefined || template === null) return undefined;
    const of = city[field];
    return `${words.cityWords}：${Array.isArray(of) ? of.join('、') : of}`;
  };
  return (
    <div className={styles.serviceWords}>
      {(['conditions', 'fee', 'takes', 'law'] as const).map((field) => (
        <TextInput
          key={field}
          label={words[field]}
          value={shown[field]}
          maxLength={field === 'conditions' ? 500 : field === 'law' ? 200 : 60}
          note={noteOf(field)}
          onChange={(value) => put(field, value)}
        />
      ))}
      <TextArea
        label={words.documents}
        hint={words.documentsHint}
        value={documents}
        note={noteOf('documents')}
        onChange={(text) => {
          setDocuments(text);
          put(
            'documents',
            text
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          );
        }}
      />
      {change && template && (
        <Button
          dense
          onClick={() => {
            setDocuments(city.documents.join('\n'));
            onChange(null);
          }}
        >
          {words.reset}
        </Button>
      )}
    </div>
  );
}
