/** Which ground lies under our layers. The server writes it into the page; nothing said means the offline one. */
export type BasemapChoice =
  { kind: 'offline' } | { kind: 'tianditu'; key: string } | { kind: 'style' | 'pmtiles'; url: string };

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

/** Reads the JSON of `<meta name="basemap">`. Whatever cannot be understood is the offline base map. */
export function parseBasemap(content: string | null | undefined): BasemapChoice {
  try {
    const choice = JSON.parse(content || '{}') as { kind?: unknown; key?: unknown; url?: unknown };
    if (choice.kind === 'tianditu' && isText(choice.key)) return { kind: 'tianditu', key: choice.key };
    if ((choice.kind === 'style' || choice.kind === 'pmtiles') && isText(choice.url))
      return { kind: choice.kind, url: choice.url };
  } catch {
    return { kind: 'offline' };
  }
  return { kind: 'offline' };
}

const metaContent = (name: string) =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

/** The choice of this page. */
export function basemapChoice(): BasemapChoice {
  return parseBasemap(metaContent('basemap'));
}

/** The map approval number (审图号), or null. */
export function mapApproval(): string | null {
  return metaContent('map-approval')?.trim() || null;
}
