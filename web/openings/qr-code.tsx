import { create } from 'qrcode';

/** Four modules of white around it, or scanners do not find it. */
const QUIET_MODULES = 4;

/** A QR code as one path: sharp on screen and paper, and nothing inline for the CSP to refuse. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size;
  const path = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      modules.get(row, column) ? `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z` : '',
    ).join(''),
  ).join('');
  const side = size + 2 * QUIET_MODULES;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
