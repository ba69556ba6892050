import { useEffect, useRef, useState } from 'react';

const COUNT_FROM_S = 10;
export const IDLE_S = 60;

/**
 * Seconds left before the screen is wiped, from ten on, else null. Any touch or key begins anew. Measured by the
 * monotonic clock: the device's date may be anything.
 */
export function useIdle(active: boolean, onIdle: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const act = useRef(onIdle);
  act.current = onIdle;
  useEffect(() => {
    if (!active) return setLeft(null);
    let since = performance.now();
    const touched = () => {
      since = performance.now();
      setLeft(null);
    };
    const timer = setInterval(() => {
      const rest = Math.ceil(IDLE_S - (performance.now() - since) / 1000);
      if (rest <= 0) {
        touched();
        act.current();
      } else setLeft(rest <= COUNT_FROM_S ? rest : null);
    }, 250);
    const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
    };
  }, [active]);
  return left;
}
