import type { AreaWords } from './area-zh-cn.ts';

export const areaEn: AreaWords = {
  label: 'Draw an area on the map',
  draw: 'Draw',
  cancel: 'Cancel',
  takeView: 'This view',
  remove: 'Clear',
  withFinger: 'Draw around where you would go with a finger',
  withMouse: 'Hold the mouse button and draw around where you would go',
  small: 'Too small: draw a larger area',
};
