type Info = { isEntry: boolean; importers: readonly string[] };
type Context = { getModuleInfo: (id: string) => Info | null };

/**
 * Names the chunk of what the first screen needs: every module that the entry reaches without a dynamic import. Few
 * files arrive sooner than many, and what only a later page needs stays out whatever folder it lies in.
 */
export function firstScreen(name: string): (id: string, context: Context) => string | null {
  const known = new Map<string, boolean>();
  const isReached = (id: string, context: Context): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // A circle leads nowhere by itself; another importer decides.
    known.set(id, false);
    const info = context.getModuleInfo(id);
    const { isEntry = false, importers = [] } = info
      ? { isEntry: info.isEntry, importers: [...info.importers] }
      : {};
    const reached = isEntry || importers.some((importer) => isReached(importer, context));
    known.set(id, reached);
    return reached;
  };
  return (id, context) => (isReached(id, context) ? name : null);
}
