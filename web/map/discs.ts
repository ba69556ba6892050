import { bubbleShades, colours } from './colours.ts';
import { drawn, type MapImage } from './canvas.ts';

const disc = (c: CanvasRenderingContext2D, at: number, radius: number, fill: string) => {
  c.beginPath();
  c.arc(at, at, radius, 0, Math.PI * 2);
  c.fillStyle = fill;
  c.fill();
};

/** A bubble: white ring of 2 px and a soft shade; lit, an ink ring outside of that. */
export function drawBubble(radius: number, shade: number, isLit: boolean, pixelRatio: number): MapImage {
  // The image's edge is also what names keep clear of, so it is no larger than ring and shade.
  const size = 2 * (radius + (isLit ? 7 : 4));
  return drawn(size, size, pixelRatio, (c) => {
    const at = size / 2;
    if (isLit) {
      disc(c, at, radius + 5.5, colours.ink);
      disc(c, at, radius + 3, colours.white);
    } else {
      c.shadowColor = 'rgba(26, 33, 28, 0.22)';
      c.shadowBlur = 4;
      c.shadowOffsetY = 1;
      disc(c, at, radius + 2, colours.white);
      c.shadowColor = 'transparent';
    }
    disc(c, at, radius, bubbleShades[shade] ?? bubbleShades[0]);
  });
}

/** The person, or a start chosen by hand: the only black disc on the map. */
export function drawMe(kind: 'me' | 'start', scale: number, pixelRatio: number): MapImage {
  const size = 40 * scale;
  return drawn(size, size, pixelRatio, (c) => {
    c.scale(scale, scale);
    c.shadowColor = 'rgba(26, 33, 28, 0.3)';
    c.shadowBlur = 4;
    c.shadowOffsetY = 1;
    disc(c, 20, 17, colours.white);
    c.shadowColor = 'transparent';
    disc(c, 20, 14.5, colours.ink);
    c.fillStyle = colours.white;
    c.font = '600 15px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(kind === 'me' ? '我' : '起', 20, 20.5);
  });
}

/** Ground of the label on a circle's lower edge, stretchable. */
export function drawTag(scale: number, pixelRatio: number): MapImage {
  const [w, h, m] = [80, 24, 3];
  const by = (value: number) => value * scale;
  return drawn(
    by(w + 2 * m),
    by(h + 2 * m),
    pixelRatio,
    (c) => {
      c.scale(scale, scale);
      c.beginPath();
      c.roundRect(m, m, w, h, 8);
      c.fillStyle = colours.willow7;
      c.fill();
      c.lineWidth = 1.5;
      c.strokeStyle = colours.white;
      c.stroke();
    },
    {
      x: [[by(m + 10), by(m + w - 10)]],
      content: [by(m + 10), by(m + 3.6), by(m + w - 10), by(m + h - 3.6)],
    },
  );
}

/** A survey cross of 8 px; layers make it smaller. */
export function drawCross(pixelRatio: number): MapImage {
  return drawn(10, 10, pixelRatio, (c) => {
    c.strokeStyle = colours.cross;
    c.lineWidth = 1.2;
    c.beginPath();
    c.moveTo(5, 1);
    c.lineTo(5, 9);
    c.moveTo(1, 5);
    c.lineTo(9, 5);
    c.stroke();
  });
}

/** A town's ring, 4 px, before its name. */
export function drawRing(pixelRatio: number): MapImage {
  return drawn(8, 8, pixelRatio, (c) => {
    c.beginPath();
    c.arc(4, 4, 2.2, 0, Math.PI * 2);
    c.fillStyle = colours.land;
    c.fill();
    c.lineWidth = 1.3;
    c.strokeStyle = colours.townName;
    c.stroke();
  });
}
