import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReplyOf } from '../../api/endpoint.ts';
import * as contract from '../../api/reviews/contract.ts';
import type { ReviewKind } from '../../api/reviews/contract.ts';
import { newKey } from '../act-key.ts';
import { call } from '../call.ts';

export type Review = ReplyOf<typeof contract.getReview>;
export type ReviewItem = ReplyOf<typeof contract.listReviews>['items'][number];
export type Queue = { state: 'waiting' | 'decided'; kind?: ReviewKind };

const keys = {
  queues: ['own', 'reviews'],
  queue: ({ state, kind }: Queue, page: number) => ['own', 'reviews', state, kind ?? 'all', page],
  review: (id: string) => ['own', 'review', id],
};

const AGAIN_MS = 60_000;

/** What waits or was decided, looked at again every minute: colleagues work on the same queue. */
export function useReviews(queue: Queue, pageSize: number) {
  return useQuery({
    queryKey: keys.queue(queue, pageSize),
    queryFn: ({ signal }) => call(contract.listReviews, { query: { ...queue, pageSize }, signal }),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

export function useReview(reviewId: string) {
  return useQuery({
    queryKey: keys.review(reviewId),
    queryFn: ({ signal }) => call(contract.getReview, { params: { reviewId }, signal }),
  });
}

export type DecisionBody = {
  decision: 'approve' | 'return' | 'refuse';
  reasons: (typeof contract.returnReasons)[number][];
  text: string;
  codeOverride: string;
};

/** What a reviewer does; the queue is asked again afterwards. */
export function useReviewActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const askAgain = () => void client.invalidateQueries({ queryKey: keys.queues });
    return {
      decide: async (reviewId: string, body: DecisionBody) => {
        const idempotencyKey = newKey();
        const decided = await call(contract.decideReview, { params: { reviewId }, body, idempotencyKey });
        client.setQueryData(keys.review(reviewId), decided);
        askAgain();
        return decided;
      },
      ban: async (reviewId: string, employerId: string, reason: string) => {
        const reply = await call(contract.banEmployer, { params: { employerId }, body: { reason } });
        void client.invalidateQueries({ queryKey: keys.review(reviewId) });
        askAgain();
        return reply;
      },
      expel: async (reviewId: string, employerId: string, accountId: string, reason: string) => {
        await call(contract.expelMember, { params: { employerId, accountId }, body: { reason } });
        void client.invalidateQueries({ queryKey: keys.review(reviewId) });
      },
      unban: async (reviewId: string, employerId: string, reason: string) => {
        await call(contract.unbanEmployer, { params: { employerId }, body: { reason } });
        void client.invalidateQueries({ queryKey: keys.review(reviewId) });
        askAgain();
      },
      refresh: (reviewId: string) => {
        void client.invalidateQueries({ queryKey: keys.review(reviewId) });
        askAgain();
      },
    };
  }, [client]);
}
