/** Whether somebody was signed in here the last time, so that the header says 我的 without asking the server. */
export type AccountMark = 'person' | 'staff' | null;

const KEY = 'account';

export function rememberAccount(kind: AccountMark): void {
  try {
    if (kind) localStorage.setItem(KEY, kind);
    else localStorage.removeItem(KEY);
  } catch {
    // Private mode: the header says 登录, and /me knows better.
  }
}

export function readAccountMark(): AccountMark {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'person' || kept === 'staff' ? kept : null;
  } catch {
    return null;
  }
}
