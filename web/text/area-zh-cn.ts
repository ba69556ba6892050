/** 圈一圈: drawing an area on the map. */
export const areaZhCn = {
  label: '在地图上圈地方',
  draw: '圈一圈',
  cancel: '不圈了',
  takeView: '整个画面',
  remove: '去掉',
  withFinger: '用手指在地图上圈出想去的地方',
  withMouse: '按住鼠标，在地图上圈出想去的地方',
  small: '圈得太小了，再圈大一点',
};

export type AreaWords = typeof areaZhCn;
