import { useState } from 'react';
import {
  createEmployer,
  employerSizes,
  updateEmployer,
  type DeskEmployer,
} from '../../api/employers/contract.ts';
import { creditCodeFault } from '../../api/employers/credit-code.ts';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import { createActKey } from '../act-key.ts';
import { call, CallFailure } from '../call.ts';
import { deskWords } from '../text/desk.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useForm, type Faults, type Form } from '../ui/use-form.ts';
import { ClaimForm } from './claim-form.tsx';
import styles from './employer.module.css';
import { industryOptions } from '../text/industries.ts';
import { PlaceFields, type PlaceValues } from './place-fields.tsx';

type ProfileValues = PlaceValues & {
  name: string;
  industry: string;
  size: string;
  introduction: string;
};
type MakeValues = ProfileValues & { creditCode: string; codeReason: string };

const INTRODUCTION_LIMIT = 2000;

/** Upper case, no blanks, full width read: as the licence has it. */
export const tidyCode = (typed: string): string =>
  typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .toUpperCase();

function profileFaults(values: ProfileValues): Faults {
  const words = deskWords();
  return {
    name: values.name.trim().length < 2 ? words.employerNameMissing : undefined,
    industry: values.industry ? undefined : words.industryMissing,
    size: values.size ? undefined : words.sizeMissing,
    town: values.town ? undefined : words.townMissing,
    address: values.address.trim().length < 2 ? words.addressMissing : undefined,
    place: values.place ? undefined : words.pinMissing,
  };
}

const toEmployerForm = ({ name, industry, size, introduction, ...place }: ProfileValues) => ({
  name: name.trim(),
  industry,
  size: size as (typeof employerSizes)[number],
  introduction,
  address: place.address.trim(),
  town: place.town ?? '',
  place: place.place ?? { lng: 0, lat: 0 },
  placeReason: place.placeReason,
});

type MakeEmployerProps = { account: string; onMade: (employer: DeskEmployer) => void };

/** An employer's first visit: which one it is, before anything is posted. */
export function MakeEmployerForm({ account, onMade }: MakeEmployerProps) {
  const words = deskWords();
  const [known, setKnown] = useState<string | null>(null);
  const form = useForm<MakeValues>({
    initial: {
      creditCode: '',
      codeReason: '',
      name: '',
      industry: '',
      size: '',
      introduction: '',
      address: '',
      town: null,
      place: null,
      placeReason: '',
    },
    draft: { form: 'employer:new', account },
    check: (values) => ({ ...codeFaults(values), ...profileFaults(values) }),
  });
  const [keyOf] = useState(createActKey);
  const code = tidyCode(form.values.creditCode);
  const codeFault = code ? creditCodeFault(code) : null;
  const isSumWrong = code.length === 18 && codeFault !== null;
  const send = form.submit(async ({ codeReason, ...values }) => {
    try {
      const body = {
        creditCode: code,
        codeReason: isSumWrong ? codeReason : '',
        form: toEmployerForm(values),
      };
      onMade(await call(createEmployer, { body, idempotencyKey: keyOf(body) }));
    } catch (error) {
      if (error instanceof CallFailure && error.code === 'employer.exists') setKnown(code);
      throw error;
    }
  });
  if (known !== null) return <ClaimForm creditCode={known} account={account} onBack={() => setKnown(null)} />;
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <TextInput
        label={words.creditCode}
        hint={words.creditHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        {...form.field('creditCode')}
        // While the code is still being typed it is counted, not blamed.
        note={code && code.length < 18 ? words.creditLeft(18 - code.length) : undefined}
        warning={code.length >= 18 ? (codeFault ?? undefined) : undefined}
        good={code && codeFault === null ? words.creditGood : undefined}
      />
      {isSumWrong && (
        <TextInput
          label={words.codeReason}
          hint={words.codeReasonHint}
          maxLength={300}
          {...form.field('codeReason')}
        />
      )}
      <ProfileFields form={form} />
      <FormFoot failure={sessionEnded(form.failed) ? null : form.failure} note={form.draftNote}>
        <Button kind="primary" type="submit" working={form.working}>
          {words.makeButton}
        </Button>
      </FormFoot>
      <SessionEnded failed={form.failed} onDone={() => send()} />
    </form>
  );
}

function codeFaults({ creditCode, codeReason }: MakeValues): Faults {
  const words = deskWords();
  const code = tidyCode(creditCode);
  const fault = creditCodeFault(code);
  if (code.length < 18) return { creditCode: words.creditShort(18 - code.length, code.length) };
  if (code.length > 18) return { creditCode: fault ?? undefined };
  // An old code that fails the sum may be right all the same; a reviewer decides.
  return { codeReason: fault && !codeReason.trim() ? words.codeReasonMissing : undefined };
}

type ProfileFormProps = {
  employer: DeskEmployer;
  account: string;
  onSaved: (employer: DeskEmployer) => void;
};

/** What an employer says of itself, changed later. */
export function ProfileForm({ employer, account, onSaved }: ProfileFormProps) {
  const words = deskWords();
  const form = useForm<ProfileValues>({
    initial: {
      name: employer.name,
      industry: employer.industry ?? '',
      size: employer.size ?? '',
      introduction: employer.introduction,
      address: employer.address,
      town: employer.town,
      place: employer.place,
      placeReason: employer.placeReason,
    },
    draft: { form: `employer:${employer.id}`, account },
    check: profileFaults,
  });
  const send = form.submit(async (values) => {
    const body = { version: employer.version, form: toEmployerForm(values) };
    onSaved(await call(updateEmployer, { params: { employerId: employer.id }, body }));
  });
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <ProfileFields form={form} />
      <FormFoot failure={sessionEnded(form.failed) ? null : form.failure} note={form.draftNote}>
        <Button
          kind={employer.wanted.length > 0 ? 'secondary' : 'primary'}
          type="submit"
          working={form.working}
        >
          {words.saveProfile}
        </Button>
      </FormFoot>
      <SessionEnded failed={form.failed} onDone={() => send()} />
    </form>
  );
}

function ProfileFields<V extends ProfileValues>({ form: given }: { form: Form<V> }) {
  const words = deskWords();
  // Only the fields of the profile are touched here.
  const form = given as unknown as Form<ProfileValues>;
  return (
    <>
      <TextInput
        label={words.employerName}
        hint={words.employerNameHint}
        autoComplete="organization"
        maxLength={100}
        {...form.field('name')}
      />
      <div className={styles.pair}>
        <Select label={words.industry} options={industryOptions()} {...form.field('industry')} />
        <Select
          label={words.size}
          options={employerSizes.map((value) => ({ value, label: spaced(value) }))}
          {...form.field('size')}
        />
      </div>
      <PlaceFields
        pinNeeded
        values={form.values}
        faults={form.faults}
        pinLabel={form.values.name.slice(0, 5) || words.place}
        onChange={(some) => form.patch(some)}
      />
      <TextArea
        label={words.introduction}
        hint={words.introductionHint}
        limit={INTRODUCTION_LIMIT}
        {...form.field('introduction')}
      />
    </>
  );
}
