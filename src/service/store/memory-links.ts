/** The links part of the memory store: who may help whom. */
import type { LinkRecord, LinkStore } from './store.ts';

export function memoryLinks(): LinkStore {
  const links = new Map<string, LinkRecord>();
  return {
    async saveLink(link) {
      links.set(link.id, link);
    },
    link: async (id) => links.get(id),
    linkByCode: async (codeHash) => [...links.values()].find((link) => link.codeHash === codeHash),
    linksOf: async (side) =>
      [...links.values()]
        .filter((link) =>
          'elderId' in side ? link.elderId === side.elderId : link.helperId === side.helperId,
        )
        .toSorted((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1)),
    async endLink(id, at) {
      const link = links.get(id);
      if (link && link.endedAt === undefined) links.set(id, { ...link, endedAt: at });
    },
  };
}
