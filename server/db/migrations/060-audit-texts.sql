-- What may be personal in an audit entry: what a person wrote, and reference IDs. It stands beside the chain, and the entry holds a salted
-- hash of it, so that it can be erased and the chain stays whole. Entries from before keep their texts inside.
create table audit_texts (
  position bigint not null references audit_entries (position),
  field text not null check (field in ('comment', 'referenceId')),
  text text,
  salt text,
  reference_key text,
  erased_at timestamptz,
  primary key (position, field),
  check ((erased_at is null) = (text is not null)),
  check ((text is null) = (salt is null)),
  check (reference_key is null or (field = 'referenceId' and text is not null))
);
comment on column audit_texts.reference_key is 'A reference ID in lower case: Persona compares without regard to case.';
create index audit_texts_by_reference on audit_texts (reference_key) where reference_key is not null;

-- Erased, once, is all that may become of a text, whoever does it.
create function refuse_audit_text_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.erased_at is null and new.erased_at is not null and new.position = old.position and new.field = old.field then
      return new;
    end if;
  end if;
  raise exception 'texts of the audit log can be erased and nothing else: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_texts_erased_only before update or delete on audit_texts
  for each row execute function refuse_audit_text_change();
create trigger audit_texts_not_emptied before truncate on audit_texts
  for each statement execute function refuse_audit_text_change();

grant select, insert on audit_texts to inquiry_desk_app;
grant update (text, salt, reference_key, erased_at) on audit_texts to inquiry_desk_app;
