import { words } from '../text/words.ts';
import { toast } from '../ui/toast.tsx';

/** Puts an address of ours on the clipboard and says so. */
export async function copyLink(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    toast(words.copied);
  } catch {
    // No permission, or plain http on a phone.
    toast(words.copyFailed);
  }
}
