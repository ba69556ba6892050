import { pino, type DestinationStream, type Logger } from 'pino';

/** Mobile and landline numbers and identity numbers, wherever in a line they stand; longer runs of digits are no phones. */
const personal = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|\d{17}[\dXx])(?!\d)/g;

/** Keeps two digits at the end, so that two lines about one person can be told from lines about two. */
export const masked = (text: string): string => text.replace(personal, (digits) => `***${digits.slice(-2)}`);

/**
 * The log: one JSON line each, without what tells who somebody is. Whatever a message, a path, a body or an error
 * holds, the line is masked as a whole before it is written.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        'req.remoteAddress',
        'req.remotePort',
        'res.headers',
      ],
      remove: true,
    },
    hooks: { streamWrite: masked },
  };
  return destination ? pino(options, destination) : pino(options);
}
