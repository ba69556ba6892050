/** The map's share of the palette. Ratios are against the ground each colour stands on. */
export const colours = {
  ink: '#1A211C',
  ink2: '#465048',
  ink3: '#626B63',
  control: '#878A80',
  page: '#F6F4EE',
  white: '#FFFFFF',
  willow0: '#F2F8EF',
  willow1: '#E6F1E2',
  willow2: '#CBE3C5',
  willow4: '#94C08F',
  willow7: '#27673D',
  willow8: '#1D5431',
  tile: '#33424F',
  amber: '#7F5300',
  tile3: '#7B8B99',
  red: '#A32A20',
  /** The world outside the city. */
  ground: '#EAE6DB',
  /** The city. */
  land: '#F7F4EB',
  /** #E3DCC8 at .55 on land, once and twice. */
  edgeBand: '#EEE9DB',
  edgeBandInner: '#E7E1D0',
  border: '#A79F8C',
  cross: '#CFC7B3',
  water: '#CBDEE3',
  shore: '#9DBEC7',
  canal: '#8FB6C0',
  /** 5.0 on water. */
  waterName: '#35606D',
  /** 6.9 on land. */
  countyName: '#5A5345',
  /** 5.1 on ground. */
  neighbourName: '#655F50',
  /** 9.1 on land. */
  townName: '#45423A',
  /** 6.6 on land, 5.2 on water. */
  villageName: '#5A574D',
  /** Openings outside a drawn circle. */
  dotOutside: '#7A8777',
  houseClosed: '#7C8078',
} as const;

/**
 * Bubbles, pale to dark: one hue, L* 94 88 74 48 31, so that the order is seen with every colour blindness and in grey.
 * The first three carry ink, the last two white (4.8 and 8.9).
 */
export const bubbleShades = ['#E6F1E2', '#CBE3C5', '#94C08F', '#3F7F4D', '#1D5431'] as const;
export const bubbleInks = [colours.ink, colours.ink, colours.ink, colours.white, colours.white] as const;

const sans = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'];

/**
 * Fonts of the machine: the style names no glyph server, so MapLibre draws every letter from these. It takes the weight
 * from words in the first name, and `semibold` is no font, only that word.
 */
export const fonts = {
  sans,
  sans600: ['semibold', ...sans],
  song: ['Songti SC', 'Noto Serif CJK SC', 'SimSun', 'serif'],
};
