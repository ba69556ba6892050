/** What people call a village or community: the committee is left out, 村 and 社区 stay (连运村 and 连运社区 differ). */
export function villageShortName(name: string): string {
  const place = name
    .replace(/虚拟(社区|生活区)$/, '')
    .replace(/(社区)?居民委员会$/, '社区')
    .replace(/(社区|街道)?居委会?$/, '社区')
    .replace(/村?村(（居）)?委会$/, '村');
  return place;
}
