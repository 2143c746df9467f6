import type { Adapter, AdapterPayload } from "oidc-provider";

/** What one provider remembers, in memory: the library's own memory is shared by all providers of a process. */
export function identityProviderStore(): (model: string) => Adapter {
  const models = new Map<string, Map<string, AdapterPayload>>();
  return (model) => {
    const stored = models.get(model) ?? new Map<string, AdapterPayload>();
    models.set(model, stored);
    const findBy = async (key: "uid" | "userCode", value: string) => [...stored.values()].find((payload) => payload[key] === value);
    return {
      upsert: async (id, payload) => void stored.set(id, payload),
      find: async (id) => stored.get(id),
      findByUid: (uid) => findBy("uid", uid),
      findByUserCode: (code) => findBy("userCode", code),
      consume: async (id) => {
        const payload = stored.get(id);
        if (payload) stored.set(id, { ...payload, consumed: Math.floor(Date.now() / 1000) });
      },
      destroy: async (id) => void stored.delete(id),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of stored) if (payload.grantId === grantId) stored.delete(id);
      },
    };
  };
}
