/** Addresses of the staff's pages, below `/staff`. Those of other desks stand in their own features. */
export const staffHome = '/staff';
export const staffPoints = '/staff/points';
export const staffPoint = (id: string, tab?: string) => `/staff/points/${id}${tab ? `?tab=${tab}` : ''}`;
export const staffListing = (id: string) => `/staff/points/${id}/listing`;
export const staffTemplates = '/staff/templates';
export const staffPeople = '/staff/people';
export const staffWords = '/staff/words';
export const staffBulk = '/staff/bulk';
export const staffBulkOf = (employerId: string) => `${staffBulk}/${encodeURIComponent(employerId)}`;
export const staffWages = '/staff/wages';
export const staffLog = '/staff/log';
export const staffSystem = '/staff/system';
export const publicPoint = (id: string) => `/p/${id}`;
export const invitationPage = (token: string) =>
  `${location.origin}/staff/password?token=${encodeURIComponent(token)}`;
