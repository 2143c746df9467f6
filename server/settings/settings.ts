import type { DeskUser, Setting, SettingVersion } from "@/api/generated/desk/types.gen";
import { defaultSettings, type SettingKey, settingKeys } from "@/domain/default-settings";
import type { Database } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import { conflict } from "../http/desk-error";
import type { AuditActor, AuditWriter } from "../audit/audit-entry";
import type { Pushes } from "../push/push";

export type SettingChange = {
  readonly key: SettingKey;
  /** Checked against the key's schema before. */
  readonly value: unknown;
  /** The version the person began with; 0 is the default. */
  readonly version: number;
  readonly note: string | null;
  readonly by: DeskUser;
  readonly actor: AuditActor;
  readonly requestId: string;
};

export type Settings = {
  /** Every setting as it is now. */
  all(): Promise<Setting[]>;
  /** Makes it a new version. @throws DeskError 409 when somebody was faster */
  change(change: SettingChange): Promise<Setting>;
  /** What it was, newest first. */
  versions(key: SettingKey, page: { readonly below?: number | undefined; readonly limit: number }): Promise<SettingVersion[]>;
};

type VersionRow = {
  readonly key: SettingKey;
  readonly version: number;
  readonly value: string;
  readonly note: string | null;
  readonly id: string;
  readonly name: string;
  readonly emailAddress: string;
  readonly changedAt: number;
};

const columns = `key, version, value::text as value, note, changed_by_id as id, changed_by_name as name,
  changed_by_email_address as "emailAddress", ${msOf("changed_at")} as "changedAt"`;

// Of two that began with the same version, the key lets one in; who began with an older one finds no row to follow.
const insert = `
insert into setting_versions (key, version, value, note, changed_by_id, changed_by_name, changed_by_email_address, changed_at)
select $1, $2::int + 1, $3::text::json, $4, $5, $6, $7, $8::timestamptz
where $2::int = (select coalesce(max(version), 0) from setting_versions where key = $1)
on conflict (key, version) do nothing
returning ${columns}`;

/** What a company sets, with everything it was before. */
export function createSettings(deps: {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
}): Settings {
  const { db, now, audit, pushes } = deps;
  const current = () =>
    db.query<VersionRow>(`select distinct on (key) ${columns} from setting_versions order by setting_versions.key, version desc`);

  return {
    all: async () => {
      const rows = await current();
      return settingKeys.map((key) =>
        settingOf(
          key,
          rows.find((row) => row.key === key),
        ),
      );
    },
    change: async ({ key, value, version, note, by, actor, requestId }) => {
      const row = await db.transaction(async (transaction) => {
        const values = [key, version, JSON.stringify(value), note, by.id, by.name, by.emailAddress, timestamp(now())];
        const [inserted] = await transaction.query<VersionRow>(insert, values);
        if (!inserted) return undefined;
        await pushes.publish({ change: { type: "setting", id: key, related: [] } }, transaction);
        const details = { key, version: inserted.version };
        const subject = { type: "setting", id: key };
        await audit.append({ action: "change-setting", outcome: "done", actor, subject, reason: note, requestId, details }, transaction);
        return inserted;
      });
      if (row) return settingOf(key, row);
      const newer = settingOf(
        key,
        (await current()).find((other) => other.key === key),
      );
      const { changedBy, changedAt } = newer;
      throw conflict(
        changedBy && changedAt
          ? `${changedBy.name} changed it at ${changedAt}. It is version ${newer.version} now, and you began with ${version}.`
          : `Nobody has changed it yet, and you began with version ${version}.`,
      );
    },
    versions: async (key, { below, limit }) => {
      const rows = await db.query<VersionRow>(
        `select ${columns} from setting_versions where key = $1 and ($2::int is null or version < $2::int) order by version desc limit $3::int`,
        [key, below ?? null, limit],
      );
      return rows.map((row) => ({ ...valueOf(row), note: row.note }));
    },
  };
}

const valueOf = (row: VersionRow) => ({
  version: row.version,
  value: JSON.parse(row.value) as unknown,
  changedBy: { id: row.id, name: row.name, emailAddress: row.emailAddress },
  changedAt: timestamp(row.changedAt),
});

function settingOf(key: SettingKey, row: VersionRow | undefined): Setting {
  if (!row) return { key, value: defaultSettings[key], version: 0, changedBy: null, changedAt: null };
  return { key, ...valueOf(row) };
}
