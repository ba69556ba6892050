import { useState } from 'react';
import { useLocation } from 'wouter';
import { type DeskPoint, listingSources, postLocalListing } from '../../api/point-desk/contract.ts';
import { salaryUnits, type SalaryUnit } from '../../api/openings/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { newKey } from '../act-key.ts';
import { call } from '../call.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-group.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { Failed } from '../ui/failed.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { type Form, useForm } from '../ui/use-form.ts';
import { staffPoint } from './addresses.ts';
import { useDeskPoint } from './data.ts';
import { EmployerPicker } from './employer-picker.tsx';
import { emptyListing, type ListingValues, openingOf } from './listing-values.ts';
import styles from './point-desk.module.css';
import { StaffFrame } from './staff-frame.tsx';

/** An opening that staff take in for a small employer or a family. */
export function ListingPage({ viewer, id }: { viewer: StaffMember; id: string }) {
  const words = pointsDeskWords();
  const query = useDeskPoint(id);
  return (
    <StaffFrame viewer={viewer} title={words.listing} current="points" back={staffPoint(id)}>
      {query.data ? (
        <ListingForm point={query.data} account={`staff:${viewer.id}`} />
      ) : query.isError ? (
        <Failed title={words.pointMissing} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={4} label={words.loading} />
      )}
    </StaffFrame>
  );
}

function ListingForm({ point, account }: { point: DeskPoint; account: string }) {
  const words = pointsDeskWords();
  const [, go] = useLocation();
  const [key] = useState(newKey);
  const form = useForm<ListingValues>({
    initial: emptyListing(point),
    draft: { form: `listing:${point.id}`, account },
    nameOf: (name) => name.replace(/^(form|employer)\./, '').replace(/^name$/, 'employerName'),
    check: ({ who, employerId, employerName, consented, givenBy }) => ({
      employerId: who === 'on-file' && !employerId ? words.listingPick : undefined,
      employerName: who === 'small' && employerName.trim().length < 2 ? words.listingName : undefined,
      givenBy: givenBy.trim() ? undefined : words.listingGivenByHint,
      consented: consented ? undefined : words.listingConsentMissing,
    }),
  });
  const send = async (values: ListingValues) => {
    const { who, employerId, employerName, creditCode } = values;
    const posted = await call(postLocalListing, {
      params: { id: point.id },
      idempotencyKey: `${key}-${hashOf(values)}`,
      body: {
        employer:
          who === 'on-file'
            ? { kind: 'on-file', employerId }
            : who === 'small'
              ? { kind: 'small', name: employerName.trim(), creditCode }
              : { kind: 'household' },
        form: openingOf(values, point),
        source: values.source,
        givenBy: values.givenBy.trim(),
        consented: true,
      },
    });
    toast(posted.status === 'published' ? words.listingPosted : words.listingWaits);
    go(staffPoint(point.id));
  };
  return (
    <form ref={form.ref} className={styles.listing} noValidate onSubmit={form.submit(send)}>
      <div>
        <h1 tabIndex={-1}>{words.listing}</h1>
        <p className={styles.quiet}>
          {point.facts.name}。{words.listingLead}
        </p>
      </div>
      <Who form={form} />
      <What form={form} />
      <RadioGroup
        label={words.listingSource}
        value={form.values.source}
        options={listingSources.map((value) => ({ value, label: words.listingSources[value]! }))}
        onChange={(source) => form.set('source', source)}
      />
      <TextInput
        label={words.listingGivenBy}
        hint={words.listingGivenByHint}
        maxLength={60}
        {...form.field('givenBy')}
      />
      <CheckBox
        name="consented"
        checked={form.values.consented}
        fault={form.faults.consented}
        onChange={(consented) => form.set('consented', consented)}
      >
        {words.listingConsent}
      </CheckBox>
      <FormFoot failure={form.failure} note={form.draftNote}>
        <Button kind="primary" type="submit" working={form.working}>
          {words.listingPost}
        </Button>
      </FormFoot>
    </form>
  );
}

function Who({ form }: { form: Form<ListingValues> }) {
  const words = pointsDeskWords();
  const { who } = form.values;
  return (
    <>
      <RadioGroup
        label={words.listingWho}
        value={who}
        options={[
          { value: 'household', label: words.listingHousehold },
          { value: 'small', label: words.listingSmall },
          { value: 'on-file', label: words.listingOnFile },
        ]}
        onChange={(next) => form.set('who', next)}
      />
      {who === 'on-file' && (
        <EmployerPicker
          value={form.values.employerId}
          fault={form.faults.employerId}
          onChange={(employerId) => form.set('employerId', employerId)}
        />
      )}
      {who === 'small' && (
        <>
          <TextInput label={words.listingName} maxLength={100} {...form.field('employerName')} />
          <TextInput
            label={words.listingCode}
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={18}
            {...form.field('creditCode')}
            onChange={(code) => form.set('creditCode', code.trim().toUpperCase())}
          />
        </>
      )}
    </>
  );
}

function What({ form }: { form: Form<ListingValues> }) {
  const words = pointsDeskWords();
  return (
    <>
      <div className={styles.pair}>
        <TextInput label={words.listingTitle} maxLength={60} {...form.field('title')} />
        <TextInput
          label={words.listingOccupation}
          hint={words.listingOccupationHint}
          maxLength={60}
          {...form.field('occupation')}
        />
      </div>
      <TextArea label={words.listingDuties} limit={1000} {...form.field('duties')} />
      <TextArea
        label={words.listingRequirements}
        hint={words.listingRequirementsHint}
        lines={2}
        limit={1000}
        {...form.field('requirements')}
      />
      <FieldGroup label={words.listingPay}>
        <div className={styles.three}>
          <NumberInput label={words.listingPayMin} {...form.field('salaryMin')} decimals={2} />
          <NumberInput label={words.listingPayMax} {...form.field('salaryMax')} decimals={2} />
          <Select
            label={words.listingPayUnit}
            options={salaryUnits.map((value) => ({ value, label: words.listingPayUnits[value]! }))}
            {...form.field('salaryUnit')}
            onChange={(unit) => form.set('salaryUnit', unit as SalaryUnit)}
          />
        </div>
      </FieldGroup>
      <div className={styles.pair}>
        <NumberInput label={words.listingHeadcount} unit={words.people} {...form.field('headcount')} />
        <TextInput type="date" label={words.listingCloses} {...form.field('closesOn')} />
      </div>
      <TextInput label={words.listingAddress} maxLength={200} {...form.field('address')} />
      <div className={styles.pair}>
        <TextInput label={words.listingContact} maxLength={40} {...form.field('contactName')} />
        <TextInput type="tel" label={words.listingPhone} maxLength={30} {...form.field('contactPhone')} />
      </div>
    </>
  );
}

/** A few characters that change with what is sent: a mended form is another request. */
function hashOf(values: ListingValues): string {
  let hash = 0;
  for (const character of JSON.stringify(values)) hash = (hash * 31 + character.codePointAt(0)!) | 0;
  return (hash >>> 0).toString(36);
}
