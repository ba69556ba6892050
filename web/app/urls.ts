import { emptyFind, writeFind, type FindState } from '../openings/filter.ts';

/** The one table of addresses. Patterns are wouter's. */
export const patterns = {
  find: '/',
  opening: '/o/:idOrCode',
  poster: '/o/:code/poster',
  freshness: '/f/:token',
  alertsOfLink: '/a/:token',
  points: '/points',
  point: '/p/:id',
  data: '/data',
  code: '/c',
  about: '/about',
  saved: '/saved',
  signIn: '/sign-in',
  staffSignIn: '/staff/sign-in',
  setPassword: '/staff/password',
  inbox: '/inbox',
  me: '/me',
  myApplications: '/me/applications',
  alerts: '/me/alerts',
  desk: '/desk/*?',
  review: '/review/*?',
  terminal: '/terminal/:point',
  devices: '/staff/terminals/:point',
  bulletin: '/bulletin/:point',
  bulletinScreen: '/bulletin/:point/screen',
  help: '/help',
  ledger: '/help/ledger',
  staff: '/staff/*?',
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
  saved: () => '/saved',
  signIn: () => '/sign-in',
  staffSignIn: () => '/staff/sign-in',
  me: () => '/me',
  myApplications: () => '/me/applications',
  alerts: () => '/me/alerts',
  desk: () => '/desk',
  bulletin: (point: string) => `/bulletin/${encodeURIComponent(point)}`,
};

/** Addresses of the employer's desk. */
export const deskUrls = {
  newEmployer: () => '/desk/new',
  employer: (id: string) => `/desk/e/${encodeURIComponent(id)}`,
  applicants: (id: string) => `/desk/e/${encodeURIComponent(id)}/applicants`,
  figures: (id: string) => `/desk/e/${encodeURIComponent(id)}/figures`,
  profile: (id: string) => `/desk/e/${encodeURIComponent(id)}/profile`,
  bulk: (id: string) => `/desk/e/${encodeURIComponent(id)}/bulk`,
  post: (id: string) => `/desk/e/${encodeURIComponent(id)}/new`,
  opening: (id: string) => `/desk/o/${encodeURIComponent(id)}`,
  edit: (id: string) => `/desk/o/${encodeURIComponent(id)}/edit`,
};
