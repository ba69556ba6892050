import { useMemo } from 'react';
import * as contract from '../../api/opening-desk/contract.ts';
import type { CloseOutcome, DeskOpening, OpeningForm } from '../../api/opening-desk/contract.ts';
import { createActKey, newKey } from '../act-key.ts';
import { call } from '../call.ts';
import { useTold } from './data.ts';

/** Everything a member of an employer does with an opening. What comes back is shown everywhere. */
export function useOpeningActs() {
  const told = useTold();
  return useMemo(() => {
    const of = ({ id }: Pick<DeskOpening, 'id'>) => ({ openingId: id });
    // A page that sends twice, by hand or by the network, does it once. Filled again after an answer that was lost are
    // the same places; where the places have changed, others.
    const fillKey = createActKey();
    const tell = async (reply: Promise<DeskOpening>) => {
      const opening = await reply;
      told.opening(opening);
      return opening;
    };
    return {
      read: (openingId: string) => tell(call(contract.getDeskOpening, { params: { openingId } })),
      create: (employerId: string, form: OpeningForm) =>
        tell(call(contract.createOpening, { body: { employerId, form }, idempotencyKey: newKey() })),
      save: (opening: DeskOpening, form: OpeningForm) =>
        tell(call(contract.saveOpening, { params: of(opening), body: { version: opening.version, form } })),
      submit: (opening: DeskOpening) =>
        tell(
          call(contract.submitOpening, {
            params: of(opening),
            body: { version: opening.version },
            idempotencyKey: newKey(),
          }),
        ),
      recall: (opening: DeskOpening) => tell(call(contract.recallOpening, { params: of(opening), body: {} })),
      pause: (opening: DeskOpening, why: string) =>
        tell(call(contract.pauseOpening, { params: of(opening), body: { why } })),
      resume: (opening: DeskOpening) => tell(call(contract.resumeOpening, { params: of(opening), body: {} })),
      extend: (opening: DeskOpening, closesOn: string) =>
        tell(call(contract.extendOpening, { params: of(opening), body: { closesOn } })),
      confirm: (opening: DeskOpening) =>
        tell(call(contract.confirmOpening, { params: of(opening), body: {} })),
      fill: (opening: DeskOpening, count: number) =>
        tell(
          call(contract.fillPlaces, {
            params: of(opening),
            body: { count },
            idempotencyKey: fillKey([opening.id, opening.filled, count]),
          }),
        ),
      close: (opening: DeskOpening, outcome: CloseOutcome, why: string) =>
        tell(call(contract.closeOpening, { params: of(opening), body: { outcome, why } })),
      relist: (opening: DeskOpening, closesOn: string) =>
        tell(call(contract.relistOpening, { params: of(opening), body: { closesOn } })),
      copy: (opening: DeskOpening) =>
        tell(call(contract.copyOpening, { params: of(opening), body: {}, idempotencyKey: newKey() })),
      answer: (opening: DeskOpening, text: string) =>
        tell(call(contract.answerReview, { params: of(opening), body: { text } })),
      discard: async (opening: DeskOpening) => {
        const reply = await call(contract.discardOpening, { params: of(opening) });
        if (reply.opening) told.opening(reply.opening);
        else told.openingGone(opening.id, opening.employer.id);
        return reply.opening;
      },
    };
  }, [told]);
}
