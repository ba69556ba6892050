type Recognition = {
  lang: string;
  interimResults: boolean;
  maxAlternatives: number;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
};
type RecognitionMaker = new () => Recognition;

function maker(): RecognitionMaker | null {
  const scope = globalThis as {
    SpeechRecognition?: RecognitionMaker;
    webkitSpeechRecognition?: RecognitionMaker;
  };
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition ?? null;
}

export const canListen = (): boolean => maker() !== null;

/** Listens once. Resolves to the words without a closing full stop, or null when nothing was heard. */
export function listenOnce(): Promise<string | null> {
  const Maker = maker();
  if (!Maker) return Promise.resolve(null);
  return new Promise((resolve) => {
    const recognition = new Maker();
    recognition.lang = 'zh-CN';
    recognition.interimResults = false;
    recognition.maxAlternatives = 1;
    recognition.onresult = (event) =>
      resolve(event.results[0]?.[0]?.transcript.replace(/[。.]$/, '') ?? null);
    recognition.onerror = () => resolve(null);
    recognition.onend = () => resolve(null);
    recognition.start();
  });
}
