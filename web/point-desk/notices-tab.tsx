import { useState } from 'react';
import type { Notice } from '../../api/service-points/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { datesText } from './changes.ts';
import { todayInYangzhou } from './dates.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { Listed } from './hours-tab.tsx';
import styles from './point-desk.module.css';
import type { PointForm } from './point-form.ts';

/** What hangs at the door, with its days. */
export function NoticesTab({ form }: { form: PointForm }) {
  const words = pointsDeskWords();
  const { notices } = form.values;
  const [editing, setEditing] = useState<number | null>(null);
  const put = (notice: Notice | null) => {
    const others = notices.filter((_, at) => at !== editing);
    form.set('notices', notice ? [...others, notice].sort((a, b) => (a.from < b.from ? -1 : 1)) : others);
    setEditing(null);
  };
  return (
    <div className={styles.fields}>
      <Listed
        title={words.notices}
        note={notices.length === 0 ? words.noticesNone : undefined}
        fault={form.faults.notices}
        rows={notices.map((notice) => `${datesText(notice)}${notice.text}`)}
        add={words.addNotice}
        onEdit={setEditing}
      />
      {editing !== null && (
        <NoticeDialog notice={notices[editing] ?? null} onDone={put} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

type NoticeDialogProps = {
  notice: Notice | null;
  onDone: (notice: Notice | null) => void;
  onClose: () => void;
};

function NoticeDialog({ notice, onDone, onClose }: NoticeDialogProps) {
  const words = pointsDeskWords();
  const [text, setText] = useState(notice?.text ?? '');
  const [from, setFrom] = useState(notice?.from ?? todayInYangzhou());
  const [to, setTo] = useState(notice?.to ?? todayInYangzhou(7));
  const [tried, setTried] = useState(false);
  const order = to < from ? words.orderSentence(words.notices, `${from}–${to}`) : undefined;
  const done = () => {
    setTried(true);
    if (order || text.trim() === '' || text.length > 200) return;
    onDone({ text: text.trim(), from, to });
  };
  return (
    <Dialog
      title={words.notices}
      onClose={onClose}
      foot={<DialogFoot onDone={done} onClose={onClose} onRemove={notice ? () => onDone(null) : undefined} />}
    >
      <div className={styles.dialog}>
        <TextArea
          label={words.noticeText}
          limit={200}
          value={text}
          onChange={setText}
          fault={tried && text.trim() === '' ? words.noticeText : undefined}
        />
        <div className={styles.pair}>
          <TextInput type="date" label={words.noticeFrom} value={from} onChange={setFrom} />
          <TextInput type="date" label={words.noticeTo} value={to} onChange={setTo} fault={order} />
        </div>
      </div>
    </Dialog>
  );
}
