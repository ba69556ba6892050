import { emptyFind, writeFind, type FindState } from '../openings/filter.ts';

/** The one table of addresses. Patterns are wouter's. */
export const patterns = {
  find: '/',
  opening: '/o/:idOrCode',
  poster: '/o/:code/poster',
  freshness: '/f/:token',
  points: '/points',
  point: '/p/:id',
  data: '/data',
  code: '/c',
  about: '/about',
  signIn: '/sign-in',
  staffSignIn: '/staff/sign-in',
  setPassword: '/staff/password',
  inbox: '/inbox',
  me: '/me',
  myApplications: '/me/applications',
  desk: '/desk/*?',
  review: '/review/*?',
} as const;

export const urls = {
  find: (state: Partial<FindState> = {}) => `/${writeFind({ ...emptyFind, ...state })}`,
  opening: (idOrCode: string) => `/o/${encodeURIComponent(idOrCode)}`,
  poster: (code: string) => `/o/${encodeURIComponent(code)}/poster`,
  points: (search = '') => `/points${search}`,
  point: (id: string, search = '') => `/p/${encodeURIComponent(id)}${search}`,
  data: () => '/data',
  code: () => '/c',
  about: () => '/about',
  signIn: () => '/sign-in',
  staffSignIn: () => '/staff/sign-in',
  me: () => '/me',
  myApplications: () => '/me/applications',
  desk: () => '/desk',
};
