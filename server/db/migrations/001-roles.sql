-- The role that the running program has. It owns nothing; each table's migration grants it what it needs and no more.
-- Roles belong to the whole cluster, and an administrator may have made it before: both are fine.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'inquiry_desk_app') then
    begin
      create role inquiry_desk_app nologin;
    exception when duplicate_object or unique_violation then
      null; -- another database of this cluster was set up at the same moment
    end;
  end if;
  -- so that an owner who is no superuser may take the role
  if not exists (
    select from pg_catalog.pg_auth_members
    where roleid = 'inquiry_desk_app'::regrole and member = current_user::regrole
  ) then
    begin
      execute format('grant inquiry_desk_app to %I', current_user);
    exception when insufficient_privilege or unique_violation then
      null; -- an administrator has to; taking the role says so
    end;
  end if;
end
$$;

grant usage on schema desk to inquiry_desk_app;
