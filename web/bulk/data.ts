import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type BulkChoice,
  type BulkUpload,
  getBulkUpload,
  listBulkRows,
  listBulkUploads,
  publishBulk,
  uploadBulk,
} from '../../api/bulk/contract.ts';
import { call } from '../call.ts';

// Everything under `own` is dropped when another account signs in.
const keys = {
  upload: (id: string) => ['own', 'bulk', id],
  rows: (id: string, only: string, state: string) => ['own', 'bulk', id, 'rows', only, state],
  uploads: (employerId: string) => ['own', 'bulk-of', employerId],
};

const LOOK_EVERY_MS = 1000;
export const PAGE_ROWS = 50;

/** One list; asked again every second while it is being published. */
export function useBulkUpload(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.upload(id),
    async queryFn({ signal }) {
      const upload = await call(getBulkUpload, { params: { uploadId: id }, signal });
      // That the file came before is told once, to who sent it; asking again must not take it off the page.
      const wasAgain = client.getQueryData<BulkUpload>(keys.upload(id))?.isAgain ?? false;
      return { ...upload, isAgain: upload.isAgain || wasAgain };
    },
    refetchInterval: ({ state }) => (state.data?.state === 'publishing' ? LOOK_EVERY_MS : false),
  });
}

export function useBulkUploads(employerId: string) {
  return useQuery({
    queryKey: keys.uploads(employerId),
    queryFn: ({ signal }) => call(listBulkUploads, { params: { employerId }, signal }),
  });
}

export type RowsOnly = 'faults' | 'findings' | 'all';

/** Rows of a list, fifty at a time. */
export function useBulkRows({ id, state }: BulkUpload, only: RowsOnly) {
  return useInfiniteQuery({
    queryKey: keys.rows(id, only, state),
    queryFn: ({ pageParam, signal }) =>
      call(listBulkRows, {
        params: { uploadId: id },
        query: { only, page: pageParam, pageSize: PAGE_ROWS },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (pages.length * PAGE_ROWS < last.total ? pages.length + 1 : null),
  });
}

/** Sending and publishing; what comes back is shown at once. */
export function useBulkActs(employerId: string) {
  const client = useQueryClient();
  const told = (upload: BulkUpload) => {
    client.setQueryData(keys.upload(upload.id), upload);
    void client.invalidateQueries({ queryKey: keys.uploads(employerId) });
    return upload;
  };
  return {
    upload: async (file: File) =>
      told(
        await call(uploadBulk, {
          params: { employerId },
          query: { fileName: file.name.slice(-200) },
          // A file without a type would be sent without one.
          file: file.type ? file : new Blob([file], { type: 'application/octet-stream' }),
        }),
      ),
    publish: async (id: string, choice: BulkChoice) =>
      told(await call(publishBulk, { params: { uploadId: id }, body: { choice } })),
  };
}
