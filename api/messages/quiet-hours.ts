const shanghaiHour = (now: Date) => (now.getUTCHours() + 8) % 24;

/** Nobody's telephone rings at night for a job advert. */
export const mayDisturb = (now: Date): boolean => shanghaiHour(now) >= 9 && shanghaiHour(now) < 19;
